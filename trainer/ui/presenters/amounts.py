"""Numbers as rooms and reports write them."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.attempt.state import State
from trainer.ui.presenters.texts import decimal, tr

RING_UM = 10_000  # shaft rings stand 10 mm apart
# Units that rooms write kerma-area product in, and how many there are in a µGy·m².
KAP_UNITS: Mapping[str, float] = {"µGy·m²": 1.0, "cGy·cm²": 1.0, "Gy·cm²": 0.01}
_kap_unit = ["µGy·m²"]


def use_kap_unit(unit: str) -> None:
    """Write kerma-area product in this unit from now on; the log keeps its own."""
    _kap_unit[:] = [unit if unit in KAP_UNITS else "µGy·m²"]


def kap_text(kap_pgym2: int) -> str:
    """Kerma-area product in the chosen unit."""
    unit = _kap_unit[0]
    value = kap_pgym2 / 1e6 * KAP_UNITS[unit]
    return decimal(f"{value:.1f} {unit}" if KAP_UNITS[unit] == 1.0 else f"{value:.3f} {unit}")


def clock_text(seconds: float) -> str:
    """Minutes and seconds, e.g. ``02:05``."""
    whole = max(0, int(seconds))
    return f"{whole // 60:02d}:{whole % 60:02d}"


def age_text(seconds: float) -> str:
    """How old a held picture is."""
    whole = max(0, int(seconds))
    if whole < 60:
        return tr("{seconds} s old").format(seconds=whole)
    return tr("{minutes} min {seconds:02d} s old").format(minutes=whole // 60, seconds=whole % 60)


def beam_minutes(state: State) -> float:
    """Fluoroscopy time so far, the present run included."""
    running_ms = 0 if state.beam_since_ms is None else state.t_ms - state.beam_since_ms
    return (state.beam_on_ms + running_ms) / 60_000


def dose_text(state: State) -> str:
    """Fluoroscopy time in minutes and tenths, pictures, air kerma and kerma-area product."""
    parts = (
        tr("{minutes:.1f} min").format(minutes=beam_minutes(state)),
        tr("{count} exp").format(count=state.exposures),
        tr("{kerma:.2f} mGy").format(kerma=state.kerma_ngy / 1e6),
        kap_text(state.kap_pgym2),
    )
    return "   ".join(parts)


def dose_spoken(state: State) -> str:
    """The same in whole words, for a screen reader and the tooltip."""
    return tr(
        "Simulated, uncalibrated dose: fluoroscopy time {minutes:.1f} minutes, {count} exposures, "
        "reference air kerma {kerma:.2f} mGy, kerma-area product {kap}, operator "
        "without apron {operator:.2f} µSv"
    ).format(
        minutes=beam_minutes(state),
        count=state.exposures,
        kerma=state.kerma_ngy / 1e6,
        kap=kap_text(state.kap_pgym2),
        operator=state.operator_psv / 1e6,
    )


def technique_text(tube_v: int, charge_nas: int, pulse_us: int) -> str:
    """Tube voltage, current during the pulse, its length; "" where a picture tells none."""
    if not (tube_v and pulse_us):
        return ""
    return tr("{kv:.0f} kV   {ma:.1f} mA   {ms:.0f} ms").format(
        kv=tube_v / 1000, ma=charge_nas / pulse_us, ms=pulse_us / 1000
    )


def rings_outside(length_mm: float, depth_um: int) -> tuple[int, int]:
    """How many of the shaft's rings stand outside the skin, and how many there are."""
    total = int(length_mm * 1000 - 1) // RING_UM
    outside_um = length_mm * 1000 - depth_um
    return max(0, min(total, int(outside_um - 1) // RING_UM)), total


def notch_text(notch_deg: float) -> str:
    """Where a notch points as people say it: half hours of a clock, the head at twelve."""
    half_hours = round(notch_deg / 15.0) % 24
    text = tr("notch at {hour}:30") if half_hours % 2 else tr("notch at {hour} o'clock")
    return text.format(hour=half_hours // 2 or 12)
