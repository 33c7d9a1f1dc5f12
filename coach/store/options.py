"""The kinds of settings: what a value may be, and the words that stand before it on the page.

Plain Python: a model of pydantic takes longer to load than the first frame to appear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from coach.core import clicker
from coach.words.worded import NO_WORDS, Worded

if TYPE_CHECKING:
    from coach.words.catalogue import Translatable

OPTION = "option"
"""Where the metadata of a field hold its option."""

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_Value = TypeVar("_Value", bound=Worded)


class Option(Protocol[_T_co]):
    """What is declared of one setting, beside its default."""

    @property
    def words(self) -> Translatable:
        """The words of the page; empty for a setting that has no place there."""

    def read(self, told: object) -> _T_co | None:
        """Return the value that a file or a page tells, None for one that does not fit."""


def option(kind: Option[_T], *, default: _T) -> _T:
    """Declare a setting: to be used as the default of a field, as `dataclasses.field` is."""
    return field(default=default, metadata={OPTION: kind})


@dataclass(frozen=True, slots=True)
class Switch:
    """Yes or no."""

    words: Translatable

    def read(self, told: object) -> bool | None:
        """Return the value, None where it does not fit."""
        return told if isinstance(told, bool) else None


@dataclass(frozen=True, slots=True)
class Choice(Generic[_Value]):
    """One of some values; they are offered in the order in which they are declared."""

    values: type[_Value]
    words: Translatable = NO_WORDS

    @property
    def offered(self) -> tuple[_Value, ...]:
        """The values, in their order."""
        return tuple(self.values)

    def read(self, told: object) -> _Value | None:
        """Return the value, None where it does not fit."""
        return next((value for value in self.offered if value == told), None)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within bounds; `step` is what one press of an arrow key changes."""

    words: Translatable
    least: int
    most: int
    step: int

    def read(self, told: object) -> int | None:
        """Return the value, None where it does not fit."""
        return told if type(told) is int and self.least <= told <= self.most else None


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text, most often the person's own words."""

    words: Translatable
    longest: int = 120

    def read(self, told: object) -> str | None:
        """Return the value; half of a surrogate pair is no text, and could not be saved."""
        if not isinstance(told, str) or len(told) > self.longest or any("\ud800" <= c <= "\udfff" for c in told):
            return None
        return told


@dataclass(frozen=True, slots=True)
class Id:
    """The id of something that is found when the program runs, as a figure or a voice."""

    words: Translatable
    may_be_empty: bool = False
    """Whether it may be left to coach which one."""

    def read(self, told: object) -> str | None:
        """Return the value, None where it does not fit."""
        if not isinstance(told, str) or re.fullmatch(r"[a-z0-9_]{0,40}", told) is None:
            return None
        return told if told or self.may_be_empty else None


@dataclass(frozen=True, slots=True)
class Key:
    """What a button of the clicker sends."""

    words: Translatable

    def read(self, told: object) -> str | None:
        """Return the value, None where it does not fit."""
        fits = isinstance(told, str) and len(told) <= clicker.LONGEST and clicker.fault(told) is None
        return told if fits else None  # type: ignore[return-value]  # it is text
