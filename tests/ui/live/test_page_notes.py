"""What has to be known is seen on the session page, however long a name is and whatever else is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.live.floor.test_floor_sizes import long_names
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def seen(stage: Stage) -> list[str]:
    """Return the hints that can be seen whole, beside the title or over the figure."""
    page = stage.session_page
    places = [(page.hint, page.hint.text()), (page.notes.hint, page.notes.hint.text)]
    return [text for part, text in places if part.isVisible() and page.rect().contains(part.geometry())]


def to_work(stage: Stage) -> None:
    """Skip what leads into the first work."""
    while not stage.shot.block.kind.is_work:
        stage.press(KEY.Key_Right)


@pytest.mark.parametrize("size", [(1200, 800), (1000, 640), (800, 600)])
def test_a_hint_is_seen_beside_a_long_name_while_pain_is_asked_about(
    open_program: Opener, tmp_path: Path, size: tuple[int, int]
) -> None:
    stage = open_program(long_names(tmp_path), size=size)
    stage.start()
    to_work(stage)
    page = stage.session_page
    stage.press(KEY.Key_Space)
    stage.press(KEY.Key_Space)
    QApplication.processEvents()
    assert page.because.isVisible()

    assert seen(stage) == ["Get back into position"]
    shown = page.hint if page.hint.isVisible() else page.notes.hint
    for other in (page.because, page.ring, page.floor, page.feel):
        assert not other.isVisible() or not shown.geometry().intersects(other.geometry())

    stage.advance(5_000)
    assert seen(stage) == []


def test_the_hint_and_what_is_wrong_lie_below_each_other(open_program: Opener, tmp_path: Path) -> None:
    stage = open_program(long_names(tmp_path), size=(800, 600))
    stage.start()
    to_work(stage)
    page = stage.session_page
    stage.narrator.lost.emit("")
    stage.focus_watch.focus_lost.emit()
    stage.press(KEY.Key_Space)
    stage.press(KEY.Key_Space)
    QApplication.processEvents()

    assert seen(stage) == ["Get back into position"]
    notes = [note for note in (page.notes.focus, page.notes.sound, page.notes.hint) if note.isVisible()]
    assert len(notes) >= 2
    for number, note in enumerate(notes):
        assert page.rect().contains(note.geometry())
        assert not any(note.geometry().intersects(other.geometry()) for other in notes[number + 1 :])
