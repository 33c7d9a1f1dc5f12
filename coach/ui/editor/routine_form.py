"""The form of the routine as a whole: its gaps, its circuits, when and how often, and its weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from coach.core.draft import edits
from coach.core.draft.draft import LIST, ROUTINE
from coach.core.routine import DEFAULT_GAPS
from coach.ui.editor.answers import NumberAsked, TextAsked, TimesAsked
from coach.ui.editor.form_parts import About, Form
from coach.ui.editor.plan_form import PlanForm
from coach.ui.editor.row_words import circuit_words
from coach.ui.kit.columns import Rows
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import hint, label
from coach.ui.kit.painting import RIM
from coach.words.basics import after_seconds
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coach.core.draft.draft import Draft
    from coach.core.draft.edits import Edit
    from coach.core.draft.json_places import Place
    from coach.ui.kit.theme import Theme


class RoutineForm(Form):
    """What is asked of the whole routine."""

    circuit_made = Signal()
    """A circuit was made, and its form shows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.head(tr("Gaps"))
        words = {
            "get_ready": tr("To get ready"),
            "change": tr("To change side or round"),
            "near": tr("Between two exercises"),
            "new_position": tr("To a new position"),
        }
        asked: list[QWidget] = []
        for key, name in words.items():
            number = NumberAsked(theme, name, 0, 600, after_seconds())
            self.ask(number, _of(("gaps", key), getattr(DEFAULT_GAPS, f"{key}_ms") // 1000))
            asked.append(number)
        self.beside(*asked)
        self._add_circuit()
        self._add_when()
        self.head(tr("Weeks"))
        self.plan = PlanForm(theme)
        self.plan.edited.connect(self.edited)
        self.below(self.plan)
        self.column.addStretch(1)

    # A circuit

    def _add_circuit(self) -> None:
        theme = self._theme
        self.head(tr("Circuit"))
        self.first, self.last = DropDown(theme), DropDown(theme)
        self.first.setAccessibleName(tr("First exercise of the circuit"))
        self.last.setAccessibleName(tr("Last exercise of the circuit"))
        self.make = KeyButton(theme, tr("Make a circuit"), height=44, size=15)
        self.make.clicked.connect(self._on_make)
        for each in (self.first, self.last):
            each.currentIndexChanged.connect(self._show_whether_it_can_be_made)
        words = hint(theme, tr("A circuit is gone through several times, from its first exercise to its last."))
        words.setContentsMargins(RIM, 0, RIM, 0)
        row = Rows(8, 0)
        row.addWidget(self.first)
        to = label(theme, tr("to"), wrap=False)
        theme.give(to, least_height=54)
        row.addWidget(to)
        row.addWidget(self.last)
        row.addWidget(self.make)
        self.below(words)
        self.column.addLayout(row)

    def _on_make(self) -> None:
        draft = self._draft
        if draft is not None:
            self.edited.emit(edits.group(draft, *self._chosen()))
            self.circuit_made.emit()

    def _chosen(self) -> tuple[Place, int]:
        """Return the first row of the circuit that is chosen, and how many rows it has."""
        first, last = sorted((self.first.currentIndex(), self.last.currentIndex()))
        return (*LIST, first), last - first + 1

    def _show_whether_it_can_be_made(self) -> None:
        draft = self._draft
        is_chosen = min(self.first.currentIndex(), self.last.currentIndex()) >= 0
        self.make.setEnabled(draft is not None and is_chosen and edits.can_group(draft, *self._chosen()))

    # When and how often

    def _add_when(self) -> None:
        theme = self._theme
        self.head(tr("When and how often"))
        text = TextAsked(theme, tr("In words"), tr("As in: every two hours while you are awake."))
        self.ask(text, _of(("when", "text"), None, drops=""))
        times = TimesAsked(theme, tr("Times of the day"), tr("As in: 08:00, 20:00."))
        self.ask(times, _of(("when", "times"), None))
        days = NumberAsked(theme, tr("Days a week"), 1, 7, none=tr("Not said"))
        self.ask(days, _of(("when", "days_a_week"), None))
        self.below(text, times, days)

    # What shows

    def show_row(self, draft: Draft, row: Place) -> None:
        """Show the routine of a draft."""
        super().show_row(draft, row)
        names = [_name(draft, (*LIST, number)) for number in range(len(draft.value(LIST, [])))]
        for each, usual in ((self.first, 0), (self.last, len(names) - 1)):
            if [each.itemText(place) for place in range(each.count())] != names:
                each.clear()
                each.addItems(names)
                each.setCurrentIndex(usual)
        self._show_whether_it_can_be_made()
        self.plan.show_row(draft, row)


def _name(draft: Draft, row: Place) -> str:
    if draft.value((*row, "exercises")) is not None:
        return circuit_words(draft, row)
    try:
        return edits.shown_name(draft.exercise(row).get("name"))
    except KeyError:
        return ""


def _of(inner: Place, usual: object, drops: object = None) -> About:
    """Return place, reader and writer of a field of the routine; `usual` is its default, which is left out."""

    def write(draft: Draft, _row: Place, value: Any) -> Edit:
        edit = edits.set_value(draft, (*ROUTINE, *inner), None if value in (usual, drops) else value)
        outer = (*ROUTINE, inner[0])
        # What has nothing in it any more goes too.
        return edit if edit.draft.value(outer) else edits.set_value(edit.draft, outer, None)

    return About(
        lambda _draft, _row: (*ROUTINE, *inner),
        lambda draft, _row: draft.value((*ROUTINE, *inner), usual),
        write,
    )
