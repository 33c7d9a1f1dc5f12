"""The editor in the running program, and hands to write with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QSpinBox

from coach.ui.editor.editor_page import EditorPage
from tests.ui.stage import KEY, NONE
from tests.waiting import wait_ms
from tools import sample_routine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coach.ui.editor.editor import Editor
    from tests.ui.stage import Stage

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Desk:
    """An editor that is open."""

    def __init__(self, stage: Stage, qtbot: QtBot) -> None:
        self.stage, self.qtbot = stage, qtbot

    @property
    def page(self) -> EditorPage:
        """The page, which is there."""
        page = self.stage.page()
        assert isinstance(page, EditorPage), page
        return page

    @property
    def editor(self) -> Editor:
        """What the page belongs to."""
        editor = self.stage.side_pages.editor.editor
        assert editor is not None
        return editor

    def wait(self) -> Desk:
        """Wait until the page of the editor shows."""
        self.qtbot.waitUntil(lambda: isinstance(self.stage.page(), EditorPage), timeout=10_000)
        wait_ms(1)  # what is new in a layout is shown in the next turn
        return self

    def names(self) -> list[str]:
        """Return the names in the list."""
        return [row.name for row in self.page.pane.rows.rows]

    def document(self) -> Any:
        """Return the routine as it is now."""
        return self.editor.draft.document

    def value(self, *place: str | int) -> Any:
        """Return what the routine has at a place."""
        return self.editor.draft.value(place)

    # Hands

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            self.stage.press(key, modifiers)

    def type(self, words: str) -> None:
        """Type words, letter by letter, where the focus is."""
        window = self.stage.window.windowHandle()
        assert window is not None
        for letter in words:
            if letter == "\n":
                self.press(KEY.Key_Return)
            else:
                QTest.keyClick(window, letter)  # type: ignore[call-overload]  # takes a letter too

    def tab_to(self, name: str, most: int = 120) -> None:
        """Press Tab until what has this name has the focus."""
        for _ in range(most):
            if self.focus_name() == name:
                return
            self.press(KEY.Key_Tab)
        seen = self.focus_name()
        message = f"Tab does not lead to “{name}”; the last was “{seen}”"
        raise AssertionError(message)

    def focus_name(self) -> str:
        """Return the name of what has the focus, as a screen reader says it."""
        focus = QApplication.focusWidget()
        if focus is None:
            return ""
        if isinstance(focus, QAbstractButton) and not focus.accessibleName():
            return str(focus.text())
        return str(focus.accessibleName())

    def write(self, name: str, words: str) -> None:
        """Go to a field by Tab and put these words in the place of what is in it."""
        self.tab_to(name)
        focus = QApplication.focusWidget()
        if isinstance(focus, QSpinBox | QLineEdit):
            focus.selectAll()
        self.type(words)
        if isinstance(focus, QSpinBox):
            self.press(KEY.Key_Return)


def open_sample(stage: Stage, qtbot: QtBot) -> Desk:
    """Open the editor with the routine of five exercises, from its page by its menu."""
    routines = stage.program.routines
    qtbot.waitUntil(lambda: routines.is_read, timeout=10_000)
    routines.save(sample_routine.document())
    qtbot.waitUntil(lambda: routines.find(sample_routine.ID) is not None, timeout=10_000)
    stage.side_pages.editor.edit(sample_routine.ID)
    return Desk(stage, qtbot).wait()


def open_new(stage: Stage, qtbot: QtBot) -> Desk:
    """Open the editor with a new routine."""
    qtbot.waitUntil(lambda: stage.program.routines.is_read, timeout=10_000)
    stage.side_pages.editor.new()
    return Desk(stage, qtbot).wait()
