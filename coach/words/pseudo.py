"""A language for tests: every text in brackets, with accents, and longer by 40 %, as translations are.

Letters without accents are of a value that was filled in, or of a text that did not come through the door.
"""

from __future__ import annotations

import math

from coach.words import catalogue
from coach.words.catalogue import PLACEHOLDER

LONGER = 0.4
_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
)
_MIRRORED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "אבגדהופגהיקלמנועקרשתאווזיזאבגדהופגהיקלמנועקרשתאווזיז",
)
_WORD = 7
"""Letters of a word that is added."""


def pseudo(text: str) -> str:
    """Return a text as it looks in the pseudo-language: “Rest” as “[Ŕéšţ~~]”."""
    more = math.ceil(LONGER * len(PLACEHOLDER.sub("", text)))
    first = "" if " " in text else "~" * min(more, _WORD)
    rest = ["~" * min(_WORD, more - place) for place in range(len(first), more, _WORD)]
    return f"[{' '.join([_accented(text) + first, *rest])}]"


def _accented(text: str) -> str:
    """Return a text with accents on all its letters but those of the names of its values."""
    parts = PLACEHOLDER.split(text)
    return "".join(f"{{{part}}}" if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(parts))


def mirrored(text: str) -> str:
    """Return a text in letters that are written from right to left, as long as it is, its values as they are."""
    parts = PLACEHOLDER.split(text)
    return "".join(f"{{{part}}}" if place % 2 else part.translate(_MIRRORED) for place, part in enumerate(parts))


class Pseudo:
    """The words of the pseudo-language."""

    def one(self, domain: str, context: str | None, text: str) -> str | None:  # noqa: ARG002
        """Return the text in brackets."""
        return pseudo(text)

    def many(self, context: str | None, texts: tuple[str, str], number: int) -> str | None:  # noqa: ARG002
        """Return the text for so many in brackets."""
        return pseudo(texts[0] if number == 1 else texts[1])


class Mirrored:
    """The words of a pseudo-language that is written from right to left."""

    def one(self, domain: str, context: str | None, text: str) -> str | None:  # noqa: ARG002
        """Return the text in other letters."""
        return mirrored(text)

    def many(self, context: str | None, texts: tuple[str, str], number: int) -> str | None:  # noqa: ARG002
        """Return the text for so many in other letters."""
        return mirrored(texts[0] if number == 1 else texts[1])


def use_mirrored() -> None:
    """Write each text in letters that run from right to left, so that tests see which parts do not turn with them."""
    catalogue.use(Mirrored(), "he")


def use() -> None:
    """Put each text in brackets and lengthen it by 40 %, so that tests see which texts come through the door."""
    catalogue.use(Pseudo(), "en")
