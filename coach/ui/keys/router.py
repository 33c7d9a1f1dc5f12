"""Keys that reach the session whatever the window is doing.

Shortcuts do not fire while a menu is open, in a modal dialog of somebody else, or in a field that keeps the key
for itself. While a session is live this filter sees every key and every press of the mouse first: the session's
keys work everywhere, and Pain — stop can be clicked even while an open menu has grabbed the mouse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from coach.ui.keys.us_keys import us_key
from coach.ui.kit.question_bar import QuestionBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.session.commands import Commands
    from coach.ui.keys.actions import Actions

_KEY = QEvent.Type.KeyPress
_OVERRIDE = QEvent.Type.ShortcutOverride
_PRESS = QEvent.Type.MouseButtonPress
_PRESSES = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class KeyRouter(QObject):
    """An application-wide filter that is there only while a session is live.

    At any other time it sees the keys that no widget of its window wanted. Where no command has the character of a key,
    its place on the keyboard counts: the key that lies there in the US layout.
    """

    def __init__(
        self, app: QApplication, actions: Actions, commands: Commands, pain_buttons: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._app = app
        self._actions, self._commands = actions, commands
        self._pain_buttons = tuple(pain_buttons)
        self._there = False

    def set_live(self, *, live: bool) -> None:
        """Watch the keys, or leave them alone."""
        if live == self._there:
            return
        self._there = live
        if live:
            self._app.installEventFilter(self)
        else:
            self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key or press that Qt would give to a menu, a dialog or a field; leave all else alone."""
        kind = event.type()
        if kind == _OVERRIDE and watched in self._pain_buttons and isinstance(event, QKeyEvent):
            # On this button Space stops, and so does Return; everywhere else they may be for something else.
            if event.key() in _PRESSES:
                event.accept()
            return event.key() in _PRESSES
        if kind == _OVERRIDE and isinstance(event, QKeyEvent) and self._answers(watched, event):
            event.accept()
            return True
        if kind == _KEY and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return self._take_key(event) if self._there else self._take_by_place(event)
        if kind == _PRESS and isinstance(event, QMouseEvent) and isinstance(watched, QMenu):
            return self._take_press(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        focus = self._app.focusWidget()
        pain_has_focus = focus in self._pain_buttons and self._app.activePopupWidget() is None
        if pain_has_focus and event.key() in _PRESSES:
            self._commands.do("pain")
            return True
        by_sign = self._wanted(event, event.key())
        wanted = by_sign or self._by_place(event)
        if wanted is None or (isinstance(focus, _TEXT_FIELDS) and _writes(event, wanted)):
            return False
        if not self._needs_help(focus, wanted, by_place=by_sign is None):
            return False
        return self._do(event, wanted)

    def _take_by_place(self, event: QKeyEvent) -> bool:
        """Take a key by its place alone: Qt has looked at its character, and every widget has passed it on."""
        wanted = None if self._wanted(event, event.key()) else self._by_place(event)
        return wanted is not None and self._do(event, wanted)

    def _do(self, event: QKeyEvent, wanted: str) -> bool:
        if event.isAutoRepeat() or not self._commands.means_something(wanted):
            return self._there
        if self._there:
            self.close_menus()
        self._commands.do(wanted)
        return True

    def _wanted(self, event: QKeyEvent, pressed: int) -> str | None:
        """Return the command of a key. The number pad counts as the keys it repeats; so does Shift where it is free."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        for modifiers in (held, held & ~Qt.KeyboardModifier.ShiftModifier):
            combination = QKeyCombination(modifiers, Qt.Key(pressed))
            if (wanted := self._actions.for_key(QKeySequence(combination))) is not None:
                return wanted
        return None

    def _by_place(self, event: QKeyEvent) -> str | None:
        """Return the command of the key that lies here in the US layout."""
        key = us_key(event)
        return None if key is None else self._wanted(event, key)

    def _answers(self, watched: QObject, event: QKeyEvent) -> bool:
        """Tell whether Return presses a button of a question, although a clicker sends it too; but a stop stops."""
        if event.key() != Qt.Key.Key_Return or not isinstance(watched, QAbstractButton):
            return False
        return isinstance(watched.parent(), QuestionBar) and self._wanted(event, event.key()) != "pain"

    def _needs_help(self, focus: QWidget | None, wanted: str, *, by_place: bool) -> bool:
        """Tell whether Qt's own shortcut would not fire here; arrow keys and Space in a menu stay the menu's."""
        if self._app.activePopupWidget() is not None:
            return wanted == "pain"
        return by_place or self._app.activeModalWidget() is not None or isinstance(focus, _TEXT_FIELDS)

    def _take_press(self, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        if not any(each.isVisible() and each.rect().contains(each.mapFromGlobal(at)) for each in self._pain_buttons):
            return False
        self.close_menus()
        self._commands.do("pain")
        return True

    def close_menus(self) -> None:
        """Close every open menu and list."""
        while (popup := self._app.activePopupWidget()) is not None:
            popup.close()


def _writes(event: QKeyEvent, wanted: str) -> bool:
    """Tell whether a key belongs to the field in which somebody types: a stop is only lost to a character."""
    if event.key() == Qt.Key.Key_Escape:
        return False
    return wanted != "pain" or (event.text().isprintable() and bool(event.text()))
