"""Brings the words of all languages up to date: `make words`.

Writes the templates `assets/locale/*.pot` anew from the source and the shipped routines, brings each translation up to
date with them, says what is wrong with it, and compiles it.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from coach.core import routine_document, shown_routine
from coach.words.basics import with_side
from coach.words.catalogue import fits, placeholders
from tools.compile_words import LOCALE, compiled, translations
from tools.find_texts import find_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

ROOT = Path(__file__).parents[1]
WIDTH = 120


def coach_template(root: Path = ROOT) -> Catalog:
    """Return every text of the program."""
    catalog = _empty("coach")
    for path in sorted((root / "coach").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        for found in find_texts(path.read_text("utf-8")):
            texts = found.texts if len(found.texts) > 1 else found.texts[0]
            # Files without numbers of lines: a line more in the source makes no template stale.
            catalog.add(texts, None, [(name, 0)], auto_comments=found.notes, context=found.context)
    return catalog


def routines_template(root: Path = ROOT) -> Catalog:
    """Return every text of the shipped routines that is shown; its context is the id of its exercise and its field."""
    catalog = _empty("routines")
    contents = routine_document.contents(json.loads((root / "routines.json").read_text("utf-8")))
    for context, text in shown_routine.texts(contents):
        catalog.add(text, None, [("routines.json", 0)], context=context)
    for path in sorted((root / "assets" / "figures").glob("*.json")):
        figure = json.loads(path.read_text("utf-8"))
        for text in dict.fromkeys(with_side(figure.get("shows", ""), side) for side in ("right", "left")):
            if text:
                catalog.add(text, None, [(f"assets/figures/{path.name}", 0)], context=f"figure {figure['id']}: shows")
    return catalog


def _empty(domain: str) -> Catalog:
    comment = f"# The texts of coach, domain {domain}. Made from the source by `make words`: do not edit."
    return Catalog(domain=domain, header_comment=comment, charset="utf-8")


_OF_A_TRANSLATION = (
    "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date", "Last-Translator",
    "Language-Team", "Generated-By",
)  # fmt: skip


def template_text(catalog: Catalog) -> str:
    """Return a template as its file has it: the same for the same texts, whenever and by whomever it is made."""
    file = io.BytesIO()
    write_po(file, _plain(catalog), width=WIDTH, include_lineno=False, sort_by_file=True)
    head = tuple(f'"{name}:' for name in _OF_A_TRANSLATION)
    return "".join(
        line for line in file.getvalue().decode("utf-8").splitlines(keepends=True) if not line.startswith(head)
    )


def _plain(catalog: Catalog) -> Catalog:
    """Take away the marks of printf's formats: a per cent sign is one."""
    for message in catalog:
        message.flags.discard("python-format")
    return catalog


TEMPLATES = {"coach": coach_template, "routines": routines_template}


def problems(catalog: Catalog) -> Iterator[str]:
    """Yield what is wrong with a translation, a sentence for each text that would be shown in English for it."""
    for message in catalog:
        if message.id and not message.fuzzy:
            yield from _message_problems(message, catalog.num_plurals)


def _message_problems(message: Message, plurals: int) -> Iterator[str]:
    texts = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    if not any(forms):
        return  # not translated yet
    if len(texts) > 1 and len(forms) != plurals:
        yield f"“{texts[0]}” has {len(forms)} forms, and the language {plurals}."
    for form in forms:
        if not form:
            yield f"“{texts[0]}” lacks one of its forms."
        elif not fits(form, texts):
            values = ", ".join(sorted(frozenset().union(*map(placeholders, texts)))) or "no value"
            yield f"“{form}” does not fit “{texts[-1]}”: {values}, no control character, and not far longer."


def main() -> int:
    """Bring everything up to date; 1 when a translation has problems."""
    templates = {domain: make() for domain, make in TEMPLATES.items()}
    LOCALE.mkdir(exist_ok=True)
    for domain, catalog in templates.items():
        (LOCALE / f"{domain}.pot").write_text(template_text(catalog), "utf-8")
    failed = False
    for path in translations():
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.parents[1].name)
        catalog.update(templates[path.stem])
        with path.open("wb") as file:
            write_po(file, _plain(catalog), width=WIDTH, include_lineno=False, sort_by_file=True)
        for problem in problems(catalog):
            failed = True
            print(f"{path.relative_to(LOCALE)}: {problem}", file=sys.stderr)
        compiled(path)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
