"""A metric of another package: how many pictures were taken with a hand in the beam's field."""


class HandsInPictures:
    """What Rhizotomy Trainer asks for; nothing of it has to be imported."""

    api = 1
    version = 1
    title = "Pictures with a hand in the field"
    unit = "count"
    better = "lower"

    def measure(self, attempt):
        """attempt : {"header": ..., "events": [...]}, as in docs/attempt-format.md."""
        return sum(
            1
            for event in attempt["events"]
            if event["event"] == "exposed" and event["hand_in_beam"]
        )


METRIC = HandsInPictures()
