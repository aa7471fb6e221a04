"""Sizes of the average adult's vertebrae, C5-L3: clinical.md 1.1-1.5 as data, with confidence.

Tags: [S] read in the source, [S2] read where a later paper or repository quotes it, [M] from memory
of the paper, to be checked, [D] derived by arithmetic, [X] design value, no source.
C5, C6, L2, L3 are scenery: all [X], extrapolated from their neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainer.anatomy.levels import LEVELS

PANJABI = "Panjabi 1991 Spine 16:888 (T1-T12), 16:861 (C7), 1992 Spine 17:299 (L1)"
ZINDRICK = "Zindrick 1987 Spine 12:160; C7 Panjabi 1991 Spine 16:861"
SPINE = ("C5", "C6", *LEVELS, "L2", "L3")


@dataclass(frozen=True, slots=True)
class Column:
    """One quantity at every level of `SPINE`, mm or degrees.

    confidence : tag of every cell not named otherwise; cells : level -> tag of the exceptions.
    """

    values: tuple[float, ...]
    source: str
    confidence: str
    cells: tuple[tuple[str, str], ...] = ()

    def at(self, level: str) -> float:
        """The value at a level."""
        return self.values[SPINE.index(level)]

    def tag(self, level: str) -> str:
        """The confidence tag of a level's cell."""
        if level not in LEVELS:
            return "[X]"
        return dict(self.cells).get(level, self.confidence)


def _column(numbers: str, source: str, confidence: str, **cells: str) -> Column:
    values = tuple(float(word) for word in numbers.split())
    if len(values) != len(SPINE):
        raise ValueError(f"{len(values)} values for {len(SPINE)} levels")
    return Column(values, source, confidence, tuple(cells.items()))


