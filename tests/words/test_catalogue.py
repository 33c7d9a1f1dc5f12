"""The one door to words: the person's language where it has words that fit, else English, and never a fault."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.words import catalogue, language_files
from coach.words.catalogue import plural, plural_in, routine_text, tr, tr_in, translatable, translatable_in, translated
from coach.words.pseudo import pseudo
from coach.words.pseudo import use as use_pseudo
from tests.words.languages import entries, write

if TYPE_CHECKING:
    from pathlib import Path

SAFETY = translatable("We have stopped.")
COUNTED = '\nmsgid "1 step of {name}"\nmsgid_plural "{number} steps of {name}"\n'


def test_without_a_language_it_is_english() -> None:
    assert tr("Go to {exercise} now?", exercise="Pelvic tilt") == "Go to Pelvic tilt now?"
    assert tr_in("the button", "Hold") == "Hold"
    assert translated(SAFETY) == "We have stopped."
    assert translated(translatable_in("the button", "Rest")) == "Rest"
    assert routine_text("pelvic-tilt: name", "Pelvic tilt") == "Pelvic tilt"
    assert catalogue.language() == "en"


@pytest.mark.parametrize(("number", "words"), [(0, "0 steps"), (1, "1 step"), (2, "2 steps")])
def test_english_has_a_form_for_one(number: int, words: str) -> None:
    assert plural("{number} step", "{number} steps", number) == words
    assert plural_in("of a list", "{number} step", "{number} steps", number) == words


def test_what_is_filled_in_is_never_read_as_a_text_itself() -> None:
    assert tr("{first} {second}", first="{second}", second="{first}") == "{second} {first}"
    assert tr("{name} in {folder}", name="%s {0} {", folder="}{") == "%s {0} { in }{"


def test_a_language_has_its_words(tmp_path: Path) -> None:
    write(
        tmp_path,
        "de",
        entries({"Rest": "Ruhe", "We have stopped.": "Wir haben angehalten.", "{a} of {b}": "von {b} {a}"})
        + 'msgctxt "the button"\nmsgid "Rest"\nmsgstr "Ausruhen"\n',
    )
    write(tmp_path, "de", 'msgctxt "pelvic-tilt: name"\nmsgid "Pelvic tilt"\nmsgstr "Beckenkippen"\n', "routines")
    language_files.use(["de"], tmp_path)

    assert [tr("Rest"), tr_in("the button", "Rest"), tr_in("elsewhere", "Rest")] == ["Ruhe", "Ausruhen", "Rest"]
    assert translated(SAFETY) == "Wir haben angehalten."
    assert translated(translatable_in("the button", "Rest")) == "Ausruhen"
    assert tr("{a} of {b}", a=1, b=2) == "von 2 1"
    assert routine_text("pelvic-tilt: name", "Pelvic tilt") == "Beckenkippen"
    assert tr("Not translated yet.") == "Not translated yet."
    assert (catalogue.language(), catalogue.take_trouble()) == ("de", "")


@pytest.mark.parametrize(("number", "words"), [(1, "1 krok"), (2, "2 kroki"), (5, "5 kroków"), (22, "22 kroki")])
def test_a_language_has_its_own_forms_for_numbers(tmp_path: Path, number: int, words: str) -> None:
    forms = 'msgstr[0] "{number} krok"\nmsgstr[1] "{number} kroki"\nmsgstr[2] "{number} kroków"\n'
    write(tmp_path, "pl", f'msgid "{{number}} step"\nmsgid_plural "{{number}} steps"\n{forms}')
    language_files.use(["pl"], tmp_path)

    assert plural("{number} step", "{number} steps", number) == words


def test_a_form_may_leave_out_the_number_but_no_other_value(tmp_path: Path) -> None:
    write(tmp_path, "de", COUNTED + 'msgstr[0] "ein Schritt von {name}"\nmsgstr[1] "{number} Schritte"\n')
    language_files.use(["de"], tmp_path)

    assert plural("1 step of {name}", "{number} steps of {name}", 1, name="X") == "ein Schritt von X"
    assert plural("1 step of {name}", "{number} steps of {name}", 3, name="X") == "3 steps of X"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "Hallo",
        "Hallo {nome}",
        "Hallo {name} {other}",
        "Hallo {name.__class__}",
        "Hallo {name!r:>9}",
        "Hallo \\t{name}",
        "Hallo \\x1b[31m{name}",
        "Hallo {name}" + " lang" * 60,
    ],
    ids=lambda words: words[:20],
)
def test_words_that_do_not_fit_are_not_shown(tmp_path: Path, words: str) -> None:
    write(tmp_path, "de", entries({"Hello {name}": words.replace("\\x1b", "\x1b")}))
    language_files.use(["de"], tmp_path)

    assert tr("Hello {name}", name="Ann") == "Hello Ann"


def test_an_empty_form_is_not_shown(tmp_path: Path) -> None:
    write(tmp_path, "de", COUNTED + 'msgstr[0] ""\nmsgstr[1] ""\n')
    language_files.use(["de"], tmp_path)

    assert plural("1 step of {name}", "{number} steps of {name}", 3, name="X") == "3 steps of X"


def test_a_rule_that_divides_by_zero_gives_english(tmp_path: Path) -> None:
    forms = 'msgstr[0] "ein Schritt von {name}"\nmsgstr[1] "{number} Schritte von {name}"\n'
    good = write(tmp_path, "de", COUNTED + forms).read_bytes()
    bad = good.replace(b"plural=(n != 1);", b"plural=(n % 0);")
    assert bad != good
    (tmp_path / "de" / "LC_MESSAGES" / "coach.mo").write_bytes(bad)
    language_files.use(["de"], tmp_path)

    assert plural("1 step of {name}", "{number} steps of {name}", 3, name="X") == "3 steps of X"


# Files that are broken


def use_file(folder: Path, data: bytes) -> None:
    path = folder / "de" / "LC_MESSAGES" / "coach.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    language_files.use(["de"], folder)


def assert_english() -> None:
    assert tr("Rest {name}", name=1) in {"Rest 1", "Ruhe 1"}
    assert plural("1 s", "{number} s", 2) == "2 s"


def test_a_file_that_ends_too_early_never_fails(tmp_path: Path) -> None:
    good = write(tmp_path, "de", entries({"Rest {name}": "Ruhe {name}"})).read_bytes()

    for length in range(len(good)):
        use_file(tmp_path, good[:length])
        assert_english()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.integers(0, 400), data=st.binary(min_size=1, max_size=8))
def test_a_file_with_wrong_bytes_never_fails(tmp_path: Path, place: int, data: bytes) -> None:
    good = write(tmp_path, "de", entries({"Rest {name}": "Ruhe {name}"})).read_bytes()
    place %= len(good)

    use_file(tmp_path, good[:place] + data + good[place + len(data) :])
    tr("Rest {name}", name=1)
    plural("1 s", "{number} s", 2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a catalogue",
        struct.pack("<7I", 0x950412DE, 0, 0xFFFFFFFF, 28, 28, 0, 28),
        struct.pack("<7I", 0x950412DE, 0x00FF0000, 0, 28, 28, 0, 28),
        bytes(language_files.MAX_BYTES + 1),
    ],
    ids=["empty", "text", "four milliards of texts", "another version", "too large"],
)
def test_a_broken_file_is_told_once_and_english_is_shown(tmp_path: Path, data: bytes) -> None:
    use_file(tmp_path, data)

    assert tr("Rest") == "Rest"
    assert catalogue.language() == "en"
    assert "de" in catalogue.take_trouble()
    assert catalogue.take_trouble() == ""


@pytest.mark.parametrize("charset", ["klingon", "rot13", "hex", "utf-16"])
def test_a_charset_that_is_none_is_told(tmp_path: Path, charset: str) -> None:
    good = write(tmp_path, "de", entries({"Rest": "Ruhe"})).read_bytes()
    use_file(tmp_path, good.replace(b"charset=utf-8", f"charset={charset}".encode()[:13].ljust(13)))

    assert tr("Rest") == "Rest"


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "de" / "LC_MESSAGES" / "coach.mo").mkdir(parents=True)
    language_files.use(["de"], tmp_path)

    assert tr("Rest") == "Rest"
    assert "not a file" in catalogue.take_trouble()


# Which language


@pytest.mark.parametrize(
    ("environment", "languages"),
    [
        ({}, ()),
        ({"LANG": "de_DE.UTF-8"}, ("de_DE.UTF-8",)),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_AT.UTF-8"}, ("de_AT.UTF-8",)),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "de:fr"}, ("de", "fr")),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "de:fr"}, ()),
        ({"LC_ALL": "", "LANG": "de"}, ("de",)),
    ],
)
def test_the_environment_asks_for_languages(environment: dict[str, str], languages: tuple[str, ...]) -> None:
    assert language_files.wanted(environment) == languages


@pytest.mark.parametrize(
    ("wanted", "used"),
    [
        (["de"], "de"),
        (["de_AT.UTF-8"], "de"),
        (["fr", "de"], "de"),
        (["pt_BR.UTF-8"], "pt_BR"),
        (["en_GB", "de"], "en"),
        (["fr"], "en"),
        (["../de", "/etc", "", "DE", "de/../de"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_with_words_is_used(tmp_path: Path, wanted: list[str], used: str) -> None:
    for language in ("de", "pt_BR"):
        write(tmp_path, language, entries({"Rest": "…"}), plural_forms="nplurals=2; plural=(n > 1);")
    language_files.use(wanted, tmp_path)

    assert catalogue.language() == used


def test_no_file_is_read_before_the_first_text(tmp_path: Path) -> None:
    language_files.use(["de"], tmp_path)
    write(tmp_path, "de", entries({"Rest": "Ruhe"}))

    assert tr("Rest") == "Ruhe"


# The pseudo-language


@pytest.mark.parametrize("text", ["Rest", "Go to {exercise} now?", "It has hurt two times in a row.", "&Session"])
def test_the_pseudo_language_brackets_and_lengthens(text: str) -> None:
    shown_text = pseudo(text)

    assert shown_text.startswith("[")
    assert shown_text.endswith("]")
    assert re.findall("[A-Za-z]+", shown_text) == re.findall("exercise", text)
    assert shown_text.count("~") >= 0.4 * len(text.replace("{exercise}", ""))
    assert max(map(len, shown_text.split())) < 20


def test_every_function_of_the_door_speaks_the_pseudo_language() -> None:
    use_pseudo()
    texts = [
        tr("Go to {exercise} now?", exercise="X"),
        tr_in("c", "Rest"),
        plural("1 s", "{number} s", 1),
        plural_in("c", "1 s", "{number} s", 2),
        translated(SAFETY),
        routine_text("c", "Pelvic tilt"),
    ]

    assert all(text.startswith("[") and text.endswith("]") for text in texts)
    assert texts[0].startswith("[Ĝö ţö X ñöŵ?")
    assert texts[3].startswith("[2 š")
