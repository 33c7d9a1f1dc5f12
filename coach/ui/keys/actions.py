"""The table of actions: what the menus show and the keys do. A new action is a new row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from coach.core.clicker import IN_A_SESSION
from coach.core.events import Input
from coach.core.primary_action import primary_action
from coach.words.catalogue import Translatable, tr, translatable, translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar

    from coach.core.events import Snapshot


@dataclass(frozen=True, slots=True)
class Row:
    """One action. In a session it sends the first of its inputs that has a meaning then.

    `keys` are told to the person; `also` are the same keys as some keyboards send them, and near misses.
    `always` has a meaning everywhere, `live` in every instant of a session, `idle` wherever no session is live.
    Which keys a clicker sends can be changed: coach/ui/keys/clicker.py makes the table with the person's own.
    """

    id: str
    menu: Translatable
    text: Translatable
    keys: tuple[str, ...]
    inputs: tuple[Input, ...] = ()
    always: bool = False
    live: bool = False
    also: tuple[str, ...] = ()
    idle: bool = False


_SESSION = translatable("&Session")
_VIEW = translatable("&View")
_HELP = translatable("&Help")

ROWS = (
    Row(
        "go",
        _SESSION,
        translatable("Start, pause, resume, I am ready"),
        ("Space", "PgUp", "Media Play"),
        (Input.CONFIRM, Input.PAUSE, Input.RESUME),
        always=True,
        also=("Toggle Media Play/Pause",),
    ),
    Row("pause", _SESSION, translatable("Pause only"), ("Media Pause",), (Input.PAUSE,)),
    Row("skip", _SESSION, translatable("Skip this step"), ("Right", "PgDown", "Media Next"), (Input.SKIP,)),
    Row("back", _SESSION, translatable("Back"), ("Left", "Media Previous"), (Input.BACK,)),
    Row(
        "skip-exercise",
        _SESSION,
        translatable("Skip the exercise"),
        ("Ctrl+Right",),
        (Input.SKIP_EXERCISE,),
    ),
    Row(
        "add-time",
        _SESSION,
        translatable("15 seconds more"),
        ("+",),
        (Input.ADD_TIME,),
        also=("=", "Shift++"),
    ),
    Row("end", _SESSION, translatable("End for now"), ("Ctrl+E",), (Input.END,)),
    Row(
        "pain",
        _SESSION,
        translatable("Pain — stop"),
        ("Esc", "S", "B", ".", "Media Stop"),
        (Input.PAIN_STOP,),
        also=("Shift+Esc", "Shift+S", "Shift+B"),
    ),
    Row("history", _SESSION, translatable("History"), ("Ctrl+H",), always=True),
    Row("settings", _SESSION, translatable("Settings"), ("Ctrl+,",), always=True),
    Row("mute", _SESSION, translatable("Voice off and on"), ("M",), always=True, also=("Shift+M",)),
    Row("again", _SESSION, translatable("Say it again"), ("R",), live=True, also=("Shift+R",)),
    Row("quit", _SESSION, translatable("Quit"), ("Ctrl+Q",), always=True),
    Row("list", _VIEW, translatable("Show or hide the exercises"), ("Ctrl+L",), always=True),
    Row("easier", _VIEW, translatable("Easier version"), ("E",), live=True),
    Row("floor", _VIEW, translatable("Floor view"), ("F11", "F5"), live=True, also=("Shift+F5",)),
    Row("turn", _VIEW, translatable("Turn the floor view"), ("T",), live=True, also=("Shift+T",)),
    Row("still", _VIEW, translatable("Less motion"), (), always=True),
    Row("figure", _VIEW, translatable("Another figure"), (), always=True),
    Row("keys", _HELP, translatable("All keys"), ("F1", "?"), always=True, also=("Shift+?",)),
    Row("clicker", _HELP, translatable("Clicker and pedal"), (), idle=True),
    Row("signs", _HELP, translatable("Signs that need help"), (), always=True),
    Row("about", _HELP, translatable("About coach"), (), always=True),
)


class Actions(QObject):
    """The actions of the table as Qt actions; tells which was triggered."""

    wanted = Signal(str)
    """The id of a row."""

    def __init__(self, parent: QObject, rows: tuple[Row, ...] = ROWS) -> None:
        super().__init__(parent)
        self.by_id: dict[str, QAction] = {}
        for row in ROWS:
            action = QAction(translated(row.text), self)
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
            action.setAutoRepeat(False)
            action.triggered.connect(lambda _checked=False, wanted=row.id: self.wanted.emit(wanted))
            self.by_id[row.id] = action
        self.by_id["still"].setCheckable(True)
        self._live = False
        self.set_keys(rows)
        self.show_snapshot(None)

    def set_keys(self, rows: tuple[Row, ...]) -> None:
        """Give every action the keys of its row: arrow keys and Return that a clicker has, in a session alone."""
        self._rows = rows
        for row, usual in zip(rows, ROWS, strict=True):
            waits = () if self._live else IN_A_SESSION.difference(usual.keys)
            keys = [QKeySequence(key) for key in (*row.keys, *row.also) if key not in waits]
            if keys != self.by_id[row.id].shortcuts():
                self.by_id[row.id].setShortcuts(keys)

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for title in dict.fromkeys(row.menu for row in ROWS):
            menu = bar.addMenu(translated(title))
            menu.addActions([self.by_id[row.id] for row in ROWS if row.menu == title])

    def show_snapshot(self, snapshot: Snapshot | None, *, closing: bool = False) -> None:
        """Enable what has a meaning now; None stands for no session.

        With the closing page of one, Pain — stop goes on having one: who presses it when the last second is over
        means it as much.
        """
        allowed = snapshot.allowed if snapshot is not None else frozenset()
        live = snapshot is not None and snapshot.phase.is_live
        if live != self._live:
            self._live = live
            self.set_keys(self._rows)
        for row in ROWS:
            enabled = row.always or (row.live if live else row.idle) or not allowed.isdisjoint(row.inputs)
            self.by_id[row.id].setEnabled(enabled or (closing and Input.PAIN_STOP in row.inputs))

    def for_key(self, pressed: QKeySequence) -> str | None:
        """Return the id of the action that has this key, or None."""
        for row in ROWS:
            if pressed in self.by_id[row.id].shortcuts():
                return row.id
        return None


def action_of(wanted: Input) -> str | None:
    """Return the id of the first action that can send this, or None."""
    return next((row.id for row in ROWS if wanted in row.inputs), None)


def input_of(action_id: str, snapshot: Snapshot) -> Input | None:
    """Return what an action asks of the session at this instant, or None where it asks nothing."""
    if action_id == "go":
        primary = primary_action(snapshot)
        return None if primary is None else primary.wanted
    for row in ROWS:
        if row.id == action_id:
            return next((wanted for wanted in row.inputs if wanted in snapshot.allowed), None)
    return None


_SIGNS = {"Right": "→", "Left": "←", "Ctrl+Right": "Ctrl+→"}
_ARE_TOLD = {
    # Note: the name of a key
    "PgUp": translatable("Page Up"),
    # Note: the name of a key
    "PgDown": translatable("Page Down"),
    # Note: the name of a key
    ".": translatable("full stop"),
    # Note: the name of a key
    ",": translatable("comma"),
    # Note: the name of a key
    "Ins": translatable("Insert"),
    # Note: the name of a key
    "Del": translatable("Delete"),
    # Note: the name of a key
    "Backtab": translatable("Shift and Tab"),
    # Note: the name of a key
    "Media Play": translatable("media play"),
    # Note: the name of a key
    "Media Pause": translatable("media pause"),
    # Note: the name of a key
    "Media Next": translatable("media next"),
    # Note: the name of a key
    "Media Previous": translatable("media previous"),
    # Note: the name of a key
    "Media Stop": translatable("media stop"),
}
"""Keys whose name from Qt is short or strange, or differs from what the buttons show."""


def key_name(key: str) -> str:
    """Return the name of a key as a person says it."""
    if key in _SIGNS:
        return _SIGNS[key]
    if key in _ARE_TOLD:
        return translated(_ARE_TOLD[key])
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def key_words(row: Row) -> str:
    """Return the keys of a row as a person reads them."""
    words = ""
    for key in row.keys:
        # Note: keys of which each does the same, one more at a time
        words = tr("{keys} or {key}", keys=words, key=key_name(key)) if words else key_name(key)
    return words
