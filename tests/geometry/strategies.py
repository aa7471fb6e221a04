"""Poses and points for laws."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from trainer.geometry.carm import CArmPose

finite_mm = st.floats(-80.0, 80.0)
points_world_mm = st.tuples(finite_mm, finite_mm, finite_mm).map(np.array)
poses = st.builds(
    CArmPose,
    oblique_deg=st.floats(-100.0, 100.0),
    tilt_deg=st.floats(-45.0, 45.0),
    isocentre_world_mm=st.tuples(finite_mm, finite_mm, finite_mm),
    sid_mm=st.floats(900.0, 1300.0),
    sod_mm=st.floats(450.0, 800.0),
    detector_rotation_deg=st.floats(-180.0, 180.0),
    field_mm=st.sampled_from([298.0, 220.0, 160.0]),
    matrix_px=st.sampled_from([256, 512, 1024]),
)
