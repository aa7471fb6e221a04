"""Files, journals, databases: scenarios, patient folders, attempts."""
