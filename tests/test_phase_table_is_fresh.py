"""The phases in the architecture document are those of the session; `make phases` makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Input, Phase
from coach.core.phases import TABLE, Inner
from tests.cases import ROOT
from tools.phase_table import BEGIN, END, NOTHING, MarkerError, main, rendered, replaced

if TYPE_CHECKING:
    from pathlib import Path

    from tools.phase_table import Table

DOCUMENT = ROOT / "docs" / "architecture.md"
STALE = f"Before.\n{BEGIN}\nold\n{END}\nAfter.\n"

each_row = pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0].name}-{row[1].name}")


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def read_back(text: str) -> dict[tuple[Phase, Input | Inner], Phase]:
    """Return the table that a rendered Markdown table stands for."""
    header, _rule, *rows = [cells(line) for line in text.splitlines() if line.startswith("|")]
    named = {f"`{cause.name}`": cause for cause in (*Input, *Inner)}
    return {
        (Phase(row[0]), named[column]): Phase(cell)
        for row in rows
        for column, cell in zip(header[1:], row[1:], strict=True)
        if cell != NOTHING
    }


def arrows(text: str) -> dict[tuple[str, str], set[str]]:
    """Return which names stand on the arrow between two phases of a rendered diagram."""
    found: dict[tuple[str, str], set[str]] = {}
    for line in text.splitlines():
        if " --> " in line and "[*]" not in line:
            ends, _, label = line.strip().partition(" : ")
            before, _, after = ends.partition(" --> ")
            found[before, after] = set(label.replace("<br/>", " ").split(", "))
    return found


def without(row: tuple[Phase, Input | Inner]) -> Table:
    return {key: to for key, to in TABLE.items() if key != row}


def test_the_document_is_fresh() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert document == replaced(document), "docs/architecture.md is stale: run `make phases`"


def test_the_rendered_table_is_the_whole_table() -> None:
    assert read_back(rendered()) == TABLE


def test_the_diagram_shows_every_row() -> None:
    shown = {(before, name, to) for (before, to), names in arrows(rendered()).items() for name in names}
    assert shown == {(phase.name, cause.name, to.name) for (phase, cause), to in TABLE.items()}


def test_the_diagram_begins_where_nothing_leads_and_ends_where_nothing_leads_on() -> None:
    ends = {line.strip() for line in rendered().splitlines() if "[*]" in line}
    assert ends == {"[*] --> READY", "FINISHED --> [*]", "ENDED --> [*]"}


@each_row
def test_a_row_less_changes_diagram_and_table(row: tuple[Phase, Input | Inner]) -> None:
    less = rendered(without(row))
    assert read_back(less) == without(row)
    assert arrows(less) != arrows(rendered())


@each_row
def test_another_aim_changes_diagram_and_table(row: tuple[Phase, Input | Inner]) -> None:
    other = next(phase for phase in Phase if phase is not TABLE[row])
    changed = {**TABLE, row: other}
    assert read_back(rendered(changed)) == changed
    assert arrows(rendered(changed)) != arrows(rendered())


@each_row
def test_a_changed_table_makes_the_document_stale(row: tuple[Phase, Input | Inner]) -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert replaced(document, without(row)) != document


def test_only_what_stands_between_the_markers_changes() -> None:
    fresh = replaced(STALE)
    assert fresh == f"Before.\n{BEGIN}\n\n{rendered()}\n{END}\nAfter.\n"
    assert replaced(fresh) == fresh


@pytest.mark.parametrize(
    "document",
    [
        "",
        f"{BEGIN}\n",
        f"{END}\n",
        f"{END}\n{BEGIN}\n",
        f"{STALE}{STALE}",
        f"in a line: {BEGIN}\n{END}\n",
    ],
)
def test_a_document_without_a_place_for_it_is_left_alone(
    document: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "document.md"
    path.write_text(document, encoding="utf-8")

    with pytest.raises(MarkerError):
        replaced(document)
    assert main([str(path)]) == 1
    assert str(path) in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == document


def test_a_stale_document_is_written(tmp_path: Path) -> None:
    path = tmp_path / "document.md"
    path.write_text(STALE, encoding="utf-8")

    assert main([str(path)]) == 0
    assert path.read_text(encoding="utf-8") == replaced(STALE)


def test_a_fresh_document_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "document.md"
    path.write_text(replaced(STALE), encoding="utf-8")
    before = path.stat()

    assert main([str(path)]) == 0
    assert path.stat() == before


def test_what_is_missing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.md")]) == 1
    assert "none.md" in capsys.readouterr().err
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
