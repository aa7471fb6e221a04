"""Everything that is asked of a record, docs/record-format.md, "What a verifier asks"."""

from __future__ import annotations

import json

from verifier.ed25519 import signed
from verifier.facts import SESSION, Facts
from verifier.spelling import (
    BAD,
    NOTHING,
    canonical,
    key_id,
    more_than_a_line,
    receipt_of,
    root_of,
    sha256,
    stored,
    told,
)

SITTING = (*SESSION, "candidate", "station", "try_number")
LISTED = ("attempt_id", "candidate", "station", "try_number", "head")
SEALED = (*SESSION, "number", "at_utc", "log_lines", "log_head")
MARKED = ("marks_lines", "marks_head")  # of a seal from version 2 on
MARK = ("session_id", "attempt_id", "header_sha256")


class Checks:
    """All findings of one run. keys : public key to (role, revoked from), {} where none came."""

    def __init__(self, keys=None):
        self.keys, self.found, self.notes = keys or {}, [], []

    def ask(self, name, line, *asked):
        """Each thing asked: whether it is so, and what is wrong where it is not. All are so?"""
        place = name if line is None else f"{name}, line {line}"
        wrong = [f"{place}: {why}" for so, why in asked if not so]
        self.found += wrong
        return not wrong

    def chain(self, name, data):
        """The objects and the hashes of a chained file, up to the first line that does not fit."""
        *lines, tail = data.split(b"\n")
        bodies, heads = [], []
        for number, line in enumerate(lines, 1):
            try:
                body = json.loads(line)
            except BAD:
                body = None
            fits = isinstance(body, dict) and body.get("prev") == (heads[-1] if heads else NOTHING)
            if not self.ask(name, number, (fits, "it does not follow from the line before it")):
                return bodies, heads
            bodies.append(body)
            heads.append(sha256(line + b"\n"))
        written = not bodies or stored(bodies[-1]) == lines[-1] + b"\n"
        cut = not more_than_a_line(tail)
        changed = "it is a whole line whose end was changed"
        self.ask(name, len(lines), (written, "it is not as it was written"), (cut, changed))
        if tail and cut:
            self.notes.append(f"{name} ends in {len(tail)} bytes of an unfinished line")
        return bodies, heads

    def key(self, name, line, key, roles, at):
        """Whether a key may sign in one of these roles at that time."""
        if self.keys:
            role, revoked = self.keys.get(key, (None, ""))
            self.ask(
                *(name, line),
                (role, f"key {key_id(key)} was never enrolled"),
                (not role or role in roles, f"key {key_id(key)} is a {role}'s, not a {roles[0]}'s"),
                (not revoked or at < revoked, f"key {key_id(key)} was revoked {revoked}"),
            )

    def signature(self, name, line, message, one, roles, at, what):
        """Whether what holds `key` and `signature` signs a message, with a key that may."""
        holds = signed(one.get("key"), message, one.get("signature"))
        if self.ask(name, line, (holds, f"{what} signature is not of this")):
            self.key(name, line, one["key"], roles, at)

    def attempt(self, name, data):
        """The header, its hash, the head and the seal of an attempt; None where it is bent."""
        count = len(self.found)
        bodies, heads = self.chain(name, data)
        header = bodies[0] if bodies else {}
        known = header.get("format") == "rhizotomy-attempt" and header.get("format_version")
        if len(self.found) > count or not self.ask(
            name, 1, (known in (1, 2, 3), "it is no attempt of a known version")
        ):
            return None
        seal = bodies[-1] if bodies[-1].get("kind") == "seal" else None
        records = bodies[1:-1] if seal else bodies[1:]
        for number, body in enumerate(records, 1):
            fits = (body.get("kind"), body.get("seq")) == ("record", number)
            if not self.ask(name, number + 1, (fits, f"record {number} was expected")):
                return None
        ended, counted = data.endswith(b"\n"), not seal or seal.get("count") == len(records)
        self.ask(name, len(bodies), (counted, "it seals other records than there are"))
        self.ask(name, len(bodies) + 1, (not seal or ended, "bytes stand after the seal"))
        sitting = header.get("sitting")
        if sitting is not None:
            same = sha256(canonical(header["scenario"])) == header["provenance"]["scenario_sha256"]
            self.ask(name, 1, (same, "its scenario is not the one whose hash it states"))
        if sitting is not None and seal:
            same = all(seal.get(part) == sitting[part] for part in SITTING)
            self.ask(name, len(bodies), (same, "it seals another sitting than the header's"))
            self.signature(
                *(name, len(bodies), told("attempt-seal", seal), seal),
                *(("station",), header["created_utc"], "the seal's"),
            )
        return header, heads[0], heads[-1], seal

    def session(self, log, attempts, seals, anchors=(), receipts=(), marks=b"", locked=()):
        """The whole record. attempts : file name to bytes. anchors : dictionaries."""
        name = "session.jsonl"
        bodies, heads = self.chain(name, log)
        head = bodies[0] if bodies else {}
        known = (head.get("format"), head.get("format_version")) == ("rhizotomy-exam-session", 1)
        if not self.ask(name, 1, (known, "it is no session's log of a known version")):
            return
        same = sha256(canonical(head["definition"])) == head["definition_sha256"]
        self.ask(name, 1, (same, "the definition is not the one whose hash is stated"))
        facts = Facts(head, bodies)
        public = self.attempts(attempts, facts, () if facts.closed else locked)
        for line, event, expected in facts.roots:
            self.root(name, line, event, expected, public)
        codes = [event["receipt"] for _, event, _ in facts.roots]
        marked, mark_heads = self.chain("marks.jsonl", marks)
        codes += self.seals(seals, facts, heads, mark_heads, anchors)
        bare = {code.replace("-", "") for code in codes}
        for code in receipts:
            known = code.upper().replace("-", "").replace(" ", "") in bare
            self.ask(name, None, (known, f"receipt {code} belongs to nothing in this record"))
        self.marks(marked, facts)

    def attempts(self, attempts, facts, locked):
        """Each attempt against the log; the public keys that sealed them."""
        seen, public = set(), set()
        for name, data in sorted(attempts.items()):
            header, first, last, seal = self.attempt(name, data) or ({}, "", "", None)
            attempt_id = header.get("attempt_id")
            known = attempt_id in facts.tries and attempt_id not in seen
            why = "the log knows no such attempt, or it is there twice"
            if header and self.ask(name, None, (known, why)):
                seen.add(attempt_id)
                public |= {seal["key"]} if seal and "key" in seal else set()
                self.against_log(name, header, first, last, facts.tries[attempt_id], facts)
        if locked:
            self.notes.append(f"{len(locked)} attempts are locked until the session is closed")
        for attempt_id, tried in facts.tries.items():
            there = not tried["head"] or attempt_id in seen or attempt_id in locked
            why = f"attempt {attempt_id} is missing or bad"
            self.ask("session.jsonl", tried["line"], (there, why))
        return public

    def against_log(self, name, header, first, last, tried, facts):
        """One attempt against what the log says of it."""
        wanted = {part: (facts.head if part in SESSION else tried)[part] for part in SITTING}
        began = first == tried["header_sha256"]
        self.ask(
            *(name, 1),
            (header.get("sitting") == wanted, "its sitting is not the one that the log says"),
            (began, "its header is not the one that the log saw when it began"),
        )
        ends = not tried["head"] or last == tried["head"]
        self.ask(name, None, (ends, "it is not the file that was submitted"))
        if tried["warm_up"]:
            return
        station = facts.forms[facts.form_of[tried["candidate"]]][tried["station"]]
        scenario, rubric = header["provenance"]["scenario_sha256"], header["scenario"].get("rubric")
        judged = rubric is None or sha256(canonical(rubric)) == station["rubric_sha256"]
        pinned = scenario == station["scenario_sha256"]
        for so, what in (
            *(
                (pinned, "scenario"),
                (judged, "rubric"),
                (header["seed"] == station["seed"], "seed"),
            ),
        ):
            self.ask(name, 1, (so, f"its {what} is not the one of the definition"))

    def root(self, name, line, event, expected, public):
        """A root in the log."""
        same = (event["root"], event["receipt"]) == (expected.hex(), receipt_of(expected))
        why = "its root or receipt is not the one of the attempts"
        if not self.ask(name, line, (same, why)) or not event["key_id"]:
            return
        key = next((one for one in [*public, *self.keys] if key_id(one) == event["key_id"]), None)
        if key is None:
            self.notes.append(f"{name}, line {line}: key {event['key_id']} is not known here")
            return
        holds = signed(key, b"rhizotomy-exam-root 1\n" + expected, event["signature"])
        self.ask(name, line, (holds, "the root's signature is not of this root"))

    def seals(self, data, facts, heads, mark_heads, anchors):
        """Every seal and the anchors; the receipts of the seals."""
        name, codes, covered, marked = "seals.jsonl", [], 0, 0
        bodies, seal_heads = self.chain(name, data)
        for number, seal in enumerate(bodies, 1):
            try:
                codes.append(self.seal(name, number, seal, facts, heads, mark_heads))
                covered = max(covered, seal["log_lines"])
                marked = max(marked, seal.get("marks_lines", 0))
            except BAD as error:
                self.ask(name, number, (False, f"a part of it is missing or bent ({error})"))
        for anchor in anchors:
            at, session = int(anchor["seal_number"]), anchor["session_id"]
            there = session == facts.head["session_id"] and at <= len(seal_heads)
            made = not there or seal_heads[at - 1] == anchor["seal_sha256"]
            self.ask(
                *(name, None),
                (there, f"the anchor's seal {at} is not here: turned back or cut off"),
                (made, f"seal {at} is not the one that the anchor was made of"),
            )
        if not bodies:
            self.notes.append("The session is not sealed: only its attempts are")
        elif covered < len(heads):
            self.notes.append(f"{len(heads) - covered} lines of the log came after the last seal")
        if bodies and marked < len(mark_heads):
            self.notes.append(f"{len(mark_heads) - marked} marks came after the last seal")
        return codes

    def seal(self, name, number, seal, facts, heads, mark_heads):
        """One seal of the session; its receipt."""
        same = all(seal[part] == facts.head[part] for part in SESSION)
        version = seal["format_version"]
        known = seal["kind"] == "session_seal" and version in (1, 2)
        lines = seal["log_lines"]
        stood = 1 <= lines <= len(heads) and heads[lines - 1] == seal["log_head"]
        listed = [tried for tried in facts.submitted if tried["line"] <= lines]
        listed = [{part: tried[part] for part in LISTED} for tried in listed]
        parts = SEALED if version == 1 else (*SEALED, *MARKED)
        first = {**{part: seal[part] for part in parts}, "attempts": len(seal["attempts"])}
        root = root_of([canonical(first), *(canonical(one) for one in seal["attempts"])])
        rooted = (seal["root"], seal["receipt"]) == (root.hex(), receipt_of(root))
        count = 0 if version == 1 else seal["marks_lines"]
        there = 0 <= count <= len(mark_heads)
        same_marks = there and seal.get("marks_head", NOTHING) == ([NOTHING, *mark_heads])[count]
        roles = [one["role"] for one in seal["signatures"]]
        self.ask(
            *(name, number),
            (same and known and seal["number"] == number, "it is a seal of something else"),
            (stood, "the log up to there is not the one that was sealed"),
            (seal["attempts"] == listed, "it lists other attempts than were submitted by then"),
            (same_marks, "the marks up to there are cut off, or not those that were sealed"),
            (rooted, "its root or receipt is not the one of what it lists"),
            ("station" in roles, "no station signed it"),
        )
        if "examiner" not in roles:
            self.notes.append(f"{name}, line {number}: no examiner signed it")
        message = b"rhizotomy-session-seal 1\n" + root
        for one in seal["signatures"]:
            role, at = one["role"], seal["at_utc"]
            self.signature(name, number, message, one, (role,), at, f"the {role}'s")
        return seal["receipt"]

    def marks(self, bodies, facts):
        """What raters signed off: of attempts of this session, each signed once one is."""
        name, begun = "marks.jsonl", False
        for number, mark in enumerate(bodies, 1):
            tried = facts.tries.get(mark.get("attempt_id"), {})
            mine = {**tried, "session_id": facts.head["session_id"]}
            same = all(part in mine and mark.get(part) == mine[part] for part in MARK)
            begun = begun or "signature" in mark
            self.ask(name, number, (same, "it is a mark of something else"))
            if begun:
                message, roles = told("mark", mark), ("station", "examiner")
                self.signature(name, number, message, mark, roles, mark.get("at_utc"), "the mark's")
        unsigned = sum("signature" not in mark for mark in bodies)
        if unsigned:
            self.notes.append(f"{unsigned} of {len(bodies)} marks are not signed")


def check(checks, *record):
    """Check a session's record; whatever is bent beyond reading is a finding."""
    try:
        checks.session(*record)
    except BAD as error:
        checks.ask("the record", None, (False, f"a part of it is missing or bent ({error})"))
    return checks.found
