"""One coach at a time for one data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.single import Single

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_the_second_calls_the_first_and_another_folder_is_another_matter(tmp_path: Path, qtbot: QtBot) -> None:
    first, second, other = Single(tmp_path / "a"), Single(tmp_path / "a"), Single(tmp_path / "b")
    assert first.is_first()
    first.listen()

    assert not second.is_first()
    with qtbot.waitSignal(first.raised):
        assert second.call_first()
    assert other.is_first()


def test_who_comes_after_the_first_went_is_the_first(tmp_path: Path) -> None:
    first = Single(tmp_path)
    assert first.is_first()
    del first

    assert Single(tmp_path).is_first()


def test_a_first_that_does_not_answer_is_told(tmp_path: Path) -> None:
    first, second = Single(tmp_path), Single(tmp_path)

    assert first.is_first()
    assert not second.is_first()
    assert not second.call_first()
