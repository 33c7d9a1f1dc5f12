"""Files that went through a word processor or a simple editor: what happened is named, with its place and a remedy."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.cases import document, exercise
from tests.store.reading import problems, read

if TYPE_CHECKING:
    from pathlib import Path

TEXT = json.dumps(document(exercise("knee")), indent=1)
"""A file without problems."""
LINES = TEXT.splitlines()
UTF_8 = "save the file with the encoding UTF-8"
PLAIN = "save it as plain text with the encoding UTF-8"
STRAIGHT = 'use the straight one, "'
NO_COMMA = "leave the comma out"
OUT = "leave it out"
UTF_16, UTF_32 = "is text in UTF-16", "is text in UTF-32"
BREAK = "is a line break inside a text"
END = 'end the text with " before it, or write it as \\n'
PROSE = "is a document of a word processor"
MARK = "is the quotation mark "
COMMA = "is a comma after the last entry"
COMMENT = "is a comment, which JSON does not have"


class Slip(NamedTuple):
    """What was done to the file, and where it is, what is said of it and what would be right."""

    name: str
    data: bytes
    place: str
    wrong: str
    right: str


def at(name: str, change: tuple[str, str], place: str, wrong: str, right: str) -> Slip:
    """Return a slip in the text."""
    before, after = change
    assert before in TEXT
    return Slip(name, TEXT.replace(before, after, 1).encode(), place, wrong, right)


ID_LINE = next(line for line in LINES if "knee" in line)
ID_NUMBER = LINES.index(ID_LINE) + 1
LAST_KEY = '"exercise": "knee"'
LAST_NUMBER, LAST_LINE = next((number, line) for number, line in enumerate(LINES, 1) if LAST_KEY in line)
AFTER_LAST_KEY = f"line {LAST_NUMBER}, column {len(LAST_LINE) + 1}"


def column(part: str) -> str:
    """Return the place of a part of the line of the id."""
    return f"line {ID_NUMBER}, column {ID_LINE.index(part) + 1}"


SLIPS = (
    Slip("UTF-16 of Windows", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "byte 1", UTF_16, UTF_8),
    Slip("UTF-16 of others", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "byte 1", UTF_16, UTF_8),
    Slip("UTF-16 without a mark", TEXT.encode("utf-16-le"), "byte 1", UTF_16, UTF_8),
    Slip("UTF-32 with a mark", codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "byte 1", UTF_32, UTF_8),
    Slip("UTF-32 of others", codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "byte 1", UTF_32, UTF_8),
    Slip("UTF-32 without a mark", TEXT.encode("utf-32-le"), "byte 1", UTF_32, UTF_8),
    Slip("a Word document", b"PK\x03\x04\x14\x00", "byte 1", PROSE, PLAIN),
    Slip("rich text", b"{\\rtf1\\ansi}", "byte 1", PROSE, PLAIN),
    at("curly quotes", ('"id": "knee"', "“id”: “knee”"), column('"id'), f"{MARK}“", STRAIGHT),
    at("curly around a value", ('"knee"', "“knee”"), column('"knee'), f"{MARK}“", STRAIGHT),
    at("curly at its end alone", ('"knee"', '"knee”'), column('",'), f"{MARK}”", STRAIGHT),
    at("curly at the end of a key", ('"id": ', '"id”: '), column('": '), f"{MARK}”", STRAIGHT),
    at("German quotes", ('"knee"', "„knee“"), column('"knee'), f"{MARK}„", STRAIGHT),
    at("single quotes", ('"knee"', "'knee'"), column('"knee'), f"{MARK}'", STRAIGHT),
    at("a comma after the last key", (LAST_KEY, f"{LAST_KEY},"), AFTER_LAST_KEY, COMMA, NO_COMMA),
    at("a comma after the last item", ('"work": [', '"work": ["Sit.",], "x": ['), "line ", COMMA, NO_COMMA),
    at("a comment behind a line", ('"id": "knee",', '"id": "knee", // mine'), f"line {ID_NUMBER}", COMMENT, OUT),
    at("a comment first", ("{", "/* mine */ {"), "line 1, column 1", COMMENT, OUT),
    at("a comment of a script", ('"id":', '# mine\n"id":'), column('"id'), COMMENT, OUT),
    Slip("a comment last", f"{TEXT} // mine".encode(), f"line {len(LINES)}", COMMENT, OUT),
    at("a line break in a text", ('"knee"', '"kn\nee"'), column("ee"), BREAK, END),
    at("a line break of Windows", ('"knee"', '"kn\r\nee"'), column("ee"), BREAK, END),
    at("a text without an end", ('"knee",', '"knee,'), f"line {ID_NUMBER}, column {len(ID_LINE)}", BREAK, END),
    at("a tab in a text", ('"knee"', '"kn\tee"'), column("ee"), "is a tab inside a text", "type a plain space"),
    at("a bell in a text", ('"knee"', '"kn\aee"'), column("ee"), "is a control character inside a text (U+0007)", OUT),
    at("a no-break space", ('"id": ', '"id":\u00a0'), column(' "knee'), "is a blank that JSON", "type a plain space"),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_named_with_its_place_and_what_would_be_right(tmp_path: Path, slip: Slip) -> None:
    file = tmp_path / "mine.json"
    file.write_bytes(slip.data)

    (found,) = problems(file)

    assert found.file == str(file)
    assert found.place.startswith(slip.place)
    assert slip.wrong in found.message
    assert found.remedy == slip.right
    assert len(str(found)) < 300 + len(str(file))


@pytest.mark.parametrize("text", ["Say “go”, don’t wait.", "a // b", "# 1", "one, ]", "a\u00a0b", "5′ « x »"])
def test_what_is_a_slip_between_texts_is_fine_inside_one(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(document(exercise("knee") | {"region": text}), ensure_ascii=False), "utf-8")

    assert not isinstance(read(file), tuple)


@pytest.mark.parametrize("text", ['{"a": "He said “hi”" "b": 1}', '{"a": 1 "b": 2}', "[1,,2]", "{", ""])
def test_another_fault_keeps_its_own_words(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mine.json"
    file.write_text(text, "utf-8")

    (found,) = problems(file)

    assert found.message.startswith("is not JSON")
