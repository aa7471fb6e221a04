"""Every text that a person can see: written in the code, kept in tables, or built as a sentence.

Literals are found in the syntax tree, tables are read, and sentences that carry values (why
something cannot be done, what the world refused) become templates: ``"{0} s is too long"``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from tools.source_tree import tree_of

TRAINER = Path(__file__).resolve().parents[1] / "trainer"
SHARED = "trainer"  # the context of everything that is not one widget's own literal
Message = tuple[str, str]  # context, source text
PARTS = (  # of the shipped rubrics
    "Safety of the process",
    "Every target nerve is covered",
    "Every target nerve sleeps, and no other",
    "The target is reached",
    "The drill's criterion",
    "Views",
    "Level and views",
    "Radiation",
    "Economy",
)
RISK = " Risk: "  # a change tells what was done without it
TRIPLE = "{0}: MB {1} on the {2} TP, {3}"  # a target, as session tells it
# What only the command line and files say.
NOT_SHOWN = frozenset(
    ("players", "script.py", "playing.py", "phantom.py", "person_settings.py", "roles.py")
)
# Which arguments of a call are said to a person.
SPOKEN: Mapping[str, slice] = {
    "refused": slice(1, 2),
    "Refusal": slice(0, 3),
    "NotCalibratedError": slice(0, 2),  # told as a refusal by session
    "no": slice(0, 3),  # of an exam's guards
    "CriticalError": slice(2, 9),
    "_error": slice(2, 9),
}
# Files whose capital tables hold keys, colours and the names of languages.
NO_TEXTS = frozenset(("actions.py", "theme.py", "language.py", "angles.py"))
# What refuses a whole file or table before any field of it is looked at, and what ships.
NOT_LISTED = frozenset(
    [
        "authoring.py",
        "authoring_table.py",
        "curriculum.py",
        "migrations.py",
        "moving.py",
        "reading.py",
        "rubric_tables.py",
        "start.py",
        "tables.py",
        "verdict.py",
        "yaml_document.py",
        "yaml_scalars.py",
        "yaml_text.py",
    ]
)
SENTENCE_ROOMS = ("attempt", "scoring", "assessment", "session", "storage")


@lru_cache(maxsize=1)
def messages() -> tuple[Message, ...]:
    """Each (context, text) once, in order."""
    found: set[Message] = set()
    for path in sorted((TRAINER / "ui").rglob("*.py")):
        found |= set(literals(tree_of(path)))
    found |= {(SHARED, text) for text in table_texts() if any(c.isalpha() for c in text)}
    found |= {(SHARED, text) for text in sentence_templates()}
    return tuple(sorted(found))


def literals(tree: ast.AST, owner: str = "") -> Iterator[Message]:
    """What ``self.tr("...")`` and ``tr("...")`` say; self's texts belong to their class."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else owner
        if isinstance(node, ast.Call) and (text := _said(node)):
            yield (inside if isinstance(node.func, ast.Attribute) else SHARED), text
        yield from literals(node, inside)


def _said(call: ast.Call) -> str:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in ("tr", "_t") or not call.args or not isinstance(call.args[0], ast.Constant):
        return ""
    return str(call.args[0].value)


@lru_cache(maxsize=1)
def sentence_templates() -> tuple[str, ...]:
    """Why something cannot be done here, what the disk refused, what is being waited for."""
    found: set[str] = set()
    for room in SENTENCE_ROOMS:
        for path in sorted((TRAINER / room).rglob("*.py")):
            if path.parent.name in NOT_SHOWN or path.name in NOT_SHOWN:
                continue
            tree = tree_of(path)
            for node in ast.walk(tree):
                exams = path.parent.name == "exams"
                returned = room in ("attempt", "scoring")
                for part in _spoken_parts(node, returned=returned, exams=exams):
                    found |= set(templates_of(part))
    found |= {*_advice(), *_praise(), *_validation(), *_misfits(), TRIPLE}
    found |= {text.partition(RISK)[0] for text in found}
    return tuple(sorted(text for text in found if _is_sentence(text)))


