#!/usr/bin/env python3
"""Verify the sealed record of an exam, or one .attempt file, without Rhizotomy Trainer.

    python verify_records.py FOLDER [--keys keys.jsonl] [--anchor FILE] [--receipt CODE]
    python verify_records.py FILE.attempt [--keys keys.jsonl]

One file, Python 3.9 or later, standard library alone. It was written from docs/record-format.md and
shares no line with the program. Exit: 0 nothing found, 5 something found, 3 not readable, 2 usage.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import sys
from functools import lru_cache
from pathlib import Path

NOTHING = hashlib.sha256(b"").hexdigest()
SESSION = ("session_id", "nonce", "definition_sha256")
SITTING = (*SESSION, "candidate", "station", "try_number")
LISTED = ("attempt_id", "candidate", "station", "try_number", "head")
SEALED = (*SESSION, "number", "at_utc", "log_lines", "log_head")
BAD = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)


P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def decode_point(data):
    """A point (X, Y, Z, T) of its 32 bytes, None where there is none."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


def add_points(p, q):
    """The sum of two points."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(number, point):
    """The multiple of a point."""
    total = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = add_points(total, point)
        point = add_points(point, point)
        number >>= 1
    return total


BASE = decode_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


@lru_cache(maxsize=4096)
def ed25519_holds(key, message, signature):
    """Whether `signature` (64 bytes) of `message` is that of `key` (32 bytes)."""
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = decode_point(key), decode_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = times(s, BASE), add_points(r, times(k, a))
    return not any((left[i] * right[2] - right[i] * left[2]) % P for i in (0, 1))


def signed(key, message, signature):
    """As `ed25519_holds`, of hexadecimal digits; what is none signs nothing."""
    try:
        return ed25519_holds(bytes.fromhex(key), message, bytes.fromhex(signature))
    except (ValueError, TypeError):
        return False


def sha256(data):
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def canonical(value):
    """The one spelling of a value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def more_than_a_line(tail):
    """Whether a last line without its end is a whole object and more: no crash leaves that."""
    text = tail.decode(errors="replace")
    try:
        body, end = json.JSONDecoder().raw_decode(text)
    except BAD:
        return False
    return isinstance(body, dict) and end < len(text)


def stored(body):
    """The stored line of an object."""
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass") + b"\n"


def root_of(leaves):
    """The root (RFC 6962) of leaves, level by level: an odd one out waits for the next level."""
    level = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        pairs = zip(level[0:-1:2], level[1::2])  # noqa: B905 - Python 3.9
        above = [hashlib.sha256(b"\x01" + a + b).digest() for a, b in pairs]
        level = above + ([level[-1]] if len(level) % 2 else [])
    return level[0] if level else hashlib.sha256(b"").digest()


def receipt_of(root):
    """The receipt of a root (32 bytes)."""
    letters = base64.b32encode(root[:10]).decode()
    return "-".join(letters[i : i + 4] for i in range(0, 16, 4))


def key_id(key):
    """The fingerprint of a public key (hexadecimal)."""
    return sha256(bytes.fromhex(key))[:16]


