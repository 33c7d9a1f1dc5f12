"""Finds the language to use and reads its gettext files: `assets/locale/<language>/LC_MESSAGES/<domain>.mo`."""

from __future__ import annotations

import gettext
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from coach.words import catalogue
from coach.words.catalogue import English

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coach.words.catalogue import Found

DOMAINS = ("coach", "routines")
MAX_BYTES = 4 << 20
_NAME = re.compile(r"([a-z]{2,3})(_[A-Z]{2})?(?:\.[\w-]+)?(@[a-z]+)?")
_NONE = {"C", "POSIX"}


def wanted(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages that the environment asks for, in order of preference, by the rules of gettext."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "C")
    if locale.partition(".")[0] in _NONE:
        return ()
    return tuple(name for name in environment.get("LANGUAGE", "").split(":") if name) or (locale,)


def use(languages: Iterable[str], folder: Path | None = None) -> None:
    """Use the first of these languages that has a catalogue, else English; `folder` has one folder for each.

    A language is named as in `de` or `pt_BR`. Its files are read when the first text is asked for.
    """
    catalogue.use_found(lambda: first(languages, folder))


def forms(name: str) -> Iterator[str]:
    """Yield a language and its substitutes: `de_AT`, then `de`. Yields nothing for an invalid name."""
    match = _NAME.fullmatch(name)
    if match is None:
        return
    language, country, script = (part or "" for part in match.groups())
    yield from dict.fromkeys((language + country + script, language + script, language + country, language))


def shipped() -> Path:
    """Return the folder that has one folder for each language."""
    package = Path(__file__).parents[1]
    inside = package / "assets"
    return (inside if inside.exists() else package.parent / "assets") / "locale"


def first(languages: Iterable[str], folder: Path | None = None) -> Found:
    """Return the first language that has a catalogue, that catalogue, and why one could not be read.

    English needs no catalogue, so it ends the search. A catalogue that is broken ends it too, with English.
    """
    for language in (form for name in languages for form in forms(name)):
        if language.split("_")[0].split("@")[0] == "en":
            break
        place = (folder or shipped()) / language / "LC_MESSAGES"
        try:
            if (place / f"{DOMAINS[0]}.mo").exists():
                return language, Files({domain: _read(place / f"{domain}.mo") for domain in DOMAINS}), ""
        except Exception as error:  # noqa: BLE001 - whatever a file holds, there are words to show
            return "en", English(), f"{language}: {type(error).__name__}: {error}"
    return "en", English(), ""


def _read(path: Path) -> gettext.NullTranslations:
    if path.name != f"{DOMAINS[0]}.mo" and not path.exists():
        return gettext.NullTranslations()
    if not path.is_file():
        message = f"{path.name} is not a file"
        raise OSError(message)
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        message = f"{path.name} is larger than 4 MiB"
        raise OSError(message)
    return gettext.GNUTranslations(io.BytesIO(data))


class Files:
    """The catalogue of a language, read by gettext, which returns the text itself where it has no translation."""

    def __init__(self, domains: Mapping[str, gettext.NullTranslations]) -> None:
        self._domains = domains

    def one(self, domain: str, context: str | None, text: str) -> str | None:
        """Return the words for a text, or the text."""
        catalogue = self._domains[domain]
        return catalogue.gettext(text) if context is None else catalogue.pgettext(context, text)

    def many(self, context: str | None, texts: tuple[str, str], number: int) -> str | None:
        """Return the words for a number of things, or the English ones."""
        catalogue = self._domains[DOMAINS[0]]
        try:
            if context is None:
                return catalogue.ngettext(*texts, number)
            return catalogue.npgettext(context, *texts, number)
        except Exception:  # noqa: BLE001 - the rule of a catalogue is a formula, which may divide by zero
            return None
