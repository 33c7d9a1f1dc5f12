"""Keys that reach the session whatever the window is doing.

Shortcuts do not fire while a menu is open, in a modal dialog that is not coach's, or in a field that takes the key
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
    """An application-wide event filter, installed only while a session is live.

    At any other time it gets the keys that no widget of its window has taken. Where no command has the character of a
    key, its place on the keyboard counts: the key that is there in the US layout.
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
        """Install the filter, or remove it."""
        if live == self._there:
            return
        self._there = live
        if live:
            self._app.installEventFilter(self)
        else:
            self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key or click that Qt would give to a menu, a dialog or a field; pass on everything else."""
        kind = event.type()
        if kind == _OVERRIDE and watched in self._pain_buttons and isinstance(event, QKeyEvent):
            # On this button Space and Return stop; everywhere else they may be the key of another command.
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
        by_sign = self._command_of(event, event.key())
        command_id = by_sign or self._by_place(event)
        if command_id is None or (isinstance(focus, _TEXT_FIELDS) and _writes(event, command_id)):
            return False
        if not self._needs_help(focus, command_id, by_place=by_sign is None):
            return False
        return self._do(event, command_id)

    def _take_by_place(self, event: QKeyEvent) -> bool:
        """Take a key by its place alone: its character is no shortcut, and every widget has passed it on."""
        command_id = None if self._command_of(event, event.key()) else self._by_place(event)
        return command_id is not None and self._do(event, command_id)

    def _do(self, event: QKeyEvent, command_id: str) -> bool:
        # Taken all the same in a session: a key that means nothing now must not type or scroll instead.
        if event.isAutoRepeat() or not self._commands.means_something(command_id):
            return self._there
        if self._there:
            self.close_menus()
        self._commands.do(command_id)
        return True

    def _command_of(self, event: QKeyEvent, pressed: int) -> str | None:
        """Return the command of a key.

        The number pad counts as the keys it repeats, and Shift is left out if need be.
        """
        pressed_modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        for modifiers in (pressed_modifiers, pressed_modifiers & ~Qt.KeyboardModifier.ShiftModifier):
            combination = QKeyCombination(modifiers, Qt.Key(pressed))
            if (command_id := self._actions.for_key(QKeySequence(combination))) is not None:
                return command_id
        return None

    def _by_place(self, event: QKeyEvent) -> str | None:
        """Return the command of the key at this place in the US layout."""
        key = us_key(event)
        return None if key is None else self._command_of(event, key)

    def _answers(self, watched: QObject, event: QKeyEvent) -> bool:
        """Tell whether Return answers a question, although it is also a key of the clicker.

        Not if it is the one to stop.
        """
        if event.key() != Qt.Key.Key_Return or not isinstance(watched, QAbstractButton):
            return False
        return isinstance(watched.parent(), QuestionBar) and self._command_of(event, event.key()) != "pain"

    def _needs_help(self, focus: QWidget | None, command_id: str, *, by_place: bool) -> bool:
        """Tell whether Qt's own shortcut would not fire here.

        In a menu only a stop needs help, its keys are its own.
        """
        if self._app.activePopupWidget() is not None:
            return command_id == "pain"
        return by_place or self._app.activeModalWidget() is not None or isinstance(focus, _TEXT_FIELDS)

    def _take_press(self, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        if not any(
            button.isVisible() and button.rect().contains(button.mapFromGlobal(at)) for button in self._pain_buttons
        ):
            return False
        self.close_menus()
        self._commands.do("pain")
        return True

    def close_menus(self) -> None:
        """Close every open menu and list."""
        while (popup := self._app.activePopupWidget()) is not None:
            popup.close()


def _writes(event: QKeyEvent, command_id: str) -> bool:
    """Tell whether a key belongs to the field in which the person types; a stop does so only if it is a character."""
    if event.key() == Qt.Key.Key_Escape:
        return False
    return command_id != "pain" or (event.text().isprintable() and bool(event.text()))
