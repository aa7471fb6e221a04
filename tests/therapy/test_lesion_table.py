"""The packaged table says what the solver says, and between its rows about that."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.therapy.electrode import Electrode
from trainer.therapy.lesion import lesion_of, reading_of
from trainer.therapy.lesion_program import Mode
from trainer.therapy.lesion_shape import NOTHING
from trainer.therapy.lesion_track import tracked
from trainer.therapy.tables import lesion_tables

RF_18 = Electrode(18, 10.0)
ELECTRODES = sorted(lesion_tables(), key=str)


def test_a_row_is_what_the_solver_gives() -> None:
    rows = lesion_tables()[Electrode(20, 5.0)]
    at_80 = int(np.flatnonzero(rows.temperature_c == 80.0)[0])
    fresh = tracked(Electrode(20, 5.0), Mode.CONVENTIONAL, 80.0, 30.0)
    count = len(fresh.watt)
    np.testing.assert_allclose(
        rows.coagulated_mm[at_80, :count], fresh.coagulated_mm, atol=1e-3, rtol=1e-3
    )
    np.testing.assert_allclose(rows.ohm[at_80, :count], fresh.ohm, rtol=1e-3)


def test_between_rows_it_is_within_a_fifth_of_a_millimetre_of_the_solver() -> None:
    fresh = tracked(RF_18, Mode.CONVENTIONAL, 77.5, 60.0)
    read = lesion_of(RF_18, Mode.CONVENTIONAL, 77.5, 60.0)
    assert read.coagulated.radius_mm == pytest.approx(fresh.coagulated_mm[-1, 0], abs=0.2)
    assert read.isotherm.radius_mm == pytest.approx(fresh.isotherm_mm[-1, 0], abs=0.2)


@given(
    st.sampled_from(ELECTRODES), st.floats(40.0, 90.0), st.floats(0.0, 180.0), st.floats(0.0, 30.0)
)
def test_longer_is_never_smaller(
    electrode: Electrode, warm_c: float, seconds: float, more: float
) -> None:
    mode = Mode.COOLED if electrode.cooled else Mode.CONVENTIONAL
    first = lesion_of(electrode, mode, warm_c, seconds)
    second = lesion_of(electrode, mode, warm_c, seconds + more)
    assert second.coagulated.radius_mm >= first.coagulated.radius_mm - 1e-6
    assert second.isotherm.radius_mm >= first.isotherm.radius_mm - 1e-6


def test_nothing_has_happened_at_the_start() -> None:
    assert lesion_of(RF_18, Mode.CONVENTIONAL, 80.0, 0.0).coagulated == NOTHING


def test_pulsed_current_leaves_nothing_behind() -> None:
    assert lesion_of(RF_18, Mode.PULSED, 42.0, 120.0).coagulated == NOTHING


def test_the_panel_shows_the_ramp() -> None:
    shown = [
        reading_of(RF_18, Mode.CONVENTIONAL, 80.0, second).electrode_c for second in (0, 5, 30)
    ]
    assert shown == pytest.approx([37.0, 58.5, 80.0], abs=1.0)


def test_an_electrode_without_a_row_is_named() -> None:
    with pytest.raises(ValueError, match="25"):
        lesion_of(Electrode(25, 10.0), Mode.CONVENTIONAL, 80.0, 90.0)
