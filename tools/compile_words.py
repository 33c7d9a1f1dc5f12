"""Compiles the translations for the program: `python -m tools.compile_words`. The build of a wheel does it too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCALE = Path(__file__).parents[1] / "assets" / "locale"


def translations(folder: Path = LOCALE) -> Iterator[Path]:
    """Yield the translations of all languages, in the order of the alphabet."""
    yield from sorted(folder.glob("*/LC_MESSAGES/*.po"))


def compiled(path: Path) -> Path:
    """Write what a translation is compiled to beside it, without what its translator calls fuzzy; return its path."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.parents[1].name)
    target = path.with_suffix(".mo")
    with target.open("wb") as file:
        write_mo(file, catalog)
    return target


def main() -> None:
    """Compile them all."""
    for path in translations():
        print(compiled(path).relative_to(LOCALE))


if __name__ == "__main__":
    main()
