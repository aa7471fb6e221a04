"""Exams, item statistics, learning curves, standard setting: pure functions of marks and counts.

So far the statistics that calibration needs; exams and curves come with issue 9.
"""
