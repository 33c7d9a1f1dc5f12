"""Words of a page as a screen reader says them: whole sentences in one piece, and where the lists are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterable


def sentence(text: str) -> str:
    """Return words as a whole sentence; one that leads to a list on the screen ends like any other."""
    words = text.strip()
    if not words or words.endswith((".", "?", "!", "。", "？", "！")):
        return words
    # Note: a few words that are said as a sentence of their own
    return tr("{words}.", words=words.removesuffix(":"))


def sentences(texts: Iterable[str]) -> str:
    """Return words, one after another, as whole sentences; empty ones are left out."""
    return " ".join(sentence(text) for text in texts if text.strip())


def where_signs_are() -> str:
    """Return how the signs are read with the keyboard, for those who do not see them."""
    return tr("Tab leads to the signs. The arrow keys lead from one to the next.")


def where_lines_are() -> str:
    """Return the same for lines that are no signs."""
    return tr("Tab leads to the lines. The arrow keys lead from one to the next.")
