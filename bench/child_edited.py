"""Coach with its editor: it types in a field of a routine, and in a line edit of no program.

Besides what every measured coach obeys: `bare`, and `keys FIELD COUNT` with `name` or `work_s` in a routine of so many
exercises. Each tells the CPU time of the window's thread for each key, in ms, until its event loop has nothing left to
do: then the new length is on the screen. On a machine with other work to do, the clock on the wall would tell of that.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from bench.child_coach import MeasuredProgram, Remote, run

# isort: split
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QWidget

from coach.core.draft import edits
from coach.core.draft.new import draft_of
from coach.store.paths import shipped
from coach.ui.editor.editor_page import EditorPage
from tests.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coach.core.draft.draft import Draft

KEYS = 40
AT = 20
"""The exercise that is edited: others come before it and after it."""
WAIT_S = 20.0


def draft_of_many(count: int) -> Draft:
    """Return the shipped routine again and again, until it has so many exercises, each with an id of its own."""
    draft = draft_of(json.loads(shipped("routines.json").read_bytes()), "lower-back")
    while len(draft.exercise_rows()) < count:
        draft = edits.duplicate(draft, draft.exercise_rows()[-7].place).draft
    return draft


def _keys(field: QWidget) -> Iterable[float]:
    """Press keys in a field: letters, or in a number the arrow up."""
    field.setFocus()
    QApplication.processEvents()
    is_number = isinstance(field, QSpinBox)
    for _ in range(KEYS):
        begun_ns = time.thread_time_ns()
        QTest.keyClick(field, Qt.Key.Key_Up if is_number else Qt.Key.Key_X)
        QApplication.processEvents()
        yield (time.thread_time_ns() - begun_ns) / 1e6


def _wait_until(is_there: Callable[[], bool]) -> None:
    until_s = time.monotonic() + WAIT_S
    while not is_there() and time.monotonic() < until_s:
        QApplication.processEvents()
        time.sleep(0.001)


class _EditedRemote(Remote):
    def __init__(self, program: MeasuredProgram) -> None:
        super().__init__(program)
        self.commands["bare"] = self._bare
        self.commands["keys"] = self._typed

    def _bare(self, _rest: str) -> Iterable[float]:
        field = QLineEdit()
        field.show()
        told = list(_keys(field))
        field.close()
        return told

    def _typed(self, told: str) -> Iterable[float]:
        key, count = told.split()
        page = self._page(int(count))
        page.row_chosen.emit(min(AT, int(count) - 1))
        form = page.form
        numbers = [each for each in form.findChildren(QSpinBox) if each.accessibleName() == "Seconds each"]
        return list(_keys(form.name.field if key == "name" else numbers[0]))

    def _page(self, count: int) -> EditorPage:
        """Open a routine of so many exercises in the editor, and return its page."""
        routines, draft = self.program.routines, draft_of_many(count)
        own_id = f"many-0a1b2c{count:02}"
        _wait_until(lambda: routines.is_read)
        document = {
            **draft.document,
            "routines": [{**draft.routine, "id": own_id, "exercises": draft.routine["exercises"]}],
        }
        routines.save(document)
        _wait_until(lambda: routines.find(own_id) is not None)
        editor = Parts(self.program).side_pages.editor
        editor.edit(own_id)
        _wait_until(
            lambda: (
                isinstance(self.program.window.page, EditorPage)
                and editor.editor is not None
                and editor.editor.draft.id == own_id
            )
        )
        page = self.program.window.page
        if not isinstance(page, EditorPage):
            raise TypeError(page)
        _wait_until(lambda: len(page.pane.rows.rows) == count)
        return page


class _EditedProgram(MeasuredProgram):
    remote_type = _EditedRemote


if __name__ == "__main__":
    sys.exit(run(_EditedProgram))
