"""Exams: a session is a definition and a log; status, results and receipts are functions of them."""
