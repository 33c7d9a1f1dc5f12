"""What the forms of the editor are made of: questions, each with the place that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.kit.columns import Rows
from coach.ui.kit.label import heading
from coach.ui.kit.painting import RIM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from coach.core.draft.draft import Draft
    from coach.core.draft.edits import Edit
    from coach.core.draft.json_places import Place
    from coach.core.draft.problems import DraftProblem
    from coach.ui.editor.asked import Asked
    from coach.ui.kit.theme import Theme

BETWEEN, BESIDE = 14, 26
"""Room between two questions, below each other and side by side, in px."""


class About(NamedTuple):
    """What a question is about: where it stands, its answer in a draft and the row that shows, and the edit for one."""

    place: Callable[[Draft, Place], Place]
    read: Callable[[Draft, Place], Any]
    write: Callable[[Draft, Place, Any], Edit]


class Entry(NamedTuple):
    """A question of a form, what it is about, and whether it is asked."""

    asked: Asked
    about: About
    is_asked: Callable[[Draft, Place], bool]


def always(_draft: Draft, _row: Place) -> bool:
    """Tell that a question is always asked."""
    return True


class Form(QWidget):
    """Questions about one row of a draft. It keeps no answers: they are in the draft that it shows."""

    edited = Signal(object)
    """An Edit of the draft that shows."""
    remedied = Signal(object)
    """The remedy of this DraftProblem was pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.entries: list[Entry] = []
        self._draft: Draft | None = None
        self._row: Place = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(BETWEEN)

    # Building

    def ask(self, asked: Asked, about: About, is_asked: Callable[[Draft, Place], bool] = always) -> Asked:
        """Take a question; the caller gives it its place in the column."""
        entry = Entry(asked, about, is_asked)
        self.entries.append(entry)
        asked.changed.connect(lambda value: self._on_changed(entry, value))
        asked.remedied.connect(self.remedied)
        return asked

    def head(self, text: str) -> None:
        """Add a heading."""
        words = heading(self._theme, text, size=17, weight=700)
        words.setContentsMargins(RIM, 8, RIM, 0)
        self.column.addWidget(words)

    def beside(self, *widgets: QWidget) -> None:
        """Add what stands side by side where there is room."""
        row = Rows(BESIDE - 2 * RIM, BETWEEN)
        for widget in widgets:
            row.addWidget(widget)
        self.column.addLayout(row)

    def below(self, *widgets: QWidget) -> None:
        """Add what stands below each other."""
        for widget in widgets:
            self.column.addWidget(widget)

    # What shows

    def show_row(self, draft: Draft, row: Place) -> None:
        """Show the answers that a draft has for a row."""
        self._draft, self._row = draft, row
        for entry in self.entries:
            is_asked = entry.is_asked(draft, row)
            if is_asked:
                entry.asked.show_value(entry.about.read(draft, row))
            if entry.asked.isHidden() is is_asked:
                entry.asked.setVisible(is_asked)

    def show_problems(self, problems: Sequence[DraftProblem]) -> list[DraftProblem]:
        """Show each problem with the question that it is about; return those that have none here."""
        draft = self._draft
        if draft is None:
            return list(problems)
        left = list(problems)
        for entry in self.entries:
            if not entry.is_asked(draft, self._row):
                continue
            place = entry.about.place(draft, self._row)
            mine = [problem for problem in left if problem.place[: len(place)] == place]
            entry.asked.show_problem(mine[0] if mine else None)
            left = [problem for problem in left if problem not in mine]
        return left

    def asked_about(self, place: Place) -> Asked | None:
        """Return the question about a place, None where there is none."""
        draft = self._draft
        if draft is None:
            return None
        asked: Iterable[Entry] = (entry for entry in self.entries if entry.is_asked(draft, self._row))
        for entry in asked:
            about = entry.about.place(draft, self._row)
            if place[: len(about)] == about:
                return entry.asked
        return None

    def _on_changed(self, entry: Entry, value: object) -> None:
        if self._draft is not None:
            self.edited.emit(entry.about.write(self._draft, self._row, value))
