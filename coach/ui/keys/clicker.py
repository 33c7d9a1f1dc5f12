"""The table of actions with the keys of the person's own clicker, and which keys it may have, in words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from coach.core.clicker import USUAL, ClickerKeys, Fault, Use, fault
from coach.ui.keys.actions import ROWS, Row, key_name
from coach.words.catalogue import tr, translated

COMMAND_OF = {Use.PAUSE: "go", Use.SKIP: "skip", Use.STOP: "pain"}
"""The id of the command of each button."""
_TWIN = "."
"""Some remotes send a full stop for a blank screen, others B, the usual key: as long as B stops, both do."""


def key_text(pressed: QKeyCombination) -> str:
    """Return a key as the settings store it, empty for one without a name.

    Keys of the number pad count as those they repeat; Shift is left out of characters.
    """
    modifiers = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    plain = QKeySequence(QKeyCombination(pressed.key())).toString(QKeySequence.SequenceFormat.PortableText)
    if len(plain) == 1:
        if pressed.key() >= Qt.Key.Key_Escape:
            return ""  # no character: Qt makes one up for a key that has no name
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, pressed.key())).toString(QKeySequence.SequenceFormat.PortableText)


def action_text(row: Row) -> str:
    """Return what a row does, in words."""
    return translated(row.text)


def refusal(key: str) -> str:
    """Return why this key cannot be a button of the clicker, as a sentence; empty where it can."""
    name = key_name(key)
    words = {
        Fault.UNKNOWN: tr("coach cannot tell this key from others. Another button may do."),
        Fault.HELD: tr("Keys with Ctrl, Alt or Meta belong to the menus and to the desktop."),
        Fault.NEEDED: tr("coach needs {key} to move about, to answer and to press buttons.", key=name),
        Fault.STARTS: tr("{key} always starts, pauses and goes on. That stays as it is.", key=name),
        Fault.STOPS: tr("{key} always stops for pain. That stays as it is.", key=name),
    }
    if (key_fault := fault(key)) is not None:
        return words[key_fault]
    if (row := _needs(key)) is not None:
        return tr("{key} is the only key for “{action}”. That stays as it is.", key=name, action=action_text(row))
    return ""


def _needs(key: str) -> Row | None:
    """Return the row of another command that would be left without a key."""
    others = (row for row in ROWS if row.id not in COMMAND_OF.values())
    return next((row for row in others if key in row.keys and len(row.keys) == 1), None)


def in_force(keys: ClickerKeys) -> ClickerKeys:
    """Return the keys with the usual one for any that is refused; all usual ones where two would then be the same."""
    usable = ClickerKeys(*(USUAL.of(use) if refusal(keys.of(use)) else keys.of(use) for use in Use))
    return usable if usable.differ else USUAL


def rows_with(keys: ClickerKeys) -> tuple[Row, ...]:
    """Return the table of actions with these keys in place of the usual ones; no key is in two rows."""
    keys = in_force(keys)
    return tuple(_row_with(row, keys) for row in ROWS)


def _row_with(row: Row, keys: ClickerKeys) -> Row:
    own = next((use for use, command_id in COMMAND_OF.items() if command_id == row.id), None)
    if own is not None and keys.of(own) != USUAL.of(own):
        row = _with_button(row, USUAL.of(own), keys.of(own))
    keys_of_others = {keys.of(use) for use in Use if use is not own}
    return replace(
        row,
        keys=tuple(key for key in row.keys if key not in keys_of_others),
        also=tuple(key for key in row.also if key not in keys_of_others),
    )


def _with_button(row: Row, usual: str, own: str) -> Row:
    dropped = {usual, f"Shift+{usual}"} | ({_TWIN} if usual == USUAL.stop else set())
    shown = [own if key == usual else key for key in row.keys if key == usual or key not in dropped]
    also = [key for key in row.also if key not in dropped]
    if f"Shift+{usual}" in row.also and own.isalpha() and len(own) == 1:
        also.append(f"Shift+{own}")
    return replace(row, keys=tuple(dict.fromkeys(shown)), also=tuple(also))


def row_of_key(key: str, keys: ClickerKeys, place: str = "") -> Row | None:
    """Return the row of the table that has this key now, else the one that has the key `place`, or None."""
    rows = rows_with(keys)
    candidates = (name for name in (key, place) if name)
    matches = (row for name in candidates for row in rows if name in row.keys or name in row.also)
    return next(matches, None)


BACK = frozenset({"Esc", "Shift+Esc"})
"""Keys that lead back from a trial to the editor."""


def without_back(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the table while a routine is only tried out: a stop for pain has its other keys, and its button."""

    def kept(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in keys if key not in BACK)

    return tuple(replace(row, keys=kept(row.keys), also=kept(row.also)) if row.id == "pain" else row for row in rows)
