"""An attempt's measurements as a DICOM SR: TID 1500 Measurement Report, Comprehensive SR Storage.

Source: DICOM PS3.16 TID 1500, TID 1501, PS3.3 A.35.3. Where DICOM has a code for what is measured
(dose) it is used; everything else has ours, scheme 99RHIZO, whose values are the metrics' ids.
Patient, series and text say that nothing here is of a patient.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import XRayAngiographicImageStorage

from trainer.attempt.header import Header
from trainer.dicom.pacs_extra import needs_pacs_extra
from trainer.dicom.xa import DERIVATION, PATIENT, instance_uid, study_uids, uid_of
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import Score
from trainer.session.pacs import Remark, ReportFacts, Run

if TYPE_CHECKING:
    from highdicom.sr import MeasurementsAndQualitativeEvaluations

SCHEME = "99RHIZO"
SERIES_NUMBER = 2  # the pictures are 1
_MM, _MS = Code("mm", "UCUM", "millimeter"), Code("ms", "UCUM", "millisecond")
_ONE = Code("1", "UCUM", "no units")
# A metric's unit: the factor and the UCUM unit that it is written in.
_UNITS: dict[str, tuple[float, Code]] = {
    "um": (1e-3, _MM),
    "mdeg": (1e-3, Code("deg", "UCUM", "degree")),
    "ms": (1.0, _MS),
    "nGy": (1e-9, Code("Gy", "UCUM", "gray")),
    "pGym2": (1e-12, Code("Gy.m2", "UCUM", "gray square meter")),
    "pSv": (1e-12, Code("Sv", "UCUM", "sievert")),
    "permille": (0.1, Code("%", "UCUM", "percent")),
    "count": (1.0, _ONE),
    "1": (1.0, _ONE),
}
# What DICOM itself has a concept for (PS3.16 annex D).
_CODED = {
    "kap_pgym2": codes.DCM.DoseAreaProductTotal,
    "kerma_ngy": codes.DCM.DoseRPTotal,
    "exposures": codes.DCM.TotalNumberOfRadiographicFrames,
    "beam_ms": codes.DCM.TotalFluoroTime,
}
_SECONDS = {"beam_ms"}  # 113730 is given in seconds (PS3.16 TID 10004 [M])


def report_bytes(facts: ReportFacts) -> bytes:
    """The report as the bytes of a DICOM file; the same input gives the same bytes.

    Raises Refusal where the extra `pacs` is not installed, ValueError without any run.
    """
    header, found, runs = facts.header, facts.score, facts.runs
    if not runs:
        raise ValueError("a measurement report needs evidence: an attempt with exposures")
    with needs_pacs_extra("The measurement report was not written"):
        from highdicom.sr import ComprehensiveSR
    study, _ = study_uids(header.attempt_id)
    made = ComprehensiveSR(
        evidence=[_evidence(header, run) for run in runs],
        content=_content(header, found, runs, facts.remarks),
        series_instance_uid=uid_of(header.attempt_id, "sr series"),
        series_number=SERIES_NUMBER,
        sop_instance_uid=uid_of(f"{header.attempt_id} {found.digest} {facts.remarks!r}", "sr"),
        instance_number=1,
        manufacturer="Rhizotomy Trainer",
        is_complete=found.complete,
        series_description="SIMULATED, NOT A PATIENT",
    )
    assert study == made.StudyInstanceUID
    _name_and_date(made, header)
    buffer = io.BytesIO()
    made.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def _name_and_date(made: Dataset, header: Header) -> None:
    """Its date is the attempt's, never the day it was written."""
    digits = "".join(sign for sign in header.created_utc if sign.isdigit())[:14].ljust(14, "0")
    made.SpecificCharacterSet = "ISO_IR 192"
    made.ContentDate, made.ContentTime = digits[:8], digits[8:]
    made.TimezoneOffsetFromUTC = "+0000"
    for keyword in ("InstanceCreationDate", "InstanceCreationTime", "SeriesDate", "SeriesTime"):
        if keyword in made:
            delattr(made, keyword)
    made.ManufacturerModelName = "Rhizotomy Trainer"
    made.SoftwareVersions = header.provenance.version
    for equipment in made.get("ContributingEquipmentSequence", ()):
        equipment.ContributionDateTime = digits
    # Never to be taken for a person's: PS3.3 C.7.1.1 has no flag for simulations.
    made.PatientName = PATIENT


def _evidence(header: Header, run: Run) -> Dataset:
    """What a report says of a picture it rests on; the picture itself need not be there."""
    study, series = study_uids(header.attempt_id)
    known = Dataset()
    for keyword, value in {
        "SOPClassUID": XRayAngiographicImageStorage,
        "SOPInstanceUID": instance_uid(run.instance),
        "StudyInstanceUID": study,
        "SeriesInstanceUID": series,
        "PatientName": PATIENT,
        "PatientID": "SIMULATION",
        "SpecificCharacterSet": "ISO_IR 192",
        **dict.fromkeys(("PatientBirthDate", "PatientSex", "StudyDate", "StudyTime"), ""),
        **dict.fromkeys(("StudyID", "AccessionNumber", "ReferringPhysicianName"), ""),
        "Modality": "XA",
        "Rows": 1,
        "Columns": 1,
    }.items():
        setattr(known, keyword, value)
    return known


