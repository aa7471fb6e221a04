"""Write docs/authoring.md and scenarios/scenario.schema.json from the schema.

Run ``python -m tools.make_scenario_reference`` after any change to trainer/scenario.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from trainer.scenario.canonical import json_schema
from trainer.scenario.conventions import CONVENTIONS
from trainer.scenario.part import Part
from trainer.scenario.parts import PARTS
from trainer.scenario.yaml_document import DEPTH_LIMIT, VALUES_LIMIT
from trainer.scenario.yaml_text import BYTES_LIMIT

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "authoring.md"
SCHEMA = ROOT / "scenarios" / "scenario.schema.json"

HEAD = f"""# Writing a scenario

<!-- Written by `python -m tools.make_scenario_reference`; change trainer/scenario instead. -->

A scenario is a folder `<id>/` with one file `scenario.yaml` (YAML 1.2, UTF-8) and, where it has
some, its pictures. Yours belong into the folder `scenarios` of this program's home; any other place
works by its path. Every command that takes a scenario takes an id or a path.

1. Copy a shipped folder that is near to what you want, give it a new name and write that into `id`.
2. Change what differs. Lengths are millimetres, angles degrees; +x is the patient's left, +y the
   back, +z the head ([conventions.md](conventions.md)).
3. `scenario validate PATH` names everything that is wrong, each with its field and line, missing or
   changed pictures included. `view` and `project` show where a point lies in a picture.
4. Count `version` up whenever you publish a change. An attempt keeps the whole scenario it was
   played on, so old results stay what they were.

**The studio** does the same with pictures in view, in any order. You begin with nothing, or fork a
case (its own id, version 1, your name first; the origin is never changed). A patient, a target and
"fill in" make a case that could be published: needles, views, start, margins, rubric and a title
are proposed as the shipped cases have them, and everything can be changed or taken back. The list
beside it says the same as `scenario validate`, and what the patient adds: a target it lacks, a
landmark nobody has confirmed, a hazard its segmentation does not hold. What stops the case and what
only deserves a second look are told apart; among the latter are sentences that are still the
program's own. Every edit is on disk within a second, so a crash costs less than two; undo goes back
to the beginning, also after a restart. A case in the making lies in the folder `studio` of this
program's home, with what belongs to it; one studio at a time has it open.

A CT comes in as a DICOM folder, its DICOMDIR, a zip of it, NIfTI or NRRD, with a label map if you
have one. Try a case as a trainee at any time: that is a real attempt, kept with the manuscript
and counted nowhere, and the rubric's verdict can be read while you play. A submitted try, or the
scripted expert's, becomes the reference run of the debrief; it is left out when the case is
played another way afterwards, and kept when only words, title or version change. Levels and sides
can be made into parallel forms with anchors that every form shares: `forms.json` beside the new
scenarios holds the blueprint and the forms as exams draw them.

Publishing puts the case into your library in one step, with the patient folder or pictures it
names, its reference run, and `.md`, `.txt`, `.png` and `.jpg` files beside it. It is refused while
anything stops it, under the id of a shipped case, and under a version that is not above the one you
have there.

**A synthetic patient** is built from a seed; its targets are names (bone, side, nerve), and the
program knows where they lie. **Your own CT**: `import ct FOLDER --out PATIENT` makes a patient
folder without identifiers and prints its hash; put both under `patient`, and the target into
`point_world_mm`. **Radiographs**: name the DICOM files and their SHA-256, and mark the target in
each picture you use. One picture is scored in its plane; two or more give the target in space.

**The case** stands under `story`. `history` is the referral, which everybody reads; `pages` is the
rest of the file, a page a topic, and what is not opened is not known. Write pages in the words of a
letter or of the person, invent the person, and put each fact that counts into the page's
`findings`. `reasons` then says what each reason is worth here (required, acceptable, wrong), on
which findings it rests, and in `teaching` the sentence the debrief quotes; the list of reasons,
topics and points of talk is the same in every case, so the choices tell nothing. `diary` holds the
blocks so far, `pain` the truth that no candidate sees: which joints make how much of it, and what
any injection takes away for a few hours. `consent_needed` names what must be talked over, `consent`
what this patient asks in other words than [the usual ones](profiles.md). `traits`, `plans` and
`vessels` make things happen: who faints easily, which implant needs what, where a vein runs. A case
that should end without a needle says so in `decision`, with at least one required reason.
`practice_profile` names the [policy](profiles.md) the score follows; under one that refuses, a
rhizotomy to go on with needs the blocks it asks for in its diary, and anywhere else `scenario
validate` warns.

