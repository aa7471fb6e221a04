"""An exam definition as the one document and the one hash that every machine agrees on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from trainer.assessment.exams.definition import ExamDefinition
from trainer.refusal import Problem, Refusal

BYTES_LIMIT = 4 * 2**20  # design value: 26 forms of 32 stations take a tenth


def to_document(definition: ExamDefinition) -> dict[str, Any]:
    """The whole definition as plain values, defaults written out."""
    return definition.model_dump(mode="json")


def definition_bytes(definition: ExamDefinition) -> bytes:
    """Sorted keys, no spaces, ASCII; equal definitions, equal bytes."""
    document = to_document(definition)
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode("ascii")


def definition_sha256(definition: ExamDefinition) -> str:
    """SHA-256 (hex) of the canonical bytes."""
    return hashlib.sha256(definition_bytes(definition)).hexdigest()


def read_definition(data: bytes, name: str) -> ExamDefinition:
    """The definition of a file. Raises Refusal with every problem."""
    if len(data) > BYTES_LIMIT:
        raise not_a_definition(name, f"it is larger than {BYTES_LIMIT // 2**20} MB")
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise not_a_definition(name, "it is not JSON") from None
    if not isinstance(document, dict):
        raise not_a_definition(name, "it holds no fields")
    return from_document(document, name)


def from_document(document: Mapping[str, Any], name: str) -> ExamDefinition:
    """The definition of plain values. Raises Refusal with every problem."""
    try:
        return ExamDefinition.model_validate_json(json.dumps(document))
    except ValidationError as error:
        raise not_a_definition(name, "see below", problems_of(error)) from None


def problems_of(error: ValidationError) -> tuple[Problem, ...]:
    """Every finding of pydantic at its field path."""
    return tuple(
        Problem(".".join(str(part) for part in one["loc"]), one["msg"]) for one in error.errors()
    )


def not_a_definition(name: str, why: str, problems: tuple[Problem, ...] = ()) -> Refusal:
    """The refusal of a file that defines no exam."""
    return Refusal(
        f"{name} defines no exam", why, "Correct it, or choose another file", problems=problems
    )
