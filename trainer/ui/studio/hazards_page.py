"""Hazards: what must not be entered, and how far away counts as safe; drawn in every view."""

from __future__ import annotations

from functools import partial
from typing import Any

from trainer.scenario.target import HazardStructure
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.page import Page
from trainer.ui.studio.value_slider import ValueSlider

NAMES = {"pleura": "Pleura", "canal": "Spinal canal", "foramen": "Foramen"}
USUAL_MM = 5.0  # as in every shipped case


class HazardsPage(Page):
    """Three structures with margins."""

    id, way, slices_too, hazards = "hazards", "beams", True, True

    def build(self) -> None:
        """A tick and a margin each."""
        self.margins: dict[str, ValueSlider] = {}
        for structure in HazardStructure:
            name = structure.value
            box = self.fields.tick(
                f"hazard_{name}",
                tr(NAMES[name]),
                partial(self._has, name),
                partial(self._tick, name),
            )
            margin = ValueSlider(f"margin_{name}", self.tr("Safe from"), (0.0, 20.0), 0.5, "mm")
            margin.settled.connect(lambda value, name=name: self._set(name, value))
            for part in (margin.slider, margin.edit):
                part.setAccessibleName(
                    self.tr("Margin of {structure}, mm").format(structure=tr(NAMES[name]))
                )
            self.margins[name] = margin
            self.fields.home("hazards", box)
            self.column.addWidget(box)
            self.column.addWidget(margin)
        self.muted(
            self.tr("Solid: the structure. Dashed: its margin, at the chosen target and round it.")
        )
        self.column.addStretch(1)

    def refresh(self) -> None:
        """As the document has it."""
        super().refresh()
        for name, margin in self.margins.items():
            value = self._margin(name)
            margin.setEnabled(value is not None)
            margin.show_value(USUAL_MM if value is None else value)

    def words(self) -> str:
        """What is drawn."""
        return self.tr("Hazards with their margins, round the chosen target")

    def _all(self) -> list[dict[str, Any]]:
        found = self.presenter.value(("hazards",), [])
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    def _margin(self, name: str) -> float | None:
        return next(
            (float(one["margin_mm"]) for one in self._all() if one.get("structure") == name), None
        )

    def _has(self, name: str) -> bool:
        return self._margin(name) is not None

    def _tick(self, name: str, on: bool) -> None:
        self._set(name, USUAL_MM if on else None)

    def _set(self, name: str, margin_mm: float | None) -> None:
        if margin_mm == self._margin(name):
            return
        kept = {str(one.get("structure")): one for one in self._all()}
        kept.pop(name, None) if margin_mm is None else kept.update(
            {name: {"structure": name, "margin_mm": margin_mm}}
        )
        ordered = [kept[each.value] for each in HazardStructure if each.value in kept]
        self.presenter.set(("hazards",), ordered, tr(NAMES[name]))
