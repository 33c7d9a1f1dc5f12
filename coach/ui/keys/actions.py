"""The text, menu and keys of each command. A new command in the menus is a new row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from coach.core.clicker import IN_A_SESSION
from coach.core.dataclass import dataclass
from coach.session.commands import COMMANDS
from coach.words.catalogue import Translatable, tr, translatable, translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar

    from coach.session.commands import Situation


@dataclass(frozen=True, slots=True)
class Row:
    """A command in the menus and on the keyboard. What it does, and when, is in coach/session/commands.py.

    `keys` are shown to the person; `also` are the same keys as some keyboards send them, and near misses.
    The keys of a clicker can be changed: coach/ui/keys/clicker.py makes the table with the person's own.
    """

    id: str
    """The id of the command."""
    menu: Translatable
    text: Translatable
    keys: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


_SESSION = translatable("&Session")
_VIEW = translatable("&View")
_HELP = translatable("&Help")

ROWS = (
    Row(
        "go",
        _SESSION,
        translatable("Start, pause, resume, I am ready"),
        ("Space", "PgUp", "Media Play"),
        also=("Toggle Media Play/Pause",),
    ),
    Row("pause", _SESSION, translatable("Pause only"), ("P", "Media Pause"), also=("Shift+P",)),
    Row("skip", _SESSION, translatable("Skip this step"), ("Right", "PgDown", "Media Next")),
    Row("back", _SESSION, translatable("Back"), ("Left", "Media Previous")),
    Row("skip-exercise", _SESSION, translatable("Skip the exercise"), ("Ctrl+Right",)),
    Row("add-time", _SESSION, translatable("15 seconds more"), ("+",), also=("=", "Shift++")),
    Row("end", _SESSION, translatable("End for now"), ("Ctrl+E",)),
    Row(
        "pain",
        _SESSION,
        translatable("Pain — stop"),
        ("Esc", "S", "B", ".", "Media Stop"),
        also=("Shift+Esc", "Shift+S", "Shift+B"),
    ),
    # Note: the page from which one starts
    Row("today", _SESSION, translatable("Today"), ("Ctrl+1",)),
    Row("routines", _SESSION, translatable("Routines"), ("Ctrl+2",)),
    Row("history", _SESSION, translatable("History"), ("Ctrl+H", "Ctrl+3")),
    Row("settings", _SESSION, translatable("Settings"), ("Ctrl+,", "Ctrl+4")),
    Row("mute", _SESSION, translatable("Voice off and on"), ("M",), also=("Shift+M",)),
    Row("again", _SESSION, translatable("Say it again"), ("R",), also=("Shift+R",)),
    Row("quit", _SESSION, translatable("Quit"), ("Ctrl+Q",)),
    Row("list", _VIEW, translatable("Show or hide the exercises"), ("Ctrl+L",)),
    Row("easier", _VIEW, translatable("Easier version"), ("E",)),
    Row("floor", _VIEW, translatable("Floor view"), ("F11", "F5"), also=("Shift+F5",)),
    Row("turn", _VIEW, translatable("Turn the floor view"), ("T",), also=("Shift+T",)),
    Row("feel", _VIEW, translatable("What to feel, when to stop"), ("I",), also=("Shift+I",)),
    Row("still", _VIEW, translatable("Less motion")),
    Row("figure", _VIEW, translatable("Another figure")),
    Row("keys", _HELP, translatable("All keys"), ("F1", "?"), also=("Shift+?",)),
    Row("clicker", _HELP, translatable("Clicker and pedal")),
    # Note: a page with all that is said in a routine
    Row("listen", _HELP, translatable("Listen")),
    Row("signs", _HELP, translatable("Signs that need help")),
    # Note: a page that tells which parts of the computer coach can use
    Row("works", _HELP, translatable("What works here")),
    Row("about", _HELP, translatable("About coach")),
)

OF_THE_NAVIGATION = frozenset({"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"})
"""Keys that lead to the places of the navigation. Where a number is asked for, they are no slip that leads away."""


class Actions(QObject):
    """The rows as Qt actions; when one is triggered, the id of its command is sent, and nothing else happens."""

    wanted = Signal(str)
    """The id of a command."""

    def __init__(self, parent: QObject, rows: tuple[Row, ...] = ROWS) -> None:
        super().__init__(parent)
        self.by_id: dict[str, QAction] = {}
        for row in ROWS:
            action = QAction(translated(row.text), self)
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
            action.setAutoRepeat(False)
            action.triggered.connect(lambda _checked=False, command_id=row.id: self.wanted.emit(command_id))
            self.by_id[row.id] = action
        self.by_id["still"].setCheckable(True)
        self._live, self._browses = False, True
        self.set_keys(rows)

    def set_keys(self, rows: tuple[Row, ...]) -> None:
        """Give every action the keys of its row, but for those that do not count now.

        Arrow keys and Return of a clicker count in a session alone, those of the navigation where there is one.
        """
        self._rows = rows
        for row, usual in zip(rows, ROWS, strict=True):
            waits = () if self._live else IN_A_SESSION.difference(usual.keys)
            gone = () if self._browses else OF_THE_NAVIGATION
            keys = [QKeySequence(key) for key in (*row.keys, *row.also) if key not in {*waits, *gone}]
            if keys != self.by_id[row.id].shortcuts():
                self.by_id[row.id].setShortcuts(keys)

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for title in dict.fromkeys(row.menu for row in ROWS):
            menu = bar.addMenu(translated(title))
            menu.addActions([self.by_id[row.id] for row in ROWS if row.menu == title])

    def show(self, now: Situation) -> None:
        """Enable what means something in this situation."""
        if (now.is_live, now.browses) != (self._live, self._browses):
            self._live, self._browses = now.is_live, now.browses
            self.set_keys(self._rows)
        for command_id, action in self.by_id.items():
            action.setEnabled(COMMANDS[command_id].means_something(now))

    def show_still(self, still: bool) -> None:  # noqa: FBT001 - a signal's value
        """Set the check mark of the row for less motion."""
        self.by_id["still"].setChecked(still)

    def for_key(self, pressed: QKeySequence) -> str | None:
        """Return the id of the command that has this key, or None."""
        for row in ROWS:
            if pressed in self.by_id[row.id].shortcuts():
                return row.id
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
"""Names of keys for which Qt has a short or odd one, or another than the buttons show."""


def key_name(key: str) -> str:
    """Return the name of a key as a person says it."""
    if key in _SIGNS:
        return _SIGNS[key]
    if key in _ARE_TOLD:
        return translated(_ARE_TOLD[key])
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def cap_name(key: str) -> str:
    """Return what stands on the cap of a key: a sign as it is, where its name is a word."""
    return key if key in {".", ","} else key_name(key)


def key_words(row: Row) -> str:
    """Return the keys of a row as a person reads them."""
    words = ""
    for key in row.keys:
        # Note: keys of which each does the same, one more at a time
        words = tr("{keys} or {key}", keys=words, key=key_name(key)) if words else key_name(key)
    return words
