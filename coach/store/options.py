"""The kinds of settings: what a value may be, and the words in front of it on the page.

Plain Python: a model of pydantic takes longer to load than the first frame takes to appear.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from coach.core import clicker, reminder_times
from coach.core.dataclass import dataclass
from coach.words.worded import NO_WORDS, Worded

if TYPE_CHECKING:
    from coach.words.catalogue import Translatable

OPTION = "option"
"""The key of the option in the metadata of a field."""

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_Value = TypeVar("_Value", bound=Worded)


class Option(Protocol[_T_co]):
    """The declaration of one setting, without its default."""

    @property
    def words(self) -> Translatable:
        """The words of the page; empty for a setting that has no place there."""

    @property
    def help(self) -> Translatable:
        """One line of help below the words; empty where they say enough."""

    def read(self, raw: object) -> _T_co | None:
        """Return the value that a file or a page gives, or None where it does not fit."""


def option(kind: Option[_T], *, default: _T) -> _T:
    """Declare a setting: to be used as the default of a field, as `dataclasses.field` is."""
    return field(default=default, metadata={OPTION: kind})


@dataclass(frozen=True, slots=True)
class Switch:
    """Yes or no."""

    words: Translatable
    help: Translatable = NO_WORDS

    def read(self, raw: object) -> bool | None:
        """Return the value, or None where it does not fit."""
        return raw if isinstance(raw, bool) else None


@dataclass(frozen=True, slots=True)
class Choice(Generic[_Value]):
    """One of some values; they are offered in the order in which they are declared."""

    values: type[_Value]
    words: Translatable = NO_WORDS
    help: Translatable = NO_WORDS

    @property
    def offered(self) -> tuple[_Value, ...]:
        """The values, in their order."""
        return tuple(self.values)

    def read(self, raw: object) -> _Value | None:
        """Return the value, or None where it does not fit."""
        return next((value for value in self.offered if value == raw), None)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within bounds; `step` is what one press of an arrow key changes."""

    words: Translatable
    least: int
    most: int
    step: int
    may_be_unset: bool = False
    """Whether it may be 0, which leaves the choice to the desktop."""
    help: Translatable = NO_WORDS

    def read(self, raw: object) -> int | None:
        """Return the value, or None where it does not fit."""
        # Not isinstance: a bool is an int in Python, and true in the file is no volume.
        if type(raw) is not int:
            return None
        return raw if self.least <= raw <= self.most or (raw == 0 and self.may_be_unset) else None


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text, most often the person's own words."""

    words: Translatable
    longest: int = 120
    help: Translatable = NO_WORDS

    def read(self, raw: object) -> str | None:
        """Return the value, or None where it does not fit; half of a surrogate pair could not be saved as UTF-8."""
        if not isinstance(raw, str) or len(raw) > self.longest or any("\ud800" <= c <= "\udfff" for c in raw):
            return None
        return raw


@dataclass(frozen=True, slots=True)
class Id:
    """The id of something that is looked up at run time, such as a figure or a voice."""

    words: Translatable = NO_WORDS
    may_be_empty: bool = False
    """Whether it may be empty, which leaves the choice to coach."""
    help: Translatable = NO_WORDS
    longest: int = 60

    def read(self, raw: object) -> str | None:
        """Return the value, or None where it does not fit."""
        if not isinstance(raw, str) or len(raw) > self.longest or re.fullmatch(r"[a-z0-9_-]*", raw) is None:
            return None
        return raw if raw or self.may_be_empty else None


@dataclass(frozen=True, slots=True)
class Weeks:
    """Which week of its plan was chosen for routines, by their ids, from 0."""

    most: int = 200
    words: Translatable = NO_WORDS
    help: Translatable = NO_WORDS

    def read(self, raw: object) -> tuple[tuple[str, int], ...] | None:
        """Return the value, or None where it does not fit; a file has lists of two."""
        if not isinstance(raw, list | tuple) or len(raw) > self.most:
            return None
        pairs = [tuple(pair) if isinstance(pair, list | tuple) else () for pair in raw]
        fit = all(len(pair) == 2 and Id().read(pair[0]) and type(pair[1]) is int and pair[1] >= 0 for pair in pairs)  # noqa: PLR2004 - a pair
        return tuple((str(name), int(week)) for name, week in pairs) if fit else None


@dataclass(frozen=True, slots=True)
class Days:
    """Days of the week, each once and in order, from 0 for Monday."""

    words: Translatable
    help: Translatable = NO_WORDS

    def read(self, raw: object) -> tuple[int, ...] | None:
        """Return the value, or None where it does not fit."""
        days = tuple(raw) if isinstance(raw, list | tuple) else (None,)
        fit = all(type(day) is int and 0 <= day < 7 for day in days)  # noqa: PLR2004 - days of a week
        return tuple(sorted(set(days))) if fit else None


@dataclass(frozen=True, slots=True)
class Times:
    """Times of day such as 07:30, each once and in order; one at least."""

    words: Translatable
    most: int = 8
    help: Translatable = NO_WORDS

    def read(self, raw: object) -> tuple[str, ...] | None:
        """Return the value, or None where it does not fit."""
        if not isinstance(raw, list | tuple) or not 0 < len(raw) <= self.most:
            return None
        return tuple(sorted(set(raw))) if all(map(_is_time, raw)) else None


@dataclass(frozen=True, slots=True)
class Key:
    """What a button of the clicker sends."""

    words: Translatable
    help: Translatable = NO_WORDS

    def read(self, raw: object) -> str | None:
        """Return the value, or None where it does not fit."""
        fits = isinstance(raw, str) and len(raw) <= clicker.LONGEST and clicker.fault(raw) is None
        return raw if fits else None  # type: ignore[return-value]  # it is text


def _is_time(raw: object) -> bool:
    try:
        return isinstance(raw, str) and reminder_times.minutes(raw) >= 0
    except ValueError:
        return False
