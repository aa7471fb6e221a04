"""A second scorer, independent of the first: stored lines, plain dictionaries and fractions.

Written from what rubrics, metrics and errors *say* (`formula`, `rule`, docs/scoring.md), importing
nothing of trainer.scoring and none of its data; the procedure's steps and the complications are the
tables of trainer.attempt, which a guideline stands for. It is slow, and so simple that it can be
read beside the text. Where both scorers differ, one of them or the text is wrong.
"""
