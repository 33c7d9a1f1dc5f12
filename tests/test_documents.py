"""What the documents for those who build coach name exists: whoever follows a recipe finds the file it speaks of."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
"""They tell of the past too: only their links have to lead somewhere."""
DOCUMENTS = [
    *(ROOT / "CONTRIBUTING.md", ROOT / "README.md"),
    *sorted((ROOT / "docs").glob("*.md")),
]
PATH = re.compile(r"(?<![\w./-])(?:coach|tests|tools|bench|docs|assets|ui|core|store|session|devices)/[\w./-]*\w")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
EXAMPLES = frozenset({"assets/figures/ID.json"})
"""What stands for another name."""


def named(document: Path) -> Iterator[str]:
    """Give each path that a document names."""
    yield from PATH.findall(document.read_text("utf-8"))


def is_there(path: str) -> bool:
    """Tell whether there is something at a path of the repository; the rooms of coach are named without it."""
    return (ROOT / path).exists() or (ROOT / "coach" / path).exists()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_that_a_document_names_exists(document: Path) -> None:
    assert [path for path in named(document) if path not in EXAMPLES and not is_there(path)] == []


@pytest.mark.parametrize("document", [*DOCUMENTS, *DECISIONS], ids=lambda path: path.name)
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text("utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_floors_are_those_that_are_checked() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = [floor.split(" : ") for floor in contracts[0]["layers"]]
    chain = re.search(r"^`__main__` > .*?\n\n", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    table = re.findall(r"^\| (`.+`) \|.*\|$", _floors_of_the_house(), re.MULTILINE)

    assert chain is not None
    assert [re.findall(r"`(\w+)`", floor) for floor in chain[0].split(">")] == floors
    assert [re.findall(r"`(\w+)`", row.split("|")[0]) for row in table] == floors


def _floors_of_the_house() -> str:
    """Return the chapter on floors."""
    return (ROOT / "docs" / "architecture.md").read_text("utf-8").split("### Floors")[1].split("\n## ")[0]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_target_of_make_that_a_document_names_is_there(document: Path) -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert set(re.findall(r"`make ([a-z-]+)", document.read_text("utf-8"))) - {*targets} == set()


def test_a_path_that_does_not_exist_is_seen() -> None:
    assert PATH.findall("`coach/core/gone.py`, see ui/kit and /usr/docs/x") == ["coach/core/gone.py", "ui/kit"]
    assert not is_there("coach/core/gone.py")
    assert is_there("ui/kit")