class Checks:
    """All findings of one run. keys : public key to (role, revoked from), {} where none came."""

    def __init__(self, keys=None):
        self.keys = keys or {}
        self.found = []
        self.notes = []

    def say(self, name, line, why):
        """One finding."""
        place = name if line is None else f"{name}, line {line}"
        self.found.append(f"{place}: {why}")

    def chain(self, name, data):
        """The objects and the hashes of a chained file, up to the first line that does not fit."""
        *lines, tail = data.split(b"\n")
        bodies, heads = [], []
        for number, line in enumerate(lines, 1):
            try:
                body = json.loads(line)
            except BAD:
                body = None
            before = heads[-1] if heads else NOTHING
            if not isinstance(body, dict) or body.get("prev") != before:
                self.say(name, number, "it does not follow from the line before it")
                return bodies, heads
            bodies.append(body)
            heads.append(sha256(line + b"\n"))
        if bodies and stored(bodies[-1]) != lines[-1] + b"\n":
            self.say(name, len(lines), "it is not as it was written")
        if more_than_a_line(tail):
            self.say(name, len(lines), "it is a whole line whose end was changed")
        elif tail:
            self.notes.append(f"{name} ends in {len(tail)} bytes of an unfinished line")
        return bodies, heads

    def key(self, name, line, key, role, at):
        """Whether a key may sign as `role` at that time."""
        if not self.keys:
            return
        known = self.keys.get(key)
        if known is None:
            self.say(name, line, f"key {key_id(key)} was never enrolled")
        elif known[0] != role:
            self.say(name, line, f"key {key_id(key)} is a {known[0]}'s, not a {role}'s")
        elif known[1] and at >= known[1]:
            self.say(name, line, f"key {key_id(key)} was revoked {known[1]}")

    def attempt(self, name, data):
        """The header, its hash and the head of an attempt; None where it cannot be read on."""
        count = len(self.found)
        bodies, heads = self.chain(name, data)
        if len(self.found) > count:
            return None
        header = bodies[0] if bodies else {}
        known = ("rhizotomy-attempt", 1), ("rhizotomy-attempt", 2), ("rhizotomy-attempt", 3)
        if (header.get("format"), header.get("format_version")) not in known:
            self.say(name, 1, "it is no attempt of a known version")
            return None
        seal = bodies[-1] if bodies[-1].get("kind") == "seal" else None
        if seal and not data.endswith(b"\n"):
            self.say(name, len(bodies) + 1, "bytes stand after the seal")
        records = bodies[1:-1] if seal else bodies[1:]
        for number, body in enumerate(records, 1):
            if body.get("kind") != "record" or body.get("seq") != number:
                self.say(name, number + 1, f"record {number} was expected")
                return None
        if seal and seal.get("count") != len(records):
            self.say(name, len(bodies), "it seals other records than there are")
        sitting = header.get("sitting")
        if sitting is not None:
            if sha256(canonical(header["scenario"])) != header["provenance"]["scenario_sha256"]:
                self.say(name, 1, "its scenario is not the one whose hash it states")
            if seal:
                self.attempt_seal(name, len(bodies), header, seal)
        return header, heads[0], heads[-1], seal

    def attempt_seal(self, name, line, header, seal):
        """The sitting and the signature of an exam's seal."""
        if any(seal.get(part) != header["sitting"][part] for part in SITTING):
            self.say(name, line, "it seals another sitting than the header's")
        told = stored({part: value for part, value in seal.items() if part != "signature"})
        if not signed(seal.get("key"), b"rhizotomy-attempt-seal 1\n" + told, seal.get("signature")):
            self.say(name, line, "the seal's signature is not of these records")
        else:
            self.key(name, line, seal["key"], "station", header["created_utc"])

    def session(self, log, attempts, seals, anchors=(), receipts=()):
        """The whole record. attempts : file name to bytes. anchors : dictionaries."""
        name = "session.jsonl"
        bodies, heads = self.chain(name, log)
        head = bodies[0] if bodies else {}
        if head.get("format") != "rhizotomy-exam-session" or head.get("format_version") != 1:
            return self.say(name, 1, "it is no session's log of a known version")
        if sha256(canonical(head["definition"])) != head["definition_sha256"]:
            self.say(name, 1, "the definition is not the one whose hash is stated")
        facts = Facts(head, bodies)
        public = self.attempts(attempts, facts)
        for line, event, expected in facts.roots:
            self.root(name, line, event, expected, public)
        codes = [event["receipt"] for _, event, _ in facts.roots]
        codes += self.seals(seals, facts, heads, anchors)
        bare = {code.replace("-", "") for code in codes}
        for code in receipts:
            if code.upper().replace("-", "").replace(" ", "") not in bare:
                self.say(name, None, f"receipt {code} belongs to nothing in this record")
        return None

    def attempts(self, attempts, facts):
        """Each attempt against the log; the public keys that sealed them."""
        seen, public = set(), set()
        for name, data in sorted(attempts.items()):
            read = self.attempt(name, data)
            if read is None:
                continue
            header, first, last, seal = read
            attempt_id = header.get("attempt_id")
            tried = facts.tries.get(attempt_id)
            if tried is None or attempt_id in seen:
                self.say(name, None, "the log knows no such attempt, or it is there twice")
                continue
            seen.add(attempt_id)
            public |= {seal["key"]} if seal and "key" in seal else set()
            self.against_log(name, header, first, last, tried, facts)
        for attempt_id, tried in facts.tries.items():
            if tried["head"] and attempt_id not in seen:
                self.say("session.jsonl", tried["line"], f"attempt {attempt_id} is missing or bad")
        return public

    def against_log(self, name, header, first, last, tried, facts):
        """One attempt against what the log says of it."""
        wanted = {part: (facts.head if part in SESSION else tried)[part] for part in SITTING}
        if header.get("sitting") != wanted:
            self.say(name, 1, "its sitting is not the one that the log says")
        if first != tried["header_sha256"]:
            self.say(name, 1, "its header is not the one that the log saw when it began")
        if tried["head"] and last != tried["head"]:
            self.say(name, None, "it is not the file that was submitted")
        if tried["warm_up"]:
            return
        station = facts.forms[facts.form_of[tried["candidate"]]][tried["station"]]
        rubric = header["scenario"].get("rubric")
        if header["provenance"]["scenario_sha256"] != station["scenario_sha256"]:
            self.say(name, 1, "its scenario is not the one of the definition")
        if rubric is not None and sha256(canonical(rubric)) != station["rubric_sha256"]:
            self.say(name, 1, "its rubric is not the one of the definition")
        if header["seed"] != station["seed"]:
            self.say(name, 1, "its seed is not the one of the definition")

    def root(self, name, line, event, expected, public):
        """A root in the log."""
        if event["root"] != expected.hex() or event["receipt"] != receipt_of(expected):
            return self.say(name, line, "its root or receipt is not the one of the attempts")
        if not event["key_id"]:
            return None
        key = next((one for one in [*public, *self.keys] if key_id(one) == event["key_id"]), None)
        if key is None:
            self.notes.append(f"{name}, line {line}: key {event['key_id']} is not known here")
        elif not signed(key, b"rhizotomy-exam-root 1\n" + expected, event["signature"]):
            self.say(name, line, "the root's signature is not of this root")
        return None

    def seals(self, data, facts, heads, anchors):
        """Every seal and the anchors; the receipts of the seals."""
        name, codes, covered = "seals.jsonl", [], 0
        bodies, seal_heads = self.chain(name, data)
        for number, seal in enumerate(bodies, 1):
            try:
                codes.append(self.seal(name, number, seal, facts, heads))
                covered = max(covered, seal["log_lines"])
            except BAD as error:
                self.say(name, number, f"a part of it is missing or bent ({error})")
        for anchor in anchors:
            at = int(anchor["seal_number"])
            if anchor["session_id"] != facts.head["session_id"] or at > len(seal_heads):
                self.say(name, None, f"the anchor's seal {at} is not here: turned back or cut off")
            elif seal_heads[at - 1] != anchor["seal_sha256"]:
                self.say(name, None, f"seal {at} is not the one that the anchor was made of")
        if not bodies:
            self.notes.append("The session is not sealed: only its attempts are")
        elif covered < len(heads):
            self.notes.append(f"{len(heads) - covered} lines of the log came after the last seal")
        return codes

    def seal(self, name, number, seal, facts, heads):
        """One seal of the session; its receipt."""
        same = all(seal[part] == facts.head[part] for part in SESSION)
        known = (seal["kind"], seal["format_version"]) == ("session_seal", 1)
        if not same or not known or seal["number"] != number:
            self.say(name, number, "it is a seal of something else")
        lines = seal["log_lines"]
        if not 1 <= lines <= len(heads) or heads[lines - 1] != seal["log_head"]:
            self.say(name, number, "the log up to there is not the one that was sealed")
        listed = [tried for tried in facts.submitted if tried["line"] <= lines]
        listed = [{part: tried[part] for part in LISTED} for tried in listed]
        if seal["attempts"] != listed:
            self.say(name, number, "it lists other attempts than were submitted by then")
        first = {**{part: seal[part] for part in SEALED}, "attempts": len(seal["attempts"])}
        root = root_of([canonical(first), *(canonical(one) for one in seal["attempts"])])
        if seal["root"] != root.hex() or seal["receipt"] != receipt_of(root):
            self.say(name, number, "its root or receipt is not the one of what it lists")
        roles = [one["role"] for one in seal["signatures"]]
        if "station" not in roles:
            self.say(name, number, "no station signed it")
        if "examiner" not in roles:
            self.notes.append(f"{name}, line {number}: no examiner signed it")
        for one in seal["signatures"]:
            if not signed(one["key"], b"rhizotomy-session-seal 1\n" + root, one["signature"]):
                self.say(name, number, f"the {one['role']}'s signature is not of this root")
            else:
                self.key(name, number, one["key"], one["role"], seal["at_utc"])
        return seal["receipt"]


