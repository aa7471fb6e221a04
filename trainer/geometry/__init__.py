"""Frames, rotations, the C-arm's projection, triangulation.

World is DICOM patient LPS in millimetres: +x the patient's left, +y posterior, +z toward the head.
Every sign is drawn in docs/conventions.md and has one test in tests/geometry/test_signs.py.
"""
