"""About in words: version, intended use, evidence with its confidence, licences. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import escape
from importlib.metadata import PackageMetadata, PackageNotFoundError, distribution, requires

from trainer import __version__
from trainer.anatomy.tables import conventions
from trainer.scoring.metrics import METRICS
from trainer.ui.presenters.home import INTENDED_USE
from trainer.ui.presenters.texts import tr

DISTRIBUTION = "rhizotomy-trainer"
USE = (
    "It teaches to see, to count, to aim and to decide. It does not measure patients, it plans no "
    "treatment, and its dose is simulated and uncalibrated.",
    "Every cut score is provisional and not for decisions until a standard-setting record stands "
    "beside it.",
    "No clinician has reviewed the content yet. What rests on memory or is a design value says so.",
)
EVIDENCE = (
    "Limited accuracy and no evidence of therapeutic utility were found for thoracic medial branch "
    "procedures (ANZCA FPM); no recommendation is made there.",
    "Where the thoracic medial branch runs is disputed. The readings a scenario may accept:",
)
CONFIDENCE = (
    "Marks: [V] a source was seen, [M] from memory, to be verified with a clinician, [X] a design "
    "value of this program."
)


def about_html(build: Callable[[], str]) -> str:
    """Version and intended use."""
    shown = build()[:12]
    return "".join(
        (
            f"<h2>{_t('Rhizotomy Trainer')} {escape(__version__)}</h2>",
            f"<p>{_t('Build')} {escape(shown)}</p>",
            f"<h3>{_t('Intended use')}</h3><p><b>{_t(INTENDED_USE)}</b></p>",
            *(f"<p>{_t(line)}</p>" for line in USE),
            f"<p>{_t('Nothing is sent anywhere: no telemetry, no network.')}</p>",
        )
    )


def evidence_html() -> str:
    """What is known, how well, and where it comes from."""
    rows = (
        f"<tr><td><b>{escape(each.title)}</b><br>{escape(each.text)}</td>"
        f"<td>{escape(each.citation)}<br>{_reviewed(each.reviewer)}</td></tr>"
        for each in conventions().values()
    )
    measures = (
        f"<tr><td>{_t(metric.title)}</td><td>{escape(metric.citation)}</td>"
        f"<td>{_t(metric.validity.value)}</td></tr>"
        for metric in METRICS.values()
    )
    return "".join(
        (
            *(f"<p>{_t(line)}</p>" for line in EVIDENCE),
            f'<table cellpadding="6">{"".join(rows)}</table>',
            f"<p>{_t(CONFIDENCE)}</p><h3>{_t('Measures')}</h3>",
            f'<table cellpadding="4">{"".join(measures)}</table>',
        )
    )


def licences_html() -> str:
    """The licence of this program and those of the libraries that it is installed with."""
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td>{escape(version)}</td><td>{escape(licence)}</td></tr>"
        for name, version, licence in libraries()
    )
    ours = _t("Rhizotomy Trainer is free software under the Apache License 2.0. It uses:")
    return f'<p>{ours}</p><table cellpadding="4">{rows}</table>'


def libraries() -> tuple[tuple[str, str, str], ...]:
    """(name, version, licence) of what this program requires, as installed."""
    try:
        wanted = requires(DISTRIBUTION) or []
    except PackageNotFoundError:  # run from a bare checkout
        return ()
    names = (_name(line) for line in wanted if "extra ==" not in line)
    return tuple(_library(name) for name in names)


def _name(requirement: str) -> str:
    for at, sign in enumerate(requirement):
        if not (sign.isalnum() or sign in "-_."):
            return requirement[:at]
    return requirement


def _library(name: str) -> tuple[str, str, str]:
    version, licence = _installed(name)
    return name, version, licence if version else tr("not installed")


@cache  # reading them all takes a tenth of a second, each time About is opened
def _installed(name: str) -> tuple[str, str]:
    """(version, licence), both "" where it is not there."""
    try:
        found = distribution(name).metadata
    except PackageNotFoundError:
        return "", ""
    told = _field(found, "License-Expression") or _classified(found.get_all("Classifier") or [])
    return found["Version"], told or _field(found, "License").partition("\n")[0][:60]


def _field(found: PackageMetadata, name: str) -> str:
    return str(found[name] or "") if name in found else ""


def _classified(classifiers: list[str]) -> str:
    marks = [line for line in classifiers if line.startswith("License ::")]
    return ", ".join(line.rsplit(" :: ", 1)[-1] for line in marks)


def _reviewed(reviewer: str) -> str:
    if not reviewer:
        return f"<i>{_t('Not reviewed by a clinician yet')}</i>"
    return escape(tr("Reviewed by {who}").format(who=reviewer))


def _t(text: str) -> str:
    return escape(tr(text))
