"""The question on entering the exams' page: are names that are kept too long erased now?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from trainer.session.retention import Overdue
from trainer.ui.presenters.exam import overdue_text
from trainer.ui.presenters.texts import tr
from trainer.ui.question import Question


def ask_overdue(late: Sequence[Overdue], parent: QWidget, erase: Callable[[], None]) -> None:
    """Enter and Esc leave everything as it is: erasing cannot be taken back."""
    question = Question(
        tr("Names that are kept too long"),
        overdue_text(late),
        tr("Erase {count} names").format(count=len(late)),
        tr("Not now"),
        parent,
    )
    question.setObjectName("exam_overdue")
    question.no.setDefault(True)
    question.no.setFocus()
    question.accepted.connect(erase)
    question.open()


def erased_text(count: int) -> str:
    """What was done."""
    return tr("{count} names were erased.").format(count=count)
