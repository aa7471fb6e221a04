"""Items, learning curves, agreement, standard setting: pure functions of marks and counts.

Every result carries its n, its parameters and what it does not prove (`caveats`). Formulas,
sources and golden values: docs/statistics.md.
"""