class Facts:
    """What the log says: tries by attempt id, the submitted ones, and its roots."""

    def __init__(self, head, bodies):
        self.head, self.form_of, self.tries = head, {}, {}
        self.submitted, self.roots, self.newest = [], [], {}
        self.forms = {
            form["id"]: {station["id"]: station for station in form["stations"]}
            for form in head["definition"]["forms"]
        }
        for line, body in enumerate(bodies[1:], 2):
            for event in body["events"]:
                self.read(line, event)

    def read(self, line, event):
        """One event."""
        what = event.get("event")
        if what == "CandidateEnrolled":
            self.form_of[event["candidate"]] = event["form"]
        elif what in ("StationBegun", "WarmUpBegun"):
            self.begun(line, event, what == "WarmUpBegun")
        elif what == "StationSubmitted":
            tried = self.tries[event["attempt_id"]]
            if tried["head"]:
                raise ValueError(f"line {line} submits an attempt a second time")
            tried.update(head=event["head"], line=line)
            self.submitted.append(tried)
        elif what == "CandidateSealed":
            self.newest[event["candidate"]] = event["root"]
            self.roots.append((line, event, self.candidate_root(event["candidate"])))
        elif what == "SessionClosed":
            roots = [self.newest[one] for one in self.form_of if one in self.newest]
            leaves = [canonical(self.identity()), *(bytes.fromhex(root) for root in roots)]
            self.roots.append((line, event, root_of(leaves)))

    def begun(self, line, event, warm_up):
        """A try."""
        who, station = event["candidate"], "warm-up" if warm_up else event["station"]
        before = [(one["candidate"], one["station"]) for one in self.tries.values()]
        if event["attempt_id"] in self.tries:
            raise ValueError(f"line {line} begins an attempt a second time")
        number = 1 if warm_up else before.count((who, station)) + 1
        told = {part: event[part] for part in ("attempt_id", "candidate", "header_sha256")}
        more = {"station": station, "try_number": number, "line": line, "head": ""}
        self.tries[event["attempt_id"]] = {**told, **more, "warm_up": warm_up}

    def identity(self):
        """What ties a root to this session."""
        return {part: self.head[part] for part in SESSION}

    def candidate_root(self, who):
        """The root of what a candidate has submitted so far."""
        form = self.form_of[who]
        mine = [one for one in self.tries.values() if one["candidate"] == who and one["head"]]
        heads = [one["head"] for name in self.forms[form] for one in mine if one["station"] == name]
        first = canonical({**self.identity(), "candidate": who, "form": form})
        return root_of([first, *(bytes.fromhex(head) for head in heads)])


