"""bench: what it measures, in the shape it promises."""

from __future__ import annotations

from tests.cli.conftest import Run


def test_bench_times_every_kind_of_picture_and_compares_with_peers(run: Run) -> None:
    said = run("bench", "--size", 64, "--repeats", 1, "--json")
    assert said.code == 0
    document = said.document
    assert document["machine"]["cpus"] >= 1
    measured = {(row["volume"], row["view"], row["size"]) for row in document["frames"]}
    assert measured == {
        (volume, view, 64)
        for volume in ("block", "patient")
        for view in ("AP", "oblique", "lateral")
    }
    kinds = {row["name"] for row in document["frames"]}
    assert {"projection", "projection, nothing skipped", "whole frame", "needle moved"} <= kinds
    assert all(row["ms_median"] > 0.0 for row in document["frames"])
    assert {"joseph, ray by ray", "cv2 per slice"} <= set(document["ratios"])
    errors = {row["name"]: row["rms_percent"] for row in document["peers"] if "rms_percent" in row}
    assert errors["slab"] < 0.15
    assert errors["joseph, ray by ray"] < 0.05


def test_a_number_of_repeats_that_makes_no_sense_is_a_usage_error(run: Run) -> None:
    said = run("bench", "--repeats", 0)
    assert said.code == 2
    assert "0 is not between 1 and 1000" in said.err
