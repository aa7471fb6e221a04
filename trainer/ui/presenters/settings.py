"""Settings while one changes them: each change holds at once, Cancel takes all of them back. No Qt.

What is shown of a choice are its words here; what it does is done by whoever `apply` is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from trainer.session.settings import OFF_SCREEN, House, Kept, Settings, SettingsStore
from trainer.ui.actions import BY_ID
from trainer.ui.bindings import Clash, Keys, clashes
from trainer.ui.presenters.texts import decimal, tr

CHOICE_WORDS: Mapping[str, Mapping[str, str]] = {
    "theme": {"dark": "Dark", "light": "Light", "contrast": "High contrast"},
    "mouse": {
        "viewer": "Right drag: window and level",
        "slicer": "Right drag: zoom; free left drag: window and level",
    },
    "input_profile": {"mouse": "Mouse with a wheel", "trackpad": "Trackpad"},
}
PLACE_WORDS: Mapping[str, str] = {
    "attempts": "Attempts",
    "scenarios": "Own scenarios",
    "patients": "Imported patients",
    "cache": "Cache, can be made again",
    "logs": "Logs and crash files",
}
KEPT_FOR: Mapping[int, str] = {
    0: "For ever",
    90: "90 days",
    180: "180 days",
    365: "One year",
    730: "Two years",
}
FOLDER_FIELDS: Mapping[str, str] = {
    "attempts": "attempts_folder",
    "scenarios": "scenarios_folder",
    "cache": "cache_folder",
}
MIB = 1024 * 1024


class SettingsDesk:
    """The settings in force, the draft and the way back."""

    def __init__(
        self, store: SettingsStore, house: House, apply: Callable[[Settings], None]
    ) -> None:
        self._store = store
        self.house = house
        self._apply = apply
        self.kept = self.now = store.read()

    def change(self, **values: Any) -> None:
        """Set these; they hold at once and are not kept yet."""
        self._put(replace(self.now, **values))

    def bind(self, action_id: str, keys: tuple[str, ...]) -> tuple[Clash, ...]:
        """Give an action these keys; where another has one of them, nothing changes."""
        own = {**dict(self.now.keys), action_id: keys}
        if keys == BY_ID[action_id].keys:
            del own[action_id]
        found = tuple(each for each in clashes(own) if action_id in (each.first, each.second))
        if not found:
            self.change(keys=tuple(sorted(own.items())))
        return found

    @property
    def own_keys(self) -> Keys:
        """The keys that differ from the table."""
        return dict(self.now.keys)

    def restore_keys(self) -> None:
        """Every action as the table says."""
        self.change(keys=())

    def reset(self) -> None:
        """Everything as it came, except that the notice stays read."""
        self._put(Settings(notice_read=self.now.notice_read))

    def cancel(self) -> None:
        """As it was when the settings were opened."""
        self._put(self.kept)

    def save(self) -> None:
        """Keep what is set. Raises Refusal; it holds until the program ends all the same."""
        kept = self._store.read()
        self.now = replace(self.now, **{name: getattr(kept, name) for name in OFF_SCREEN})
        self._store.write(self.now)
        self.kept = self.now

    def sign_as(self, author: str) -> None:
        """Keep an author's name for the next case, at once and alone. Raises Refusal."""
        if author == self._store.read().author:
            return
        self._store.write(replace(self._store.read(), author=author))
        self.now, self.kept = (replace(one, author=author) for one in (self.now, self.kept))

    def agree(self) -> None:
        """The notice of intended use was read. Raises Refusal."""
        self.change(notice_read=True)
        self.save()

    @property
    def old_words(self) -> str:
        """What a start says where attempts are older than they are kept, "" where none is."""
        count = self.house.count_old(self.now.keep_days)
        if not count:
            return ""
        said = tr(
            "{count} finished attempts are from before {day}, longer than they are to be kept."
        )
        ways = tr("Settings, Folders deletes them.")
        return f"{said.format(count=count, day=self.kept_from)} {ways}"

    @property
    def kept_from(self) -> str:
        """The day from which attempts are kept."""
        return date.fromordinal(self.house.kept_from(self.now.keep_days)).isoformat()

    def delete_old(self) -> str:
        """Delete finished attempts that are older than is kept; says how many. Raises Refusal."""
        count = self.house.delete(self.house.old_attempts(self.now.keep_days))
        return tr("{count} attempts were deleted.").format(count=count)

    def clear_cache(self) -> str:
        """Empty the cache; says what came free. Raises Refusal."""
        freed = self.house.clear_cache()
        return tr("{size} came free; patients are built again when needed.").format(
            size=size_text(freed)
        )

    def collect(self, out: Path) -> str:
        """Logs and settings for support; says where they lie. Raises Refusal."""
        members = self.house.collect(out)
        return tr("{count} files without patient data lie in {out}.").format(
            count=len(members), out=out.name
        )

    def _put(self, settings: Settings) -> None:
        if settings != self.now:
            self.now = settings
            self._apply(settings)


def kept_text(kept: Kept) -> str:
    """One folder's line."""
    return tr("{what}: {files} files, {size}").format(
        what=tr(PLACE_WORDS[kept.name]), files=kept.files, size=size_text(kept.bytes)
    )


def size_text(count: int) -> str:
    """Bytes as people read them."""
    return decimal(f"{count / MIB:.1f} MB")


def clash_text(clash: Clash, action_id: str) -> str:
    """Why a key cannot be had."""
    other = clash.second if clash.first == action_id else clash.first
    return tr("{key} already means “{action}”. Free it there first.").format(
        key=clash.key, action=tr(BY_ID[other].text)
    )