def keys_of(data, checks):
    """Public key to (role, revoked from) of a list of keys."""
    known = {}
    for event in checks.chain("keys", data)[0]:
        role = known.get(event["public_key"], (event["role"], ""))[0]
        known[event["public_key"]] = (role, event["at_utc"] if event["event"] == "revoked" else "")
    return known


def anchor_of(text):
    """The parts of an anchor."""
    lines = text.strip().splitlines()
    if lines[:1] != ["Rhizotomy Trainer record anchor 1"]:
        raise ValueError("it is no anchor")
    return dict(line.strip().split(" ", 1) for line in lines[1:])


def check(checks, log, attempts, seals, anchors=(), receipts=()):
    """Check a session's record; whatever is bent beyond reading is a finding."""
    try:
        checks.session(log, attempts, seals, anchors, receipts)
    except BAD as error:
        checks.say("the record", None, f"a part of it is missing or bent ({error})")
    return checks.found


def main(argv=None):
    """Check, print, say how it went."""
    parser = argparse.ArgumentParser(description="Verify a sealed exam record.")
    parser.add_argument("record", type=Path, help="a session's folder, or one .attempt file")
    parser.add_argument("--keys", type=Path, help="the list of keys (keys.jsonl)")
    parser.add_argument("--anchor", type=Path, action="append", default=[], help="an anchor's file")
    parser.add_argument("--receipt", action="append", default=[], help="a candidate's receipt")
    args = parser.parse_args(argv)
    checks = Checks()
    try:
        if args.keys:
            checks.keys = keys_of(args.keys.read_bytes(), checks)
        anchors = [anchor_of(path.read_text(encoding="utf-8")) for path in args.anchor]
        if args.record.is_dir():
            found = sorted((args.record / "attempts").glob("*.attempt"))
            attempts = {path.name: path.read_bytes() for path in found}
            seals = args.record / "seals.jsonl"
            sealed = seals.read_bytes() if seals.exists() else b""
            log = (args.record / "session.jsonl").read_bytes()
            check(checks, log, attempts, sealed, anchors, args.receipt)
        else:
            attempts = {args.record.name: args.record.read_bytes()}
            try:
                checks.attempt(args.record.name, attempts[args.record.name])
            except BAD as error:
                checks.say(args.record.name, None, f"a part is missing or bent ({error})")
    except (OSError, *BAD) as error:
        print(f"Not readable: {error}")
        return 3
    for finding in checks.found:
        print(f"WRONG  {finding}")
    for note in checks.notes:
        print(f"note   {note}")
    print("signatures not held against a list of keys" if not checks.keys else "keys: as listed")
    print(f"{len(attempts)} attempts: {'SOUND' if not checks.found else 'NOT AS WRITTEN'}")
    return 5 if checks.found else 0


if __name__ == "__main__":
    sys.exit(main())
