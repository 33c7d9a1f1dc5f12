"""The rest of what can be said of an exercise: sets, sides, position, what to feel, and what is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from coach.core.draft import edits
from coach.core.draft.own_words import proposed
from coach.ui.editor.about import (
    dose_of,
    field_of,
    first_side,
    has_sides,
    in_brief,
    is_timed,
    line_of,
    lines_of,
    set_first_side,
)
from coach.ui.editor.answers import (
    ChoiceAsked,
    LinesAsked,
    NumberAsked,
    SeveralAsked,
    SwitchAsked,
    TextAsked,
)
from coach.ui.editor.form_parts import About, Form, always
from coach.ui.editor.pictures_asked import PicturesAsked, about_pictures
from coach.words.basics import after_seconds
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.draft.draft import Draft
    from coach.core.draft.edits import Edit
    from coach.core.draft.json_places import Place
    from coach.ui.editor.asked import Asked
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme


class MoreForm(Form):
    """What is asked once More was pressed."""

    told = Signal(str)
    """News for a screen reader."""

    def __init__(self, theme: Theme, pictures: PictureCache) -> None:
        super().__init__(theme)
        self._add_rests()
        self._add_position()
        self._add_pictures(pictures)
        self._add_feel()
        self._add_spoken()

    # Sets, rests and sides

    def _dose(self, key: str, asked: Asked, is_asked: Callable[[Draft, Place], bool] = always) -> Asked:
        return self.ask(asked, dose_of(key), is_asked)

    def _add_rests(self) -> None:
        theme, seconds = self._theme, after_seconds()
        self.head(tr("Rests and sides"))
        then = NumberAsked(theme, tr("Rest after this exercise"), 0, 600, seconds, tr("As in the routine"))
        self.below(self._dose("then_rest_s", then))
        rounds = ChoiceAsked(
            theme,
            tr("Rounds are"),
            ((int, tr("the same")), (dict, tr("different by side")), (list, tr("different by set"))),
        )
        self.ask(rounds, _shape_of("rounds"))
        lengths = ChoiceAsked(theme, tr("Seconds are"), ((int, tr("the same")), (dict, tr("different by side"))))
        self.ask(lengths, _shape_of("work_s"), lambda draft, row: is_timed(draft, row) and has_sides(draft, row))
        self.below(rounds, lengths)
        order = ChoiceAsked(
            theme,
            tr("Order of the sides"),
            (("in-turn", tr("In turn")), ("one-then-other", tr("All of one, then the other"))),
        )
        self.ask(order, field_of(("order",), None, "in-turn"), has_sides)
        first = ChoiceAsked(
            theme,
            tr("Which side comes first"),
            (("right", tr("Right")), ("left", tr("Left")), ("alternating", tr("Another each day"))),
        )
        self.ask(first, field_of(("first",), set_first_side)._replace(read=first_side), has_sides)
        least = NumberAsked(theme, tr("Least time between rounds"), 0, 600, seconds)
        self.ask(least, field_of(("least_change_s",), None, 0))
        warm_up = SwitchAsked(theme, tr("Warm-up"))
        self.ask(warm_up, field_of(("warm_up",), None, False))  # noqa: FBT003 - a value of the file
        self.below(order, first, least, warm_up)

    # Where the body is

    def _add_position(self) -> None:
        theme = self._theme
        self.head(tr("The way out, and what is shown"))
        out = LinesAsked(theme, tr("Steps out of the position"))
        self.ask(out, lines_of(("steps", "leave")))
        over = LinesAsked(theme, tr("Steps to the other side"))
        self.ask(over, lines_of(("steps", "change")), has_sides)
        self.below(out, over)
        for inner, words in (
            (("start",), tr("How it begins")),
            (("movement",), tr("What moves")),
            (("end",), tr("How it ends, and the way back")),
            (("region",), tr("Where in the body")),
        ):
            self.below(self.ask(TextAsked(theme, words, follows=True), _text_of(inner)))

    # What is seen

    def _add_pictures(self, pictures: PictureCache) -> None:
        self.pictures = PicturesAsked(self._theme, pictures)
        self.pictures.field.told.connect(self.told)
        self.below(self.ask(self.pictures, about_pictures()))

    # What to feel, when to stop

    def _add_feel(self) -> None:
        theme = self._theme
        self.head(tr("What to feel, when to stop"))
        for inner, words in ((("feel",), tr("What to feel")), (("breath",), tr("How to breathe"))):
            self.below(self.ask(TextAsked(theme, words, follows=True), _text_of(inner)))
        for inner, words in (
            (("stop_also",), tr("Also stop for")),
            (("easier",), tr("Easier ways")),
            (("mistakes",), tr("Often goes wrong")),
            (("ask_first",), tr("Who asks a professional first")),
        ):
            self.below(self.ask(LinesAsked(theme, words), lines_of(inner)))

    # What is spoken

    def _add_spoken(self) -> None:
        theme = self._theme
        self.head(tr("What the voice says"))
        brief: Sequence[tuple[str, str, Callable[[Draft, Place], bool]]] = (
            ("setup", tr("Before it"), in_brief),
            ("start", tr("As it begins"), always),
            ("change", tr("Before the other side"), lambda draft, row: in_brief(draft, row) and has_sides(draft, row)),
            ("half", tr("Half-way"), in_brief),
            ("last5", tr("Five seconds before the end"), in_brief),
            ("release", tr("At the end"), always),
            ("pain_stop", tr("At Pain — stop: the safe way out"), always),
        )
        for key, words, is_asked in brief:
            self.below(self.ask(TextAsked(theme, words, follows=True), _spoken_of(key), is_asked))
        lines = (
            ("setup", tr("Before it")),
            ("start", tr("As it begins")),
            ("change", tr("Before the other side")),
            ("round", tr("Which round it is")),
            ("half", tr("Half-way")),
            ("last5", tr("Last five seconds")),
            ("release", tr("At the end")),
        )
        silent = SeveralAsked(theme, tr("Lines to do without"), lines, tr("The tones stay."))
        self.ask(silent, field_of(("silent",)))
        self.below(silent)


def _text_of(inner: Place) -> About:
    """Return what a question about a text is about; None is the one that follows from the rest."""

    def write(draft: Draft, row: Place, value: str | None) -> Edit:
        words = proposed(draft.exercise(row), inner) if value is None else value
        return edits.set_field(draft, row, inner, words)

    return field_of(inner, write)


def _spoken_of(key: str) -> About:
    inner: Place = ("say", key)
    line = line_of(inner)

    def write(draft: Draft, row: Place, value: str | None) -> Edit:
        if value is not None:
            return line.write(draft, row, value)
        return edits.set_field(draft, row, inner, proposed(draft.exercise(row), inner))

    return line._replace(write=write)


def _shape_of(key: str) -> About:
    """Return what the question is about whether a number is one, one for each side, or one for each set."""

    def read(draft: Draft, row: Place) -> type:
        return type(draft.dose(row, key, 1))

    def write(draft: Draft, row: Place, shape: type) -> Edit:
        value = _in_shape(draft.dose(row, key, 1), shape, draft.dose(row, "sets", 1))
        edit = edits.set_dose(draft, row, key, value)
        # A list has a number for each set, so that their number follows from it.
        return edits.set_dose(edit.draft, row, "sets", None) if shape is list else edit

    return About(lambda draft, row: (*draft.dose_place(row, key), "shape"), read, write)


def _in_shape(value: Any, shape: type, sets: int) -> object:
    if isinstance(value, shape):
        return value
    number = value
    if isinstance(value, dict):
        number = next(iter(value.values()), 1)
    elif isinstance(value, list):
        number = value[0] if value else 1
    if shape is dict:
        return {"right": number, "left": number}
    return [number] * max(2, sets) if shape is list else number
