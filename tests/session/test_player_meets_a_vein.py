"""The expert sees contrast run off in a vein, and moves before the drug."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trainer.attempt.events import Injected, NeedleMoved
from trainer.session import playing
from trainer.session.opening import Opening
from trainer.session.players.play import played
from trainer.session.services import Services
from trainer.therapy.spread import VesselLine

SEED = 1
CONTRAST = "iohexol"


def runs(opening: Opening) -> list[tuple[Injected, tuple[int, int, int]]]:
    """Each injection of the expert with the tip it left from, world um."""
    tip, found = (0, 0, 0), []
    for record in played(opening, "expert", SEED):
        for event in record.events:
            if isinstance(event, NeedleMoved):
                tip = event.tip_um
            if isinstance(event, Injected):
                found.append((event, tip))
    return found


def with_a_vein_at(opening: Opening, tip_um: tuple[int, int, int]) -> Opening:
    """A thin vein up and down past a place: it aspirates dry."""
    body = opening.world.body
    assert body is not None
    heights = np.linspace(-20.0, 20.0, 81)
    line = np.array(tip_um) / 1000.0 + np.outer(heights, [0.0, 0.0, 1.0])
    vein = VesselLine("T7-vein left", 0.75, line)
    changed = replace(body, vessels=(*body.vessels, vein))
    return replace(opening, world=replace(opening.world, body=changed))


def test_the_expert_moves_when_contrast_runs_off_and_injects_elsewhere(services: Services) -> None:
    opening = playing.opened(services, services.scenarios.load("mbb-t7-8"), SEED)
    calm = runs(opening)
    assert {run.pattern for run, _ in calm} == {"planes"}
    met = runs(with_a_vein_at(opening, calm[0][1]))
    (first, first_um), (second, second_um), *_ = met
    assert first.agent.startswith(CONTRAST)
    assert first.pattern == "vessel"
    assert second.agent.startswith(CONTRAST)
    assert first_um != second_um
    drugs = [run for run, _ in met if not run.agent.startswith(CONTRAST)]
    assert [run.pattern for run in drugs] == ["planes", "planes"]
