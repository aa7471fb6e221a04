"""Metrics, critical errors, rubric, score: exact integers from the log and the scenario alone."""
