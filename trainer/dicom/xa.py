"""Exposures as a DICOM XA instance (X-Ray Angiographic Image Storage), for other programs."""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from pydicom.datadict import tag_for_keyword
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import (
    UID,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    RLELossless,
    XRayAngiographicImageStorage,
)
from pydicom.valuerep import DSfloat

from trainer import __version__
from trainer.geometry.carm import CArmPose
from trainer.geometry.positioner import orientation_letters, primary_angle_deg
from trainer.refusal import ExitCode, Refusal

PATIENT = "SIMULATION^NOT A PATIENT"
DERIVATION = "Simulated by Rhizotomy Trainer; for training; not a picture of a patient"
_COMPRESS = {"": None, "rle": RLELossless, "j2k": JPEG2000Lossless}
_LEAST_J2K_PX = 32  # OpenJPEG makes six resolutions and starts no smaller picture
# Optional numbers of `facts` and the elements they become (DICOM PS3.3 C.8.7.2).
_NUMBERS = {
    "kvp": "KVP",
    "tube_current_ma": "XRayTubeCurrent",
    "pulse_ms": "ExposureTime",
    "exposure_uas": "ExposureInuAs",
    "kerma_mgy": "EntranceDoseInmGy",
    "kap_dgycm2": "ImageAndFluoroscopyAreaDoseProduct",
    "frame_ms": "FrameTime",
}
_INTEGERS = ("tube_current_ma", "pulse_ms", "exposure_uas")
_WORDS = ("pixel_intensity", "pixel_sign", "instance", "compress", "study", "number")


def exposure_bytes(
    stored: NDArray[np.uint16], pose: CArmPose, facts: Mapping[str, object]
) -> bytes:
    """One exposure, or a run of several at one pose, as the bytes of a DICOM file.

    stored : uint16, shape (matrix_px, matrix_px) of the pose, or (frames, matrix_px, matrix_px).
    pose : its `detector_rotation_deg` must be a multiple of 90: XA has no tag for others.
    facts : "pixel_intensity" ("LIN" or "LOG", default LIN) and "pixel_sign" (+1: lower values mean
        less X-ray intensity, the default; -1: more) say what `stored` is; optional numbers "kvp",
        "tube_current_ma", "pulse_ms", "exposure_uas", "kerma_mgy" (air kerma at the reference
        point), "kap_dgycm2", "frame_ms" (a run needs it); "instance": a text from which the
        instance's identifiers are made (same text, same identifiers; default: pose and pixels);
        "study": a text for those of its study and series (default: the instance's); "number": of
        the instance in its series, default 1;
        "compress": "", "rle" or "j2k", both without loss.
    Raises Refusal where the picture is turned in between; ValueError on facts or shapes that make
    no sense.
    """
    _check(stored, pose, facts)
    dataset = _dataset(stored, pose, facts)
    encoding = _COMPRESS[str(facts.get("compress", ""))]
    if encoding is not None:
        plugin = "pydicom" if encoding == RLELossless else "pylibjpeg"
        dataset.compress(encoding, encoding_plugin=plugin, generate_instance_uid=False)
    buffer = io.BytesIO()
    dataset.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def _check(stored: NDArray[np.uint16], pose: CArmPose, facts: Mapping[str, object]) -> None:
    flat = (pose.matrix_px, pose.matrix_px)
    if stored.dtype != np.uint16 or stored.shape[-2:] != flat or stored.ndim not in (2, 3):
        raise ValueError(f"stored must be uint16 of {pose.matrix_px} x {pose.matrix_px}")
    if stored.ndim == 3 and "frame_ms" not in facts:
        raise ValueError("a run must say its frame_ms")
    unknown = set(facts) - set(_NUMBERS) - set(_WORDS)
    if unknown:
        raise ValueError(f"unknown facts {sorted(unknown)}, known: {[*_NUMBERS, *_WORDS]}")
    if facts.get("pixel_intensity", "LIN") not in ("LIN", "LOG"):
        raise ValueError("pixel_intensity must be LIN or LOG")
    if facts.get("pixel_sign", 1) not in (1, -1) or facts.get("compress", "") not in _COMPRESS:
        raise ValueError("pixel_sign must be +1 or -1; compress must be '', 'rle' or 'j2k'")
    if facts.get("compress") == "j2k" and pose.matrix_px < _LEAST_J2K_PX:
        raise ValueError(f"compress 'j2k' must have at least {_LEAST_J2K_PX} pixels along an edge")
    if abs(pose.detector_rotation_deg / 90.0 - round(pose.detector_rotation_deg / 90.0)) > 1e-9:
        raise Refusal(
            "The exposure was not written as DICOM",
            f"its picture is turned by {pose.detector_rotation_deg:g}°, and DICOM XA can only say "
            "multiples of 90°",
            "Turn the picture upright, or save it as PNG",
            code=ExitCode.USAGE,
        )


