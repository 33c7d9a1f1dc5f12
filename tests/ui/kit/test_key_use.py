"""When focus rings come: not for who only clicks, from the first key on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.ui.kit.painting import Rings
from tests.ui.stage import KEY, Stage, focus

if TYPE_CHECKING:
    from tests.ui.conftest import Opener


@pytest.fixture(name="fresh")
def _fresh(monkeypatch: pytest.MonkeyPatch, open_program: Opener) -> Stage:
    """Return a program in which no key was pressed yet."""
    monkeypatch.setattr(Rings, "shown", False)
    return open_program()


def ring_is_seen(stage: Stage) -> bool:
    focused = focus()
    assert focused is not None
    picture = focused.grab().toImage()
    wanted = stage.program.theme.tokens.focus.rgb()
    return any(picture.pixel(x, picture.height() // 2) == wanted for x in range(8))


def test_who_only_clicks_sees_none(fresh: Stage) -> None:
    assert focus() is fresh.start_page.start
    assert not ring_is_seen(fresh)

    fresh.click(fresh.start_page.start)
    fresh.wait_for_check()
    fresh.click(fresh.check_page.back)

    assert not Rings.shown


@pytest.mark.parametrize("key", [KEY.Key_Tab, KEY.Key_Shift])
def test_from_the_first_key_on_it_is_there(fresh: Stage, key: KEY) -> None:
    fresh.press(key)

    assert Rings.shown
    assert ring_is_seen(fresh)
