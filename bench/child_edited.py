"""Presses keys in a line edit, bare and as a field of a draft, and tells how long each took until it was shown, in ms.

Obeys one line of standard input after the other: `bare`, or a field and how many exercises the routine has, such as
`work_s 50`. In a draft each key is an edit that can be undone, is checked, and ends with the new length on a label.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from bench.marks import mark
from coach.core.draft import edits
from coach.core.draft.draft import LIST
from coach.core.draft.new import draft_of
from coach.core.speech.vocabulary import estimate_ms
from coach.store import figures
from coach.store.paths import shipped
from coach.store.routines.draft_check import DraftCheck
from coach.ui.editor.history import History
from coach.words.basics import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.core.draft.draft import Draft

KEYS = "12 34 5 6 7 8 9 10 11 12 13 14 15 "
"""What is typed; the blanks stand for the key that deletes all that there is."""
AT = 20
"""The exercise that is edited: others come before it and after it."""


def draft_of_many(count: int) -> Draft:
    """Return the shipped routine again and again, until it has so many exercises, each with an id of its own."""
    draft = draft_of(json.loads(shipped("routines.json").read_bytes()), "lower-back")
    while len(draft.exercise_rows()) < count:
        draft = edits.duplicate(draft, draft.exercise_rows()[-7].place).draft
    return draft


class _Field(QWidget):
    """A line edit, and the length of the routine below it."""

    def __init__(self) -> None:
        super().__init__()
        self.edit, self.length = QLineEdit(), QLabel()
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        column.addWidget(self.length)
        self.resize(400, 120)
        self.show()
        self.edit.setFocus()

    def keys(self, app: QApplication) -> Iterable[float]:
        """Type, and yield how long each key took until the application had nothing to do any more."""
        for letter in KEYS:
            begun_ns = time.perf_counter_ns()
            if letter == " ":
                self.edit.selectAll()
                QTest.keyClick(self.edit, Qt.Key.Key_Delete)
            else:
                QTest.keyClicks(self.edit, letter)
            app.processEvents()
            yield (time.perf_counter_ns() - begun_ns) / 1e6


class _DraftField(_Field):
    """The same for a field of one exercise of a draft."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self._key, count = told.split()
        self._history = History(draft_of_many(int(count)), self)
        self._check = DraftCheck(estimate_ms, figures.known())
        self._row = (*LIST, min(AT, int(count) - 1))
        self._history.changed.connect(self._show)
        self.edit.textEdited.connect(self._on_typed)
        self._show(self._history.draft)  # what is the same for all keys is judged once

    def _on_typed(self, text: str) -> None:
        draft = self._history.draft
        if self._key == "name":
            self._history.do(edits.rename(draft, self._row, text))
        else:
            self._history.do(edits.set_dose(draft, self._row, self._key, int(text) if text else None))

    def _show(self, draft: Draft) -> None:
        checked = self._check.check(draft)
        self.length.setText(f"{clock(checked.figures.total_ms)} {len(checked.problems)}")


def main() -> int:
    """Type what is asked for until standard input ends."""
    app = QApplication(sys.argv[:1])
    for line in sys.stdin:
        told = line.strip()
        field = _Field() if told == "bare" else _DraftField(told)
        app.processEvents()
        mark(told.partition(" ")[0], *field.keys(app))
        field.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
