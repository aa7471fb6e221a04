"""The ruler: distances and angles measured on a patient's finished voxels.

Knows volumes and labels only; nothing here imports what made them (tests/anatomy/measure holds it).
"""
