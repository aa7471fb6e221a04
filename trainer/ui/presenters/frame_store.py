"""The frame store: up to eight kept pictures, one of them on the reference monitor."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trainer.ui.presenters.shown import Picture

MOST = 8


@dataclass(frozen=True, slots=True)
class FrameStore:
    """pictures : oldest first. at : the one that is shown."""

    pictures: tuple[Picture, ...] = ()
    at: int = -1

    @property
    def shown(self) -> Picture | None:
        """What the reference monitor shows."""
        return self.pictures[self.at] if self.pictures else None

    @property
    def place(self) -> str:
        """E.g. "2/5"; "" for one picture or none."""
        return f"{self.at + 1}/{len(self.pictures)}" if len(self.pictures) > 1 else ""

    def kept(self, picture: Picture) -> FrameStore:
        """With one more picture, shown; the ninth puts the oldest out; a kept one is only shown."""
        for at, old in enumerate(self.pictures):
            if old.number == picture.number:
                return replace(self, at=at)
        pictures = (*self.pictures, picture)[-MOST:]
        return FrameStore(pictures, len(pictures) - 1)

    def stepped(self, steps: int) -> FrameStore:
        """Another one shown; it goes round."""
        return replace(self, at=(self.at + steps) % len(self.pictures)) if self.pictures else self

    def exchanged(self, picture: Picture) -> FrameStore:
        """With this picture in the place of the shown one."""
        pictures = list(self.pictures)
        pictures[self.at] = picture
        return replace(self, pictures=tuple(pictures))
