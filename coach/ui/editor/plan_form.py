"""The weeks of a routine: each with a name, and with the doses that differ in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.draft import edits
from coach.core.draft.draft import ROUTINE
from coach.ui.editor.answers import NumberAsked, TextAsked
from coach.ui.editor.form_parts import Form
from coach.ui.editor.row_words import dose_words
from coach.ui.kit.columns import Rows
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import hint, label
from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM
from coach.ui.kit.tab_order import follow
from coach.words.basics import after_seconds
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QLabel

    from coach.core.draft.draft import Draft
    from coach.core.draft.json_places import Place
    from coach.ui.kit.theme import Theme

PLAN: Place = (*ROUTINE, "plan")
MOST = 12
"""Weeks of a plan, at most."""


class _Dose(NamedTuple):
    """What is asked about one exercise in a week."""

    exercise: str
    name: str
    key: str
    """What its work is told in: `work_s`, or `reps` where it is counted."""
    holder: QWidget
    whole: QLabel
    """All of a dose that two numbers cannot say."""
    rounds: NumberAsked
    work: NumberAsked

    def show(self, exercise: Mapping[str, Any], dose: Mapping[str, Any]) -> None:
        """Show the dose of a week; what is no number is told in words, and stays as it is."""
        are_numbers = True
        for asked, value in ((self.rounds, dose.get("rounds")), (self.work, dose.get(self.key))):
            is_number = value is None or isinstance(value, int)
            asked.show_value(value)
            asked.setVisible(is_number)
            are_numbers &= is_number
        self.whole.setText("" if are_numbers else dose_words(exercise, dose))
        self.whole.setVisible(not are_numbers)


class PlanForm(Form):
    """One week shows at a time. The person chooses the week of a session; coach never moves on by itself."""

    week_added = Signal()
    """A new week shows, perhaps out of sight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        words = hint(
            theme, tr("A week may have other rounds and seconds. You choose the week; coach never moves you on.")
        )
        words.setContentsMargins(RIM, 0, RIM, 0)
        self.weeks = DropDown(theme)
        self.weeks.setAccessibleName(tr("Week"))
        self.more = KeyButton(theme, tr("Add a week"), height=44, size=15)
        self.less = KeyButton(theme, tr("Delete this week"), height=44, size=15)
        self.weeks.currentIndexChanged.connect(lambda _place: self._show_week())
        self.more.clicked.connect(self._on_more)
        self.less.clicked.connect(self._on_less)
        self.name = TextAsked(theme, tr("Name of the week"))
        self.name.changed.connect(self._on_named)
        self._doses: list[_Dose] = []
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        row = Rows(8, 0)
        for widget in (self.weeks, self.more, self.less):
            row.addWidget(widget)
        self.below(words)
        self.column.addLayout(row)
        self.below(self.name)
        self.column.addLayout(self._inside)

    @property
    def _plan(self) -> Sequence[Mapping[str, Any]]:
        return [] if self._draft is None else self._draft.value(PLAN, [])

    def show_row(self, draft: Draft, row: Place) -> None:
        """Show the weeks of a draft, the one that showed where it is still there."""
        super().show_row(draft, row)
        names = [str(week.get("name") or tr("No name yet")) for week in self._plan]
        if [self.weeks.itemText(place) for place in range(self.weeks.count())] != names:
            at = self.weeks.currentIndex()
            with QSignalBlocker(self.weeks):
                self.weeks.clear()
                self.weeks.addItems(names)
                self.weeks.setCurrentIndex(max(0, min(at, len(names) - 1)) if names else -1)
            self.weeks.updateGeometry()
        self.more.setEnabled(len(names) < MOST)
        for part in (self.weeks, self.less, self.name):
            part.setVisible(bool(names))
        self._show_week()

    # One week

    @property
    def _week(self) -> Mapping[str, Any]:
        plan, at = self._plan, self.weeks.currentIndex()
        return plan[at] if 0 <= at < len(plan) else {}

    def _show_week(self) -> None:
        draft, week = self._draft, self._week
        if draft is None:
            return
        self.name.show_value(week.get("name", ""))
        known = {str(each["id"]): each for each in draft.exercises}
        ids = list(dict.fromkeys(str(row.exercise) for row in draft.exercise_rows())) if week else []
        wanted = [_asked_of(each, known.get(each, {})) for each in ids]
        if [(each.exercise, each.name, each.key) for each in self._doses] != wanted:
            for old in self._doses:
                old.holder.hide()
                old.holder.deleteLater()
            self._doses = [self._make(*each) for each in wanted]
            for before, dose in zip((self.name, *(each.holder for each in self._doses)), self._doses, strict=False):
                follow(before, dose.holder)
        doses = {dose.get("exercise"): dose for dose in week.get("doses", ())}
        for each in self._doses:
            each.show(known.get(each.exercise, {}), doses.get(each.exercise, {}))

    def _make(self, exercise: str, name: str, key: str) -> _Dose:
        holder = QWidget()
        holder.setObjectName(GROUP)
        holder.setAccessibleName(name)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        title, whole = label(self._theme, name, size=16, weight=600), hint(self._theme, "")
        for words in (title, whole):
            words.setContentsMargins(RIM, 0, RIM, 0)
            column.addWidget(words)
        usual = tr("As usual")
        rounds = NumberAsked(self._theme, tr("Rounds"), 1, 50, none=usual)
        work = NumberAsked(self._theme, tr("Seconds each"), 1, 1800, after_seconds(), usual)
        if key == "reps":
            work = NumberAsked(self._theme, tr("Repetitions"), 1, 200, none=usual)
        rounds.changed.connect(lambda value: self._on_dose(exercise, "rounds", value))
        work.changed.connect(lambda value: self._on_dose(exercise, key, value))
        row = Rows(16, 0)
        row.addWidget(rounds)
        row.addWidget(work)
        column.addLayout(row)
        self._inside.addWidget(holder)
        return _Dose(exercise, name, key, holder, whole, rounds, work)

    # What the person does

    def _set(self, plan: list[Any], says: str) -> None:
        if self._draft is not None:
            self.edited.emit(edits.set_value(self._draft, PLAN, plan or None, says=says))

    def _on_more(self) -> None:
        plan = list(self._plan)
        plan.append({"name": tr("Week {number}", number=len(plan) + 1), "doses": []})
        self._set(plan, tr("Add a week"))
        self.weeks.setCurrentIndex(len(plan) - 1)
        self.name.focus_control()
        self.week_added.emit()

    def _on_less(self) -> None:
        plan = list(self._plan)
        if 0 <= (at := self.weeks.currentIndex()) < len(plan):
            del plan[at]
            self._set(plan, tr("Delete a week"))
            (self.less if plan else self.more).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_named(self, name: object) -> None:
        if self._draft is not None and self._week:
            place = (*PLAN, self.weeks.currentIndex(), "name")
            self.edited.emit(edits.set_value(self._draft, place, name, says=tr("Rename a week")))

    def _on_dose(self, exercise: str, key: str, value: object) -> None:
        draft, week = self._draft, self._week
        if draft is None or not week:
            return
        doses = [dict(dose) for dose in week.get("doses", ())]
        mine = next((dose for dose in doses if dose.get("exercise") == exercise), None)
        if mine is None:
            mine = {"exercise": exercise}
            doses.append(mine)
        if value is None:
            mine.pop(key, None)
        else:
            mine[key] = value
        doses = [dose for dose in doses if len(dose) > 1]
        place = (*PLAN, self.weeks.currentIndex(), "doses")
        edit = edits.set_value(draft, place, doses, says=tr("Change a week"))
        self.edited.emit(edit)


def _asked_of(exercise: str, written: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return the id of an exercise, its name, and what its work is told in."""
    return exercise, edits.shown_name(written.get("name")), "reps" if written.get("kind") == "counted" else "work_s"
