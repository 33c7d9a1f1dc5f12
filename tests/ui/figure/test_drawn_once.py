"""In a whole session no picture is drawn twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect

from coach.core.events import Phase
from coach.figure.paint import painter
from coach.ui.figure import packed
from tests.ui.drawn_before import painter_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from coach.figure.paint.painter import FigurePainter
    from tests.ui.conftest import Opener

SECOND_MS, LOOKS = 1_000, 7
"""So often a second the figure is looked at while it moves."""


class _Counted:
    """Draws as another painter does, and counts how often each picture was drawn."""

    def __init__(self, drawn: Counter[object], of: tuple[str, ...], inner: FigurePainter) -> None:
        self._drawn, self._of, self._inner = drawn, of, inner

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if name not in {"ground", "patch"}:
            return found

        def counted(*places: Any, **named: Any) -> Any:
            told = (*places[name == "patch" :], *(named[key] for key in sorted(named)))
            told = tuple(each.getRect() if isinstance(each, QRect) else each for each in told)
            self._drawn[(name, *self._of, *told)] += 1
            return found(*places, **named)

        return counted


def _counting(drawn: Counter[object]) -> Callable[..., _Counted]:
    def made(body: Any, movement: Any, theme: str, variant: str, room: Any = None) -> _Counted:
        return _Counted(drawn, (movement.id, theme, variant), painter_of(body, movement, theme, variant, room))

    return made


def test_in_the_shipped_routine_no_picture_is_drawn_twice(
    open_program: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: Counter[object] = Counter()
    monkeypatch.setattr(painter, "FigurePainter", _counting(drawn))
    stage = open_program(size=(800, 600))  # a quarter of the pixels, and of the room for them
    monkeypatch.setattr(packed, "USUAL", packed.USUAL // 4)
    monkeypatch.setattr(packed, "BUDGET", packed.BUDGET // 4)
    qtbot.waitUntil(lambda: stage.pictures.knows("cat-cow"))
    stage.start(lies_down=False)
    figure = stage.session_page.picture
    drawn.clear()

    while stage.phase() is Phase.RUNNING:
        looks = 1 if figure._in_hand.shown[0] == "hold" else LOOKS
        for _look in range(looks):
            stage.clock.ms += SECOND_MS // looks
            figure._refresh()
            figure._on_slice()
        stage.player.look()

    assert figure.size().width() > 200
    assert len(drawn) > 500
    assert [key for key, times in drawn.items() if times > 1] == []
