"""Exams, item statistics, learning curves, standard setting. Nothing stands here yet (issue 9)."""
