"""The form of one exercise: what is asked first, and the rest once *More* is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from coach.core.draft import edits
from coach.core.draft.draft import ROUTINE
from coach.core.draft.step_lines import typed_steps
from coach.core.routine import DEFAULT_GAPS
from coach.ui.editor.about import (
    dose_of,
    field_of,
    first_side,
    has_sides,
    is_counted,
    is_timed,
)
from coach.ui.editor.answers import (
    BySideAsked,
    ChoiceAsked,
    LinesAsked,
    ListAsked,
    NumberAsked,
    NumbersAsked,
    SwitchAsked,
    TextAsked,
)
from coach.ui.editor.form_parts import Form, always
from coach.ui.editor.small_buttons import MoreButton
from coach.ui.kit.tab_order import follow
from coach.waves import later
from coach.words.basics import after_seconds
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.draft.draft import Draft
    from coach.core.draft.edits import Edit
    from coach.core.draft.json_places import Place
    from coach.core.draft.problems import DraftProblem
    from coach.ui.editor import more_form
    from coach.ui.editor.asked import Asked
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
else:
    more_form = later("coach.ui.editor.more_form")


BOTH = ("right", "left")
"""Both sides, whichever comes first."""


class ExerciseForm(Form):
    """What is asked of an exercise."""

    more_shown = Signal()
    """More is asked than before."""
    told = Signal(str)
    """News for a screen reader."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__(theme)
        self._pictures = pictures
        self.name = TextAsked(theme, tr("Name"))
        self._add_name()
        self._add_kind()
        self._add_dose()
        self._add_position()
        self._add_steps()
        self.more = MoreButton(theme, tr("More"), tr("Less"))
        self.more.opened.connect(self._on_more)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.rest: more_form.MoreForm | None = None
        self.column.addStretch(1)

    # Building

    def dose(
        self, key: str, asked: Asked, usual: object = None, is_asked: Callable[[Draft, Place], bool] = always
    ) -> Asked:
        """Ask for a part of the dose."""
        return self.ask(asked, dose_of(key, usual), is_asked)

    def _add_name(self) -> None:
        self.ask(self.name, field_of(("name",), edits.rename))
        self.below(self.name)

    def _add_kind(self) -> None:
        kinds = (
            ("hold", tr("Hold still")),
            ("reps-own-pace", tr("Moving")),
            ("flow-by-breath", tr("With the breath")),
            ("counted", tr("Repetitions")),
        )
        kind = ChoiceAsked(self._theme, tr("What fills the time"), kinds)
        self.ask(kind, field_of(("kind",), edits.set_kind))
        self.below(kind)

    def _add_dose(self) -> None:
        theme = self._theme
        seconds = after_seconds()
        self.beside(
            self.dose("rounds", NumberAsked(theme, tr("Rounds"), 1, 50), 1, _is("rounds", int)),
            self.dose("rounds", BySideAsked(theme, tr("Rounds"), 1, 50), 1, _is("rounds", dict)),
            self.dose("rounds", NumbersAsked(theme, tr("Rounds in each set")), [], _is("rounds", list)),
            self.dose(
                "work_s",
                NumberAsked(theme, tr("Seconds each"), 1, 1800, seconds),
                30,
                _both(is_timed, _is("work_s", int)),
            ),
            self.dose(
                "work_s",
                BySideAsked(theme, tr("Seconds each"), 1, 1800, seconds),
                30,
                _both(is_timed, _is("work_s", dict)),
            ),
            self.dose("reps", NumberAsked(theme, tr("Repetitions"), 1, 200), 10, is_counted),
            self.ask(NumberAsked(theme, tr("Sets"), 1, 20), dose_of("sets", 1)._replace(write=_set_sets), _has_no_list),
        )
        self.change = NumberAsked(theme, tr("Time to change side"), 0, 600, seconds)
        self.ask(self.change, dose_of("rest_s")._replace(read=_change_s))
        usual = tr("As between rounds")
        between = NumberAsked(theme, tr("Rest between sets"), 0, 600, seconds, usual)
        self.beside(self.change, self.dose("set_rest_s", between, None, _has_sets))
        self._add_counted()
        sides = (
            ((), tr("None")),
            (BOTH, tr("Right, then left")),
            (("right",), tr("Right")),
            (("left",), tr("Left")),
        )
        self.sides = ChoiceAsked(theme, tr("Sides"), sides)
        self.ask(self.sides, field_of(("sides",), edits.set_sides)._replace(read=_sides))
        self.below(self.sides)

    def _add_position(self) -> None:
        bases = (
            ("supine", tr("Lying on the back")),
            ("prone", tr("Lying face down")),
            ("side-lying", tr("Lying on the side")),
            ("seated", tr("Sitting")),
            ("kneeling", tr("Kneeling")),
            ("all-fours", tr("On hands and knees")),
            ("standing", tr("Standing")),
        )
        base = ListAsked(self._theme, tr("Position"), bases)
        self.ask(base, field_of(("base",)))
        self.below(base)

    def _add_counted(self) -> None:
        theme = self._theme
        ends = (("person", tr("When I press Space")), ("estimate", tr("By itself")))
        each = NumberAsked(theme, tr("Seconds for one"), 1, 60, after_seconds())
        aloud = SwitchAsked(theme, tr("Count aloud"))
        how = ChoiceAsked(theme, tr("When it ends"), ends)
        self.ask(how, field_of(("ends",), None, "person"), is_counted)
        self.ask(each, field_of(("rep_s",), None, 4), is_counted)
        self.ask(aloud, field_of(("count_aloud",), None, False), is_counted)  # noqa: FBT003 - a value of the file
        self.beside(each, how)
        self.below(aloud)

    def _add_steps(self) -> None:
        below = tr("One action a line. {mark} becomes right or left.", mark="{side}")
        steps = LinesAsked(self._theme, tr("Steps"), below, 4)
        self.ask(steps, field_of(("steps",), edits.set_steps)._replace(read=_steps))
        self.steps = steps
        self.below(steps)

    # What shows

    def show_row(self, draft: Draft, row: Place) -> None:
        """Show an exercise."""
        super().show_row(draft, row)
        words = tr("Time to change side") if has_sides(draft, row) else tr("Rest between rounds")
        if words != self.change.name:
            self.change.rename(words)
        in_order = {"left": tr("Left, then right"), "alternating": tr("Both, in turn by the day")}
        self.sides.reword(BOTH, in_order.get(first_side(draft, row), tr("Right, then left")))
        if self.rest is not None:
            self.rest.show_row(draft, row)

    def show_problems(self, problems: Sequence[DraftProblem]) -> list[DraftProblem]:
        """Show problems, those of the rest too."""
        # What stands in a field of its own below the steps is told there: the steps come last.
        left = list(problems) if self.rest is None else self.rest.show_problems(problems)
        return super().show_problems(left)

    def asked_about(self, place: Place) -> Asked | None:
        """Return the question about a place, where need be after More."""
        found = self.rest.asked_about(place) if self.rest is not None else None
        found = found or super().asked_about(place)
        if found is None and self.rest is None:
            self.more.open(on=True)
            found = self.rest.asked_about(place) if self.rest is not None else None
            if found is None:
                self.more.open(on=False)
        if found is not None and self.rest is not None and self.rest.isAncestorOf(found):
            self.more.open(on=True)
        return found

    def _on_more(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self.rest is None:
            self.rest = more_form.MoreForm(self._theme, self._pictures)
            self.rest.told.connect(self.told)
            self.rest.edited.connect(self.edited)
            self.rest.remedied.connect(self.remedied)
            self.column.insertWidget(self.column.indexOf(self.more) + 1, self.rest)
            follow(self.more, self.rest)
            if self._draft is not None:
                self.rest.show_row(self._draft, self._row)
        self.rest.setVisible(on)
        self.more_shown.emit()


def _set_sets(draft: Draft, row: Place, value: int) -> Edit:
    return edits.set_dose(draft, row, "sets", None if value == 1 else value)


def _has_no_list(draft: Draft, row: Place) -> bool:
    return not isinstance(draft.dose(row, "rounds"), list)


def _has_sets(draft: Draft, row: Place) -> bool:
    return not _has_no_list(draft, row) or draft.dose(row, "sets", 1) > 1


def _sides(draft: Draft, row: Place) -> tuple[str, ...]:
    return tuple(sorted(draft.exercise(row).get("sides") or (), reverse=True))


def _steps(draft: Draft, row: Place) -> tuple[str, ...]:
    return typed_steps(draft.exercise(row).get("steps", {}))


def _change_s(draft: Draft, row: Place) -> int:
    usual = draft.value((*ROUTINE, "gaps", "change"), DEFAULT_GAPS.change_ms // 1000)
    own = draft.dose(row, "rest_s")
    return int(usual if own is None else own)


def _is(key: str, kind: type) -> Callable[[Draft, Place], bool]:
    """Return what tells whether a part of the dose is one number, one for each side, or one for each set."""

    def tells(draft: Draft, row: Place) -> bool:
        return isinstance(draft.dose(row, key, 1), kind)

    return tells


def _both(one: Callable[[Draft, Place], bool], other: Callable[[Draft, Place], bool]) -> Callable[[Draft, Place], bool]:
    return lambda draft, row: one(draft, row) and other(draft, row)