def _dataset(
    stored: NDArray[np.uint16], pose: CArmPose, facts: Mapping[str, object]
) -> FileDataset:
    seed = str(facts.get("instance", "")) or _content(stored, pose)
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = XRayAngiographicImageStorage
    meta.MediaStorageSOPInstanceUID = uid_of(seed, "instance")
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    elements = _who(seed, facts) | _acquisition(facts) | _geometry(pose) | _pixels(stored, facts)
    for keyword, value in elements.items():
        setattr(dataset, keyword, value)
    dataset.PixelData = np.ascontiguousarray(stored, dtype="<u2").tobytes()
    dataset["PixelData"].VR = "OW"
    return dataset


def instance_uid(instance: str) -> str:
    """The SOP instance UID of what is written with facts["instance"]."""
    return uid_of(instance, "instance")


def study_uids(study: str) -> tuple[str, str]:
    """The study's and the series' UID of what is written with facts["study"]."""
    return uid_of(study, "study"), uid_of(study, "series")


def _who(seed: str, facts: Mapping[str, object]) -> dict[str, object]:
    """Nobody: a simulated patient, identifiers made from the seed, no date."""
    study, series = study_uids(str(facts.get("study", "")) or seed)
    empty = (
        *("PatientBirthDate", "PatientSex", "StudyDate", "StudyTime", "StudyID"),
        *("AccessionNumber", "ReferringPhysicianName", "SeriesDate", "Laterality"),
    )
    return dict.fromkeys(empty, "") | {
        "SOPClassUID": XRayAngiographicImageStorage,
        "SOPInstanceUID": instance_uid(seed),
        "StudyInstanceUID": study,
        "SeriesInstanceUID": series,
        "PatientName": PATIENT,
        "PatientID": "SIMULATION",
        "Modality": "XA",
        "Manufacturer": "Rhizotomy Trainer",
        "SoftwareVersions": __version__,
        "SeriesNumber": 1,
        "InstanceNumber": int(str(facts.get("number", 1))),
        "ImageType": ["DERIVED", "PRIMARY", "SINGLE PLANE"],
        "DerivationDescription": DERIVATION,
        "BurnedInAnnotation": "NO",
        "LossyImageCompression": "00",
    }


def _acquisition(facts: Mapping[str, object]) -> dict[str, object]:
    told: dict[str, object] = {"RadiationSetting": "SC", "PositionerMotion": "STATIC"}
    for name, keyword in _NUMBERS.items():
        if name in facts:
            value = float(str(facts[name]))
            told[keyword] = round(value) if name in _INTEGERS else _ds(value)
    return told


def _geometry(pose: CArmPose) -> dict[str, object]:
    u, v = pose.image_axes
    pitch = _ds(pose.field_mm / pose.matrix_px)
    edge = max(1, round(pose.field_mm))
    return {
        "PositionerPrimaryAngle": _ds(primary_angle_deg(pose.oblique_deg)),
        "PositionerSecondaryAngle": _ds(pose.tilt_deg),
        "DistanceSourceToDetector": _ds(pose.sid_mm),
        "DistanceSourceToPatient": _ds(pose.sod_mm),
        "EstimatedRadiographicMagnificationFactor": _ds(pose.magnification),
        "ImagerPixelSpacing": [pitch, pitch],
        "FieldOfViewShape": "RECTANGLE",
        "FieldOfViewDimensions": [edge, edge],
        "PatientOrientation": [orientation_letters(u), orientation_letters(v)],
    }


def _pixels(stored: NDArray[np.uint16], facts: Mapping[str, object]) -> dict[str, object]:
    return _frames(stored, facts) | {
        "SamplesPerPixel": 1,
        "PhotometricInterpretation": "MONOCHROME2",
        "Rows": stored.shape[-2],
        "Columns": stored.shape[-1],
        "BitsAllocated": 16,
        "BitsStored": 16,
        "HighBit": 15,
        "PixelRepresentation": 0,
        "PixelIntensityRelationship": facts.get("pixel_intensity", "LIN"),
        "PixelIntensityRelationshipSign": facts.get("pixel_sign", 1),
    }


def _frames(stored: NDArray[np.uint16], facts: Mapping[str, object]) -> dict[str, object]:
    """What a run of several frames says of itself (PS3.3 C.7.6.5 Cine, C.7.6.6 Multi-frame)."""
    if stored.ndim == 2:
        return {}
    frame_ms = float(str(facts["frame_ms"]))
    return {
        "NumberOfFrames": stored.shape[0],
        "FrameIncrementPointer": tag_for_keyword("FrameTime"),
        "CineRate": max(1, round(1000.0 / frame_ms)),
    }


def _content(stored: NDArray[np.uint16], pose: CArmPose) -> str:
    return hashlib.sha256(np.ascontiguousarray(stored).tobytes() + repr(pose).encode()).hexdigest()


def uid_of(seed: str, part: str) -> UID:
    """A UUID-derived UID (PS3.5 B.2) that the same seed gives again."""
    name = f"rhizotomy-trainer:{part}:{seed}"
    return UID(f"2.25.{uuid.uuid5(uuid.NAMESPACE_OID, name).int}")


def _ds(value: float) -> DSfloat:
    """A decimal string of at most 16 characters, as near as they allow."""
    return DSfloat(value, auto_format=True)
