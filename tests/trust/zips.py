"""Mutated packages: each is refused whole, or is a whole package; nothing else happens."""

from __future__ import annotations

import io
import json
import random
import tempfile
import zipfile
from pathlib import Path

from tests.scenario.documents import SYNTHETIC, as_file
from tests.storage.packages import House, film_case, house, package, read_in_process
from tests.trust.mutations import BLIND, WORDS
from tests.trust.verdicts import Verdicts
from trainer.refusal import Refusal
from trainer.storage.package_reading import Reading, Take, read_confined
from trainer.storage.package_zip import packed

CHILD_EVERY = 250  # the same file through the limited child: the same verdict


def run(count: int, seed: int, reading: Reading = read_in_process) -> Verdicts:
    """Try so many mutated packages on one house; its library must stay empty of what is refused."""
    dice, verdicts = random.Random(seed), Verdicts()
    with tempfile.TemporaryDirectory(prefix="rhizotomy-zips-") as root:
        place = house(Path(root) / "house", reading)
        path = place.root / "x.zip"
        for number in range(count):
            good = _good(dice)
            data, kind = _mutated(dice, good)
            path.write_bytes(data)
            changed = kind == "bytes" and data not in _ALL_GOOD
            verdicts.add(f"{kind} {number}", lambda: _tried(place, path, changed))  # noqa: B023
            _clear(place, verdicts, number)
            if reading is read_in_process and number % CHILD_EVERY == 0:
                verdicts.add(f"child {number}", lambda: _same_in_child(path))
        outside = {one.name for one in Path(root).iterdir()} - {"house"}
        verdicts.found += [f"left outside: {name}" for name in outside]
    return verdicts


def naive(path: Path, take: Take) -> None:
    """Python's own reader, as one would use it without thinking: the negative control."""
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                take(name, iter([archive.read(name)]))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise Refusal("The zip", str(error) or "is bad", "Ask for it again") from error


def _packages() -> tuple[bytes, ...]:
    document, files = film_case()
    kept = {name: data for name, data in files.items() if name != "draft.bak"}
    films = {"scenario.yaml": as_file(document), **kept}
    return packed(package({"scenario.yaml": as_file(SYNTHETIC)})), packed(package(films, document))


_ALL_GOOD = _packages()


def _good(dice: random.Random) -> bytes:
    return dice.choice(_ALL_GOOD)


def _mutated(dice: random.Random, good: bytes) -> tuple[bytes, str]:
    """A wrong package: by its bytes, or by its members with all checksums made right again."""
    if dice.random() < 0.6:
        return dice.choice(BLIND)(dice, good), "bytes"
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    return _SMART[dice.randrange(len(_SMART))](dice, members), "members"


Members = list[tuple[str, bytes]]


def _renamed(dice: random.Random, members: Members) -> bytes:
    at = dice.randrange(len(members))
    word = dice.choice(WORDS)[:60].decode("utf-8", "replace")
    members[at] = (word, members[at][1])
    return packed(members)


def _shuffled(dice: random.Random, members: Members) -> bytes:
    dice.shuffle(members)
    return packed(members[: dice.randint(0, len(members))])


def _content(dice: random.Random, members: Members) -> bytes:
    at = dice.randrange(len(members))
    name, data = members[at]
    members[at] = (name, dice.choice(BLIND)(dice, data))
    return packed(members)


def _claimed(dice: random.Random, members: Members) -> bytes:
    """A manifest that says something else."""
    document = json.loads(members[0][1])
    field = dice.choice(sorted(document))
    document[field] = dice.choice(
        [None, 0, -1, 99, "", "../x", "0" * 64, [], {}, 1.5, True, "x" * 9999]
    )
    text = (json.dumps(document, sort_keys=True, indent=1) + "\n").encode()
    return packed([("manifest.json", text), *members[1:]])


def _honest(dice: random.Random, members: Members) -> bytes:
    """A wrong scenario in a right package: the manifest is made for it."""
    files = dict(members[1:])
    files["scenario.yaml"] = dice.choice(BLIND)(dice, files["scenario.yaml"])
    return packed(package(files))


_SMART = (_renamed, _shuffled, _content, _claimed, _honest)


def _tried(place: House, path: Path, changed: bool) -> str | None:
    """Install it; what is wrong with its having been taken."""
    done = place.store.install(path)
    if changed:
        return "was taken although its bytes are not those of a packer"
    if place.visible() != (done.facts.scenario_id,):
        return "was taken and is not in the list"
    return None


def _same_in_child(path: Path) -> str | None:
    said = []
    for reading in (read_in_process, read_confined):
        try:
            reading(path, lambda _name, chunks: [None for _ in chunks].clear())
            said.append("taken")
        except Refusal as refusal:
            said.append(str(refusal))
    return None if said[0] == said[1] else f"here {said[0]!r}, in the child {said[1]!r}"


def _clear(place: House, verdicts: Verdicts, number: int) -> None:
    """An empty library for the next one; a refused package must have left it so."""
    import shutil

    left = {name.split("/")[0] for name in place.tree()}
    for name in left:
        shutil.rmtree(place.own / name)
    if left - {"a-test"}:
        verdicts.found.append(f"{number}: left {sorted(left)}")