def _advice() -> Iterator[str]:
    """What the debrief says of each error and loss; its named values are numbered."""
    from trainer.scoring.debrief.advice_by_error import ERROR_ADVICE
    from trainer.scoring.debrief.advice_by_metric import METRIC_ADVICE
    from trainer.scoring.debrief.stages import STAGES

    for advice in (*ERROR_ADVICE.values(), *METRIC_ADVICE.values()):
        yield from (numbered(text) for text in (advice.did, advice.risked, advice.do))
    yield from STAGES.values()


def numbered(template: str) -> str:
    """``"{value} of {what}"`` as ``"{0} of {1}"``."""
    count = iter(range(100))
    return re.sub(r"\{\w+\}", lambda _found: f"{{{next(count)}}}", template)


def _misfits() -> Iterator[str]:
    """Why landmarks, a ruler or a ball give no geometry."""
    for name in ("calibration.py", "in_plane.py"):
        for node in ast.walk(tree_of(TRAINER / "geometry" / name)):
            parts = [*_spoken_parts(node, returned=False), *_complaints(node, name)]
            for part in parts:
                yield from templates_of(part)


def _praise() -> Iterator[str]:
    """Why a decision was good."""
    path = TRAINER / "scoring" / "debrief" / "good.py"
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Assign) and isinstance(name := node.targets[0], ast.Name):
            yield from templates_of(node.value) if name.id in ("words", "near") else ()


def _validation() -> Iterator[str]:
    """What the studio's list says of a document: why a field cannot stand as it is."""
    folder = TRAINER / "scenario"
    for path in (*sorted(folder.glob("*.py")), folder / "manuscript" / "notes.py"):
        if path.name in NOT_LISTED:
            continue
        for node in ast.walk(tree_of(path)):
            for part in _complaints(node, path.name):
                yield from templates_of(part)


def _complaints(node: ast.AST, file: str) -> Iterable[ast.expr]:
    """Yielded with a place, kept as `why`, raised by a field's check, or in the table of words."""
    if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple | ast.Call):
        return node.value.elts if isinstance(node.value, ast.Tuple) else node.value.args
    if isinstance(node, ast.Assign):
        names = {t.id for t in node.targets if isinstance(t, ast.Name)}
        return (node.value,) if names & {"why", "_OWN_WORDS"} else ()
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        return node.exc.args if getattr(node.exc.func, "id", "") == "ValueError" else ()
    return (node.body,) if isinstance(node, ast.Lambda) and file == "messages.py" else ()


def _is_sentence(text: str) -> bool:
    """Two words or more on one line: what spans lines is a file, not a sentence."""
    words = [word for word in text.split() if word.strip(":;,.").isalpha()]
    return "\n" not in text and len(words) >= 2


_PARTS = ("what", "why")  # what an exam's guards are told to say


def _spoken_parts(node: ast.AST, *, returned: bool, exams: bool = False) -> Iterable[ast.expr]:
    """Reasons are returned, kept in CAPITALS, or given to `refused`, `Refusal` and `progress`."""
    if isinstance(node, ast.Return | ast.Yield) and node.value is not None:
        return _parts(node.value) if returned else ()
    if isinstance(node, ast.Assign):
        named = any(
            isinstance(t, ast.Name) and (t.id.isupper() or (exams and t.id in _PARTS))
            for t in node.targets
        )
        return (node.value,) if named else ()
    if not isinstance(node, ast.Call):
        return ()
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return node.args[SPOKEN[name]] if name in SPOKEN else ()


def _parts(value: ast.expr) -> Iterable[ast.expr]:
    return value.elts if isinstance(value, ast.Tuple) else (value,)


def templates_of(node: ast.expr) -> Iterator[str]:
    """The text of a literal or an f-string, its values numbered; both sides of an "if"."""
    if isinstance(node, ast.IfExp):
        yield from templates_of(node.body)
        yield from templates_of(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield _template(node)


def _template(text: ast.JoinedStr) -> str:
    parts, number = [], 0
    for part in text.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value).replace("{", "{{").replace("}", "}}"))
        else:
            parts.append(f"{{{number}}}")
            number += 1
    return "".join(parts)


