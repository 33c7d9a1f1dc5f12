"""The places in the architecture document are those of the navigator; `make places` makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.session.places import Place
from coach.ui.shell.navigator import TABLE, Cause
from tests.cases import ROOT
from tools.place_table import AS_BELOW, BELOW, main, rendered, replaced
from tools.state_table import NOTHING, MarkerError

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = ROOT / "docs" / "architecture.md"
each_row = pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0].name}-{row[1].name}")


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def read_back(text: str) -> dict[tuple[Place, Cause], str]:
    """Return the cells of a rendered Markdown table that say something."""
    header, _rule, *rows = [cells(line) for line in text.splitlines() if line.startswith("|")]
    named = {f"`{cause.name}`": cause for cause in Cause}
    return {
        (Place(row[0]), named[column]): cell
        for row in rows
        for column, cell in zip(header[1:], row[1:], strict=True)
        if cell != NOTHING
    }


def test_the_document_is_fresh() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert document == replaced(document), "docs/architecture.md is stale: run `make places`"


def test_the_rendered_table_is_the_whole_table() -> None:
    shown = read_back(rendered())
    assert {pair: cell for pair, cell in shown.items() if cell not in {BELOW, AS_BELOW}} == {
        pair: to.value for pair, to in TABLE.items()
    }
    assert shown[Place.SIDE, Cause.FROM_SIDE] == BELOW
    assert {pair[0] for pair, cell in shown.items() if cell == AS_BELOW} == {Place.SIDE}


def test_the_diagram_leads_back_from_what_is_read_to_where_it_is_read() -> None:
    lines = [line.strip() for line in rendered().splitlines()]
    back = {line for line in lines if line.startswith("SIDE --> ") and line.endswith(Cause.FROM_SIDE.name)}
    browsed = ("START", "ROUTINES", "HISTORY", "SETTINGS", "HELP")
    assert back == {f"SIDE --> {place} : FROM_SIDE" for place in (*browsed, "CHECK", "LIVE", "CLOSING")}


@each_row
def test_a_row_less_makes_the_document_stale(row: tuple[Place, Cause]) -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert replaced(document, {pair: to for pair, to in TABLE.items() if pair != row}) != document


@each_row
def test_another_aim_makes_the_document_stale(row: tuple[Place, Cause]) -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    other = next(place for place in Place if place is not TABLE[row])
    assert replaced(document, {**TABLE, row: other}) != document


def test_a_document_without_a_place_for_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "document.md"
    path.write_text("no place\n", encoding="utf-8")

    with pytest.raises(MarkerError):
        replaced("no place\n")
    assert main([str(path)]) == 1
    assert str(path) in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "no place\n"