Numbers are numbers and text is text: `"12"` is no number, `true` is no 1. Unknown fields, fields
given twice, NaN and infinity are refused. A file has at most {BYTES_LIMIT:,} bytes,
{VALUES_LIMIT:,} values and {DEPTH_LIMIT} levels. The same rules for editors and other programs
stand in [scenario.schema.json](../scenarios/scenario.schema.json); what parts owe each other (the
nerve to the bone, the target to the patient's kind) only `scenario validate` checks.
"""

_TYPES: Mapping[str, str] = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "nothing",
}


def main() -> None:
    """Write both files."""
    for path, text in ((PAGE, page()), (SCHEMA, schema_text())):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def schema_text() -> str:
    """The JSON Schema as committed."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def page() -> str:
    """The whole page."""
    schema = json_schema()
    sections = (_section(place, part, schema) for place, part in PARTS.items())
    return "\n".join([HEAD, *sections, _conventions()])


def _section(place: tuple[str, ...], part: type[Part], schema: Mapping[str, Any]) -> str:
    own = schema if not place else schema["$defs"][part.__name__]
    rows = (_row(name, field, own, schema) for name, field in own["properties"].items())
    head = ["| field | what it holds | if left out | meaning |", "|---|---|---|---|"]
    return "\n".join(
        [f"## {_heading(place)}", "", inspect.getdoc(part) or "", "", *head, *rows, ""]
    )


_FORMS = {
    "named": "a shipped one by name",
    "of_parts": "a whole one",
    "flat": "the first form, still read",
}


def _heading(place: tuple[str, ...]) -> str:
    if not place:
        return "The file"
    kinds = [f"kind: {step}" for step in place[1:2] if place[0] == "patient"]
    kinds += [_FORMS[step] for step in place[1:2] if place[0] == "rubric"]
    path = ".".join(
        step for step in place if step not in {"synthetic", "ct", "radiograph", *_FORMS}
    )
    return " · ".join([f"`{path}`", *kinds])


def _row(name: str, field: Any, own: Any, schema: Any) -> str:
    needed = name in own.get("required", ())
    default = "refused" if needed else _default(field)
    meaning = field.get("description") or _definition(field, schema).get("description", "")
    return f"| `{name}` | {_kind(field, schema)} | {default} | {meaning} |"


def _definition(field: Any, schema: Any) -> Any:
    """What a reference stands for; pydantic leaves out a description equal to its own."""
    return schema["$defs"].get(field.get("$ref", "").rpartition("/")[2], {})


def _default(field: Any) -> str:
    value = field.get("default")
    if value is None:
        return "nothing"
    return "its defaults" if isinstance(value, dict) else f"`{json.dumps(value)}`"


def _kind(field: Any, schema: Any) -> str:
    """What a value is, in words."""
    if "$ref" in field:
        return _referred(_definition(field, schema))
    for choice in ("anyOf", "oneOf"):
        if choice in field:
            kinds = dict.fromkeys(_kind(one, schema) for one in field[choice])
            return " or ".join(kind for kind in kinds if kind != "nothing")
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if field.get("type") == "array":
        return _listed(field, schema)
    if field.get("type") == "object":
        return "name: " + _kind(next(iter(_values_of(field))), schema)
    return " ".join([_TYPES[field["type"]], *_limits(field)])


def _referred(definition: Any) -> str:
    if "enum" in definition:
        return ", ".join(f"`{value}`" for value in definition["enum"])
    return "fields, see below"


def _values_of(field: Any) -> Iterator[Any]:
    yield from field.get("patternProperties", {}).values()
    if isinstance(field.get("additionalProperties"), dict):
        yield field["additionalProperties"]


def _listed(field: Any, schema: Any) -> str:
    if "prefixItems" in field:
        item = _kind(field["prefixItems"][0], schema)
        return f"[{len(field['prefixItems'])} values: {item}]"
    least, most = field.get("minItems", 0), field["maxItems"]
    return f"list of {least} to {most}: {_kind(field['items'], schema)}"


def _limits(field: Any) -> Iterator[str]:
    low, high = field.get("minimum"), field.get("maximum")
    if low is not None and high is not None:
        yield f"{_shown(low)} to {_shown(high)}"
    if "exclusiveMinimum" in field:
        yield f"over {field['exclusiveMinimum']:g}, up to {high:g}"
    if "pattern" in field:
        yield "`" + field["pattern"].replace("|", "\\|") + "`"
    elif "maxLength" in field:
        yield f"of at most {field['maxLength']:,} characters"


def _shown(limit: float) -> str:
    return f"{limit:,}" if isinstance(limit, int) else f"{limit:,g}"


def _conventions() -> str:
    rows = [f"| `{name}` | {what} |" for name, what in CONVENTIONS.items()]
    head = "Where the nerve runs is disputed; a scenario says which courses it accepts."
    return "\n".join(["## Conventions", "", head, "", "| id | course |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    main()