def table_texts() -> Iterator[str]:
    """Texts of the tables that screens show."""
    yield from _action_texts()
    yield from _procedure_texts()
    yield from _drill_texts()
    yield from _scoring_texts()
    yield from _assessment_texts()
    yield from _screen_texts()
    yield from _course_texts()


def _course_texts() -> Iterator[str]:
    from trainer.scenario.tables import curriculum

    for course in curriculum():
        yield from (course.title, course.text)


def _action_texts() -> Iterator[str]:
    from trainer.ui.actions import ACTIONS
    from trainer.ui.key_list import MOUSE

    for action in ACTIONS:
        yield from (action.text, action.tip, action.group, action.where.value)
    for what, does in MOUSE:
        yield from (what, does)


def _procedure_texts() -> Iterator[str]:
    from trainer.attempt import acts
    from trainer.attempt.complications import RESPONSES
    from trainer.attempt.training import AIDS
    from trainer.needle.catalogue import NEEDLES
    from trainer.scenario.tables import profiles
    from trainer.therapy.voice import SAYINGS
    from trainer.ui.presenters.feel import WORDS

    for act in acts.ACTS.values():
        yield from (act.title, *act.details)
    for table in (acts.QUESTIONS, acts.WORDS, acts.CASE_TOPICS, acts.POINTS, acts.REASONS):
        yield from table.values()
    yield from acts.DECISIONS
    yield from RESPONSES.values()
    for saying in SAYINGS.values():
        yield from (saying.words, saying.seen)
    yield from (needle.title for needle in NEEDLES.values())
    yield from (agent.title for profile in profiles().values() for agent in profile.agents)
    yield from ("left", "right", "level", "working", "hub", "depth")
    yield from ("Placement", "Block", "Rhizotomy", "low", "normal", "boost", "spot")
    yield from ("conventional", "cooled", "pulsed", "unvalidated")
    yield from AIDS.values()
    yield from filter(None, WORDS.values())


def _drill_texts() -> Iterator[str]:
    from trainer.attempt.steps import STEPS
    from trainer.scenario.tables import drills, first_minute

    for step in STEPS:
        yield from (step.title, step.left_out)
    for drill in (*drills().values(), first_minute()):
        yield from (drill.title, drill.skill, drill.ask, *drill.says.values())


def _assessment_texts() -> Iterator[str]:
    from trainer.assessment.caveats import CAVEATS
    from trainer.assessment.marking import agreement, checklist

    yield from CAVEATS.values()
    yield agreement.CAVEAT
    yield from (item.text for item in checklist.ITEMS)
    for words in (checklist.ANSWER_TEXTS, checklist.OVERALL, checklist.VERDICTS):
        yield from words.values()


def _scoring_texts() -> Iterator[str]:
    from trainer.imaging.styles import DRAWN
    from trainer.scoring.errors import ERRORS
    from trainer.scoring.metrics import METRICS

    for metric in METRICS.values():
        yield from (metric.title, metric.formula)
    for error in ERRORS.values():
        yield error.title
    yield from (drawn.name for drawn in DRAWN.values())
    yield from PARTS


def _screen_texts() -> Iterator[str]:
    for path in sorted((TRAINER / "ui").rglob("*.py")):
        if path.name not in NO_TEXTS:
            yield from _constants(tree_of(path))


def _constants(tree: ast.Module) -> Iterator[str]:
    """Words in a module's own CAPITAL tables: texts have a capital or a space, ids have neither."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(t, ast.Name) and t.id.isupper() for t in targets):
                yield from _leaves(node.value)


def _leaves(node: ast.expr) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and _worded(each.value):
            yield each.value


def _worded(text: str) -> bool:
    """Words; not the name of a class that a table loads later."""
    if " " not in text and text.endswith("Place") and text != "Place":
        return False
    return len(text) > 1 and text[0].isalnum() and (" " in text.strip() or text[0].isupper())
