"""What a session's log says."""

from __future__ import annotations

from verifier.spelling import canonical, root_of

SESSION = ("session_id", "nonce", "definition_sha256")


class Facts:
    """What the log says: tries by attempt id, the submitted ones, and its roots."""

    def __init__(self, head, bodies):
        self.head, self.form_of, self.tries = head, {}, {}
        self.submitted, self.roots, self.newest, self.closed = [], [], {}, False
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
            self.closed = True
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