# Levels:  C5   C6   C7   T1   T2   T3   T4   T5   T6   T7   T8   T9   T10  T11  T12  L1   L2   L3
COLUMNS: dict[str, Column] = {
    "body_height": _column(
        "11.4 11.6 12.8 14.1 15.6 15.7 16.2 16.2 17.4 18.2 18.7 19.3 20.2 21.3 22.7 23.8 24.3 23.8",
        PANJABI,
        "[M]",
        L1="[S2]",
    ),
    "upper_width": _column(
        "17.5 18.5 21.8 24.5 24.9 24.6 24.5 24.9 26.2 27.8 29.5 30.6 31.9 34.9 39.0 41.2 42.6 44.1",
        PANJABI,
        "[M]",
        T1="[S2]",
        T11="[S2]",
        T12="[S2]",
        L1="[S2]",
    ),
    "upper_depth": _column(
        "15.8 16.4 18.1 18.5 19.6 22.7 23.3 24.3 26.0 27.4 27.9 29.3 30.5 31.9 32.8 34.1 34.6 35.2",
        PANJABI,
        "[M]",
    ),
    "lower_width": _column(
        "19.4 22.0 23.4 27.8 27.4 25.9 26.0 27.0 28.2 29.1 30.5 33.0 35.4 39.1 42.1 43.3 45.5 48.0",
        PANJABI,
        "[M]",
        T12="[S2]",
    ),
    "lower_depth": _column(
        "16.3 16.5 16.8 19.7 21.6 23.3 24.5 25.8 26.9 28.5 29.4 31.0 31.6 31.8 33.4 35.3 34.9 34.8",
        PANJABI,
        "[M]",
    ),
    "canal_width": _column(
        "24.9 25.2 24.5 21.8 19.5 18.3 17.0 17.2 17.3 17.3 17.7 17.9 18.2 19.4 22.2 23.7 23.8 24.3",
        PANJABI,
        "[M]",  # T3-T9 of lowest confidence, partly interpolated
        T11="[S2]",
        T12="[S2]",
        L1="[S2]",
    ),
    "canal_depth": _column(
        "14.9 15.0 15.2 16.4 15.5 16.0 16.2 16.4 16.3 16.3 16.2 15.9 15.5 16.0 18.1 19.0 18.2 17.5",
        PANJABI,
        "[M]",  # T2-T10 of lowest confidence
        T11="[S2]",
        T12="[S2]",
        L1="[S2]",
    ),
    "pedicle_width": _column(
        "5.5 6.0 6.9 7.9 7.0 5.6 4.7 4.5 5.2 5.3 5.9 6.1 6.3 7.8 7.1 8.7 8.9 10.3",
        ZINDRICK,
        "[M]",
        L1="[S2]",
    ),
    "pedicle_height": _column(
        "7.0 7.2 7.5 9.9 12.0 12.4 12.1 11.9 12.2 12.1 12.5 13.9 14.9 17.4 15.8 15.4 15.0 14.4",
        ZINDRICK,
        "[M]",
    ),
    "pedicle_converge_deg": _column(
        "42 40 35 27 19 17 14 11 10 9 9 8 5 1 -4 11 12 14",
        ZINDRICK,
        "[M]",  # T5-T9 of lowest confidence
    ),
    "tp_span": _column(
        "55 57 66.6 75.3 69.4 61.0 59.2 60.9 60.1 60.3 60.0 59.4 58.4 52.1 46.9 71.2 76.1 85.7",
        PANJABI,
        "[M]",  # T5-T9 of lowest confidence
    ),
    "sp_length": _column(
        "34 40 46 50.1 51 50 51 52 53 53 52 51 49 49 47 67.7 71.5 73",
        PANJABI,  # from the posterior-superior margin of the body: it holds the canal
        "[M]",  # T2-T11 of lowest confidence
    ),
    "disc_above": _column(
        "5.2 5.2 4.6 3.2 2.7 3.1 3.6 3.8 4.1 4.3 4.5 4.8 5.1 5.6 6.1 7.2 8.4 9.6",
        "between Kunkel 2011 (4.5-7.2) and Fletcher 2015 (CT: 2.7-5.4; mean posterior 3.4)",
        "[X]",
    ),
    "wedge_deg": _column(
        "0 0 1.5 2.5 2.5 2.5 2.5 2.5 2.5 2.5 2.5 2.8 2.6 3.6 3.0 2.0 0 -1",
        "Eur Spine J 19:768 table 1, women T9-L1 (T11, T12, L1 lessened by 0.5-1); others as T8",
        "[X]",
    ),
    "sp_down_deg": _column(
        "22 20 20 30 36 42 48 54 58 58 56 50 40 26 16 10 8 8",
        "Kaur 2016 PMC4857161 (T1, T6, T12), interpolated",
        "[X]",
        T1="[S]",
        T6="[S]",
        T12="[S]",
    ),
    "tp_back_deg": _column(
        "-15 -12 2 18 21 23 26 28 31 34 37 41 45 44 46 12 8 5",
        "anatomy.md 2: 18 at T1 to 46 at T12, in the range of clinical.md 1.5",
        "[X]",
    ),
    "tp_up_deg": _column(
        "-12 -12 -2 6 8 9 11 11 11 11 11 11 9 3 0 4 4 4",
        "anatomy.md 1-2: tip level with the upper plate",
        "[X]",
    ),
    "square_tilt_deg": _column(
        "15 22 27 26 25 22 18 12 6 0 -6 -11 -15 -20 -24 -26 -22 -13",
        "open thoracolumbar model (Bruno, Burkhart, Anderson), relative to T7",
        "[D]",
        C7="[X]",
    ),
    "lamina_height": _column(
        "11 12 14 17 17.8 18.6 19.4 20.2 21 21.8 22.6 23.4 24.2 25.1 24.5 24 24 24",
        "Xu 1999 Spine (T11, 37 spines), linear from T1",
        "[X]",
        T11="[S]",
    ),
    "facet_height": _column(
        "10.5 11 11.4 12.5 11.2 11.0 11.0 10.9 10.3 10.6 10.9 12.3 12.4 13.3 12.5 15.3 16 17",
        "Panjabi 1993 Spine 18:1298, right inferior facet",
        "[S2]",
    ),
    "facet_width": _column(
        "11.5 12 12.6 11.9 11.1 9.9 10.4 9.7 9.6 9.8 10.4 11.9 11.9 11.4 9.5 12.4 13 14",
        "Panjabi 1993 Spine 18:1298, right inferior facet",
        "[S2]",
    ),
}
