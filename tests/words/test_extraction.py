"""Every text reaches the translators, and no translation that does not fit reaches a person unseen."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from tests.cases import ROOT
from tests.words.door import handed
from tests.words.languages import PLURALS, head
from tools import words
from tools.compile_words import LOCALE, translations

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog

SOURCE = """
from coach.words.catalogue import plural, plural_in, tr, tr_in, translatable
LINE = translatable("A line that "
                    "goes on.")
def f(number):
    # Note: on the button
    a = tr_in("button", "Rest")
    return tr("{a} and {b}", a=a, b=str(plural("one", "{number}", number))) + plural_in("c", "1 s", "{number} s", 2)
"""


def catalog(entries: str, language: str = "de") -> Catalog:
    return read_po(io.BytesIO((head(PLURALS[language]) + entries).encode()), locale=language)


@pytest.mark.parametrize("domain", words.TEMPLATES)
def test_the_templates_are_fresh(domain: str) -> None:
    path = LOCALE / f"{domain}.pot"

    assert path.read_text("utf-8") == words.template_text(words.TEMPLATES[domain]()), "stale: run `make words`"


def test_every_text_that_the_program_hands_in_is_in_the_template() -> None:
    with (LOCALE / "coach.pot").open("rb") as file:
        template = read_po(file)
    known = {(each.context, each.id if isinstance(each.id, str) else each.id[0]) for each in template}
    sources = [path for path in sorted((ROOT / "coach").rglob("*.py")) if path.name != "catalogue.py"]
    found = {path.name: handed(path.read_text("utf-8")) for path in sources}

    assert [f"{name}, {fault}" for name, each in found.items() for fault in each.faults] == []
    assert len(known) > 400
    assert {text for each in found.values() for text in each.texts} <= known


def test_nothing_goes_by_the_translator_of_qt() -> None:
    """Qt's would show English in every language, and its extractor would not be asked."""
    sources = {path: path.read_text("utf-8") for path in sorted((ROOT / "coach").rglob("*.py"))}

    assert [path.name for path, source in sources.items() if re.search(r"\.tr\(|\.translate\(\"", source)] == []


def test_the_syntax_tree_shows_what_is_handed_in() -> None:
    found = handed(SOURCE)

    assert found.faults == []
    assert set(found.texts) == {
        (None, "A line that goes on."),
        ("button", "Rest"),
        (None, "{a} and {b}"),
        (None, "one"),
        ("c", "1 s"),
    }


@pytest.mark.parametrize(
    "call",
    [
        "tr(text)",
        'tr(f"{name} is here")',
        'tr("a" + name)',
        'tr("a" if b else "c")',
        'tr_in(context, "a")',
        'tr("a", "b")',
        'tr("{name} is here")',
        'tr("is here", name=name)',
        'plural("one", "many")',
        'plural("one of {x}", "{number} of {x}", 2)',
        'plural("one", many, 2)',
        'self.tr("a", "b")',
    ],
)
def test_the_syntax_tree_shows_calls_that_lose_something(call: str) -> None:
    assert handed(call).faults


def test_the_extractor_finds_them_with_context_and_note(tmp_path: Path) -> None:
    (tmp_path / "coach").mkdir()
    (tmp_path / "coach" / "x.py").write_text(SOURCE, "utf-8")

    text = words.template_text(words.coach_template(tmp_path))

    for line in (
        'msgid "A line that goes on."',
        '#. Note: on the button\n#: coach/x.py\nmsgctxt "button"\nmsgid "Rest"',
        'msgid "{a} and {b}"',
        'msgid "one"\nmsgid_plural "{number}"',
        'msgctxt "c"\nmsgid "1 s"\nmsgid_plural "{number} s"',
    ):
        assert line in text


def test_a_template_is_the_same_whenever_it_is_made() -> None:
    text = words.template_text(words.routines_template())

    assert text == words.template_text(words.routines_template())
    assert "202" not in text.split("\n\n")[0]


GOOD = [
    'msgid "Rest"\nmsgstr "Ruhe"\n',
    'msgid "Not translated {yet}"\nmsgstr ""\n',
    '#, fuzzy\nmsgid "Not {sure}"\nmsgstr "Vielleicht"\n',
    'msgid "1 s"\nmsgid_plural "{number} s"\nmsgstr[0] "eine"\nmsgstr[1] "{number} s"\n',
    'msgid "1 s"\nmsgid_plural "{number} s"\nmsgstr[0] ""\nmsgstr[1] ""\n',
]
BAD = [
    'msgid "{a} and {b}"\nmsgstr "{a} und"\n',
    'msgid "{a} and {b}"\nmsgstr "{a} und {b} und {c}"\n',
    'msgid "Rest"\nmsgstr "Ru\\the"\n',
    'msgid "Rest"\nmsgstr "   "\n',
    'msgid "1 s"\nmsgid_plural "{number} s"\nmsgstr[0] "eine"\nmsgstr[1] ""\n',
    'msgid "1 of {x}"\nmsgid_plural "{number} of {x}"\nmsgstr[0] "eine"\nmsgstr[1] "{number} von {x}"\n',
]


@pytest.mark.parametrize("entries", GOOD)
def test_a_translation_that_fits_has_no_problem(entries: str) -> None:
    assert list(words.problems(catalog(entries))) == []


@pytest.mark.parametrize("entries", BAD)
def test_a_translation_that_does_not_fit_is_told(entries: str) -> None:
    assert list(words.problems(catalog(entries)))


def test_a_translation_with_too_few_forms_is_told() -> None:
    entries = 'msgid "1 s"\nmsgid_plural "{number} s"\nmsgstr[0] "eins"\nmsgstr[1] "{number} s"\n'

    assert list(words.problems(catalog(entries, "pl")))


def test_no_shipped_translation_has_a_problem() -> None:
    found = []
    for path in translations():
        with path.open("rb") as file:
            found += [f"{path}: {problem}" for problem in words.problems(read_po(file, locale=path.parents[1].name))]

    assert found == []
