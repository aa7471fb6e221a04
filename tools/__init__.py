"""Programs for developers: make committed tables and pages again."""
