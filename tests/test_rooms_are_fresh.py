"""The list of rooms says what each file says of itself; `make rooms` makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT
from tools.room_table import first_sentence, main, rendered

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = ROOT / "docs" / "rooms.md"


def house(folder: Path, **files: str) -> Path:
    """Make a package with these files."""
    folder.mkdir()
    (folder / "__init__.py").write_text('"""A house."""\n')
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    return folder


def test_the_document_is_fresh() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == rendered(), "docs/rooms.md is stale: run `make rooms`"


def test_every_file_and_every_folder_is_told(tmp_path: Path) -> None:
    folder = house(tmp_path / "house", door='"""Lets people in. And out."""\n')
    house(folder / "attic", box='"""Keeps things, such as a | sign.\n\nMore of it."""\n')

    told = rendered(folder)

    assert "## house\n\nA house.\n" in told
    assert "| `door.py` | Lets people in |" in told
    assert "## house/attic\n" in told
    assert r"| `box.py` | Keeps things, such as a \| sign |" in told


def test_a_file_that_says_nothing_is_named(tmp_path: Path) -> None:
    folder = house(tmp_path / "house", silent="X = 1\n")

    with pytest.raises(ValueError, match=r"silent\.py"):
        rendered(folder)


def test_a_sentence_ends_where_the_next_begins(tmp_path: Path) -> None:
    path = tmp_path / "one.py"
    path.write_text('"""Reads what e.g. a\nfile has: all of it. Then more."""\n')

    assert first_sentence(path) == "Reads what e.g. a file has: all of it"


def test_the_document_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "rooms.md")]) == 0
    assert (tmp_path / "rooms.md").read_text(encoding="utf-8") == rendered()
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
