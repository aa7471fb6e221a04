"""Exams as use cases: define, open, enrol, sit, go on after a crash, seal, release, void."""
