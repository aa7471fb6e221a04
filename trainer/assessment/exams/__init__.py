"""Exams: a session is a definition and a log; status, results and receipts follow from the two."""
