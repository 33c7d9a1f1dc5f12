"""The one door to words that a person reads: English text in, the person's language out.

Where the language has no words for a text, or words that cannot be shown safely, the English text is shown.
Babel finds the texts in the source by the names of these functions, so each is given a literal (`make words`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NewType, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""The place of a named value. Not str.format: a text of a catalogue could reach attributes of the values by it."""

Translatable = NewType("Translatable", str)
"""An English text that stands in a constant: it is in the catalogues, and is translated when it is shown."""

BETWEEN = "\x04"
"""Stands between the context of a constant and its text, as in gettext's own files."""

LONGEST = 200
"""Characters that a translation may have beyond four times the length of the English text."""


class Catalogue(Protocol):
    """The words of one language; None where it has none for a text."""

    def one(self, domain: str, context: str | None, text: str) -> str | None:
        """Return the words for a text, without values filled in."""

    def many(self, context: str | None, texts: tuple[str, str], number: int) -> str | None:
        """Return the words for a number of things; `texts` are the English ones for one and for many."""


class English:
    """The language of the source: it needs no file."""

    def one(self, domain: str, context: str | None, text: str) -> str | None:  # noqa: ARG002
        """Return nothing: the text is the words."""
        return None

    def many(self, context: str | None, texts: tuple[str, str], number: int) -> str | None:  # noqa: ARG002
        """Return nothing: the texts are the words."""
        return None


Found: TypeAlias = tuple[str, Catalogue, str]
"""A language, as in `de` or `pt_BR`, its words, and why other words could not be read; most often empty."""


class _Door:
    """The language in force. Its files are not read before the first text is asked for."""

    def __init__(self) -> None:
        self._find: Callable[[], Found] | None = None
        self._catalogue: Catalogue = English()
        self.language = "en"
        self.trouble = ""

    def use(self, catalogue: Catalogue, language: str) -> None:
        self._find, self._catalogue, self.language, self.trouble = None, catalogue, language, ""

    def use_found(self, find: Callable[[], Found]) -> None:
        self.use(English(), "en")
        self._find = find

    def catalogue(self) -> Catalogue:
        if self._find is not None:
            find, self._find = self._find, None
            self.language, self._catalogue, self.trouble = find()
        return self._catalogue


_door = _Door()


def use(words: Catalogue, language: str) -> None:
    """Use these words from now on; a language is named as in `de` or `pt_BR`."""
    _door.use(words, language)


def use_found(find: Callable[[], Found]) -> None:
    """Use the words that `find` returns; it is called when the first text is asked for."""
    _door.use_found(find)


def use_english() -> None:
    """Use the texts as they stand in the source."""
    _door.use(English(), "en")


def language() -> str:
    """Return the language in force, as in `de` or `pt_BR`."""
    _door.catalogue()
    return _door.language


def take_trouble() -> str:
    """Return, once, why a catalogue could not be read; else an empty text."""
    _door.catalogue()
    trouble, _door.trouble = _door.trouble, ""
    return trouble


def tr(text: str, /, **values: object) -> str:
    """Return a whole sentence in the person's language, with each “{name}” filled in."""
    return _one("coach", None, text, values)


def tr_in(context: str, text: str, /, **values: object) -> str:
    """Return an English text that means one thing here and another elsewhere; `context` tells translators which."""
    return _one("coach", context, text, values)


def plural(one: str, many: str, number: int, /, **values: object) -> str:
    """Return the sentence for so many things, with “{number}” and every other “{name}” filled in."""
    return _many(None, (one, many), number, values)


def plural_in(context: str, one: str, many: str, number: int, /, **values: object) -> str:
    """Return the sentence for so many things; `context` tells translators what is meant."""
    return _many(context, (one, many), number, values)


def translatable(text: str) -> Translatable:
    """Mark the text of a constant for the translators and return it as it is."""
    return Translatable(text)


def translatable_in(context: str, text: str) -> Translatable:
    """Mark the text of a constant that means one thing here and another elsewhere."""
    return Translatable(f"{context}{BETWEEN}{text}")


def translated(text: Translatable, /, **values: object) -> str:
    """Return the text of a constant in the person's language, with each “{name}” filled in."""
    context, _, words = text.rpartition(BETWEEN)
    return _one("coach", context or None, words, values)


def routine_text(context: str, text: str) -> str:
    """Return a text of a routine file in the person's language; `context` names the exercise and the field."""
    return _one("routines", context, text, {})


def placeholders(text: str) -> frozenset[str]:
    """Return the names of the values that a text has filled in."""
    return frozenset(PLACEHOLDER.findall(text)) if "{" in text else frozenset()


def fits(words: str, texts: Iterable[str]) -> bool:
    """Tell whether a translation may be shown for an English text, or for the two of a plural.

    It must have the same values (in a plural the number may be missing), not be far longer, and hold no control
    character that the English text has not.
    """
    texts = tuple(texts)
    known = frozenset().union(*map(placeholders, texts))
    has, needed = placeholders(words), known if len(texts) == 1 else known - {"number"}
    longest = 4 * max(map(len, texts)) + LONGEST
    return needed <= has <= known and bool(words.strip()) and len(words) <= longest and not _controls(words, texts)


def _controls(words: str, texts: tuple[str, ...]) -> bool:
    return any((c < " " or "\x7f" <= c <= "\x9f") and not any(c in text for text in texts) for c in words)


def _one(domain: str, context: str | None, text: str, values: dict[str, object]) -> str:
    words = _door.catalogue().one(domain, context, text)
    return _filled(words if words is not None and fits(words, (text,)) else text, values)


def _many(context: str | None, texts: tuple[str, str], number: int, values: dict[str, object]) -> str:
    words = _door.catalogue().many(context, texts, number)
    if words is None or not fits(words, texts):
        words = texts[0] if number == 1 else texts[1]
    return _filled(words, {"number": number, **values})


def _filled(words: str, values: dict[str, object]) -> str:
    if not values:
        return words
    return PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), words)
