"""What the patient's skin and the operator would receive; simulated, never a calibrated figure."""

from __future__ import annotations

from trainer.imaging.tables import physics_tables

# The displayed kerma is that at 15 cm from the isocentre toward the tube, free in air (21 CFR
# 1020.32(k), from memory [M]: its text could not be read; IEC 60601-2-54 says the same, also [M]).
REFERENCE_TO_ISOCENTRE_MM = 150.0
TABLE_DISTANCE_MM = 1000.0  # where physics.npz states fluence and kerma
# Kerma scattered sideways at 1 m is about a thousandth of the entrance kerma for a field of 400 cm2
# (the rule of NCRP reports 49 and 147 for 90 degrees; confidence medium), and goes with the area.
SCATTER_SHARE_AT_1M, SCATTER_FIELD_M2 = 1e-3, 0.04
NGY_PER_UGY, PGYM2_PER_NGYM2 = 1e3, 1e3


def reference_air_kerma_ngy(kvp: float, charge_mas: float, sod_mm: float) -> float:
    """Air kerma at the reference point of one pulse, nGy; without table and backscatter.

    kvp : 40..120. charge_mas : of the pulse, at least 0. sod_mm : source to isocentre, over 150.
    Raises ValueError outside these ranges. Linear in charge, inverse square in distance.
    """
    return _kerma_ngy(kvp, charge_mas, _reference_from_source_mm(sod_mm))


def kerma_area_pgym2(
    kvp: float, charge_mas: float, field_mm: tuple[float, float], sid_mm: float
) -> float:
    """Kerma-area product of one pulse, pGy m2; the same at every distance from the source.

    field_mm : width and height of the open field at the receptor, after iris and shutters.
    """
    width_mm, height_mm = field_mm
    if min(width_mm, height_mm) < 0.0:
        raise ValueError(f"field_mm must not be negative, got {field_mm}")
    return _kerma_ngy(kvp, charge_mas, sid_mm) * width_mm * height_mm * 1e-6 * PGYM2_PER_NGYM2


def scattered_kerma_ngy(kerma_area_pgym2: float, distance_mm: float) -> float:
    """Kerma at an unshielded person beside the patient, nGy; rough, for teaching distance.

    kerma_area_pgym2 : of the exposure. distance_mm : from the entrance field, over 0.
    """
    if not distance_mm > 0.0:
        raise ValueError(f"distance_mm must be positive, got {distance_mm}")
    entrance_ngy_m2 = kerma_area_pgym2 / PGYM2_PER_NGYM2
    at_one_metre = entrance_ngy_m2 * SCATTER_SHARE_AT_1M / SCATTER_FIELD_M2
    return at_one_metre * (TABLE_DISTANCE_MM / distance_mm) ** 2


def _reference_from_source_mm(sod_mm: float) -> float:
    if not sod_mm > REFERENCE_TO_ISOCENTRE_MM:
        raise ValueError(f"sod_mm must exceed {REFERENCE_TO_ISOCENTRE_MM:g}, got {sod_mm}")
    return sod_mm - REFERENCE_TO_ISOCENTRE_MM


def _kerma_ngy(kvp: float, charge_mas: float, distance_mm: float) -> float:
    """Free in air at a distance from the focal spot."""
    if not (charge_mas >= 0.0 and distance_mm > 0.0):
        raise ValueError(f"need charge >= 0 and distance > 0, got {charge_mas}, {distance_mm}")
    per_mas_ngy = physics_tables().air_kerma_ugy(kvp) * NGY_PER_UGY
    return per_mas_ngy * charge_mas * (TABLE_DISTANCE_MM / distance_mm) ** 2