def _content(
    header: Header, found: Score, runs: Sequence[Run], remarks: Sequence[Remark]
) -> Sequence[Dataset]:
    from highdicom.sr import MeasurementReport, ObservationContext

    report = MeasurementReport(
        observation_context=ObservationContext(
            observer_person_context=_observer(header),
            observer_device_context=_device(header),
        ),
        procedure_reported=_own("simulated-" + str(header.scenario["procedure"]), "Simulated task"),
        imaging_measurements=[_measured(header, found, runs)],
        title=codes.DCM.ImagingMeasurementReport,
    )
    report[0].ContentSequence.extend(_texts(header, found, remarks))
    whole: Sequence[Dataset] = report
    return whole


def _observer(header: Header) -> Any:
    from highdicom.sr import ObserverContext, PersonObserverIdentifyingAttributes

    who = header.sitting.candidate if header.sitting else "trainee"
    named = PersonObserverIdentifyingAttributes(name=f"{_plain(who)[:50]}^PSEUDONYM")
    return ObserverContext(codes.DCM.Person, named)


def _plain(text: str) -> str:
    """Of a person's name: what DICOM gives a meaning to becomes a blank."""
    return " ".join("".join(" " if sign in "^=\\" else sign for sign in text).split())


def _device(header: Header) -> Any:
    from highdicom.sr import DeviceObserverIdentifyingAttributes, ObserverContext

    told = DeviceObserverIdentifyingAttributes(
        uid=uid_of(header.provenance.build_sha256, "program"),
        name="Rhizotomy Trainer (simulator)",
        manufacturer_name="Rhizotomy Trainer",
        model_name=header.provenance.version,
    )
    return ObserverContext(codes.DCM.Device, told)


def _measured(
    header: Header, found: Score, runs: Sequence[Run]
) -> MeasurementsAndQualitativeEvaluations:
    from highdicom.sr import (
        MeasurementsAndQualitativeEvaluations,
        QualitativeEvaluation,
        SourceImageForMeasurementGroup,
        TrackingIdentifier,
    )

    verdict = "passed" if found.passed else "not-passed"
    said = [("verdict", "Verdict by the rubric, provisional", verdict)]
    said += [(error.id, "Critical error", "happened") for error in found.critical]
    return MeasurementsAndQualitativeEvaluations(
        tracking_identifier=TrackingIdentifier(
            uid=uid_of(header.attempt_id, "tracking"), identifier=f"attempt {header.attempt_id}"
        ),
        measurements=list(_measurements(found)),
        qualitative_evaluations=[
            QualitativeEvaluation(
                name=_own(name, meaning if name == "verdict" else f"{meaning}: {name}"),
                value=_own(value, value.replace("-", " ")),
            )
            for name, meaning, value in said
        ],
        source_images=[
            SourceImageForMeasurementGroup(
                XRayAngiographicImageStorage,
                instance_uid(run.instance),
                # One frame is no multi-frame image, and names none.
                list(range(1, run.frames + 1)) if run.frames > 1 else None,
            )
            for run in runs
        ],
    )


def _measurements(found: Score) -> Iterator[Any]:
    from highdicom.sr import Measurement

    yield Measurement(_own("score", "Score"), found.score / 10, _UNITS["permille"][1])
    for metric in found.metrics:
        if metric.value is None:
            continue
        factor, unit = _UNITS[metric.unit]
        if metric.id in _SECONDS:
            factor, unit = 1e-3, Code("s", "UCUM", "second")
        known = METRICS.get(metric.id)
        name = _CODED.get(metric.id) or _own(metric.id, known.title if known else metric.id)
        yield Measurement(name, float(f"{metric.value * factor:.9g}"), unit)


def _own(value: str, meaning: str) -> Code:
    return Code(value, SCHEME, meaning[:64])


def _texts(header: Header, found: Score, remarks: Sequence[Remark]) -> Iterator[Dataset]:
    """TID 1500 is extensible: what must not be missing stands as text."""
    from highdicom.sr import RelationshipTypeValues, TextContentItem

    notices = [
        DERIVATION,
        f"{found.standing}. For training; no validity evidence; not for decisions.",
        f"Attempt {header.attempt_id}, scenario {found.scenario_id}, rubric {found.rubric_id} "
        f"{found.rubric_version}, digest {found.digest}",
        *(f"{error.id}: {error.why}" for error in found.critical),
        *(f"{remark.rater}: {remark.text}" for remark in remarks),
    ]
    for notice in notices:
        text = notice.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        yield TextContentItem(
            name=codes.DCM.Comment, value=text, relationship_type=RelationshipTypeValues.CONTAINS
        )
