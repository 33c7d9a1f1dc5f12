"""Values to choose from, each with the words that a person reads for it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from coach.words.catalogue import Translatable

if TYPE_CHECKING:
    from typing import Self

NO_WORDS = Translatable("")
"""The words of a value that is never offered by itself."""


class Worded(StrEnum):
    """A value that is stored as text and shown in words, as in `DARK = "dark", translatable("Dark")`."""

    words: Translatable

    def __new__(cls, value: str, words: Translatable = NO_WORDS) -> Self:
        """Make a member of its value and its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = words
        return member
