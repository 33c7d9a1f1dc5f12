"""Languages for tests: translations written to a folder and compiled as the build does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.compile_words import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PLURALS = {
    "de": "nplurals=2; plural=(n != 1);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "ja": "nplurals=1; plural=0;",
}


def head(plural_forms: str, charset: str = "utf-8") -> str:
    return (
        f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={charset}\\n"\n"Plural-Forms: {plural_forms}\\n"\n\n'
    )


def write(folder: Path, language: str, entries: str, domain: str = "coach", plural_forms: str | None = None) -> Path:
    """Write and compile a translation; return its compiled file."""
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head(plural_forms or PLURALS[language]) + entries, "utf-8")
    return compiled(path)


def entries(texts: Mapping[str, str]) -> str:
    return "\n".join(f'msgid "{text}"\nmsgstr "{words}"\n' for text, words in texts.items())
