"""Pictures of every size: key poses inside their card, and large ones within the budget of memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt

from coach.figure.motion import moment
from coach.store import figures
from coach.ui.figure import packed
from coach.ui.figure.close_ups import View
from coach.ui.figure.key_poses import panels
from coach.ui.figure.packed import BUDGET
from coach.ui.figure.picture_cache import BREATHS, BREATHS_BUDGET, BYTES_A_PIXEL, MOST_PIXELS, PictureCache
from coach.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coach.core.pacing import Side

ALL = figures.known()
USUAL, LARGE = QSize(492, 359), QSize(1200, 800)
FAR_TOO_LARGE = 2_000_000_000


@pytest.fixture(name="pictures")
def _pictures(qapp: QApplication) -> PictureCache:
    pictures = PictureCache(Theme(qapp, Qt.ColorScheme.Light))
    pictures.set_figures(figures.load(ALL))
    return pictures


# Key poses

SIZES = [QSize(*size) for size in ((488, 366), (240, 160), (800, 500), (1400, 300), (300, 700), (220, 90))]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize(("count", "hero"), [(count, hero) for count in range(1, 9) for hero in {0, 1, count - 1}])
def test_the_held_pose_is_the_largest_and_the_others_a_strip_below(count: int, hero: int, size: QSize) -> None:
    hero = min(hero, count - 1)
    found = panels(count, hero, size.width(), size.height())

    assert len(found) == count
    card = QRect(QPoint(0, 0), size)
    for number, panel in enumerate(found):
        assert card.contains(panel.toRect())
        assert panel.toRect().toRectF() == panel, "on whole pixels"
        # Each edge was moved outwards to a whole pixel.
        assert abs(panel.width() - 1.5 * panel.height()) <= 4
        assert not any(panel.intersects(other) for other in found[number + 1 :])
    large, strip = found[hero], [panel for number, panel in enumerate(found) if number != hero]
    for panel in strip:
        assert panel.top() > large.bottom() - 1
        assert panel.top() == strip[0].top()
        assert large.height() > 1.5 * panel.height()
    assert [panel.left() for panel in strip] == sorted(panel.left() for panel in strip), "in their order"


@pytest.mark.parametrize("size", [QSize(488, 366), QSize(900, 420), QSize(640, 480)])
def test_the_held_pose_has_more_than_half_of_the_height(size: QSize) -> None:
    assert panels(3, 2, size.width(), size.height())[2].height() > size.height() / 2


def test_no_card_no_panels() -> None:
    assert panels(3, 2, 0, 0) == []


# Pictures in motion


@settings(deadline=None)
@given(width=st.integers(1, 20_000), height=st.integers(1, 20_000))
def test_a_moving_picture_never_has_more_pixels_than_it_may(width: int, height: int) -> None:
    view = View("cat-cow", flipped=False, width=width, height=height)
    moving = PictureCache.view_in_motion(None, view)  # type: ignore[arg-type]  # it needs nothing of the studio

    assert 0 < moving.width * moving.height <= MOST_PIXELS
    assert moving.width <= width
    assert moving.height <= height
    if width * height <= MOST_PIXELS:
        assert moving == view
    elif min(moving.width, moving.height) >= 100:
        assert moving.width / moving.height == pytest.approx(width / height, rel=0.02)


# Memory


def kept_bytes(pictures: PictureCache) -> int:
    """Return what all that is kept really takes."""
    return sum(len(pictures._kept._packed[key].data) for key in pictures._kept)


def ask_for_all(pictures: PictureCache, figure: str, side: Side | None, size: QSize, ratio: float) -> View:
    """Ask for what a gap and the hold after it show, and look after each picture that the budget was kept."""
    view = pictures.view(figure, side, size, ratio)
    movement = pictures.movement(figure)
    assert movement is not None
    for number in range(12):
        pictures.frame(pictures.view_in_motion(view), moment(movement, number * 0.3))
        assert pictures.bytes_kept == kept_bytes(pictures) <= BUDGET
    for level in range(pictures.breaths(view)):
        pictures.ground(view)
        pictures.hold(view)
        pictures.breath(view, level)
        assert pictures.bytes_kept == kept_bytes(pictures) <= BUDGET
    return view


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("figure", ["trunk-rotation", "cat-cow"])
def test_a_large_card_stays_within_the_budget(pictures: PictureCache, figure: str, ratio: float) -> None:
    view = ask_for_all(pictures, figure, "right", LARGE, ratio)
    ask_for_all(pictures, figure, "left", LARGE, ratio)

    assert pictures.ground(view).width() == LARGE.width() * ratio, "what stands still is as sharp as the screen"


def test_the_largest_card_stays_within_the_budget(pictures: PictureCache) -> None:
    view = pictures.view("cat-cow", None, LARGE, 3.0)
    pictures.ground(view)
    assert pictures.bytes_kept == kept_bytes(pictures) <= BUDGET
    pictures.hold(view)
    assert pictures.bytes_kept == kept_bytes(pictures) <= BUDGET
    pictures.breath(view, 0)
    assert pictures.bytes_kept == kept_bytes(pictures) <= BUDGET


@pytest.mark.parametrize("figure", ALL)
def test_the_larger_the_picture_the_fewer_the_breaths(pictures: PictureCache, figure: str) -> None:
    usual, *large = [
        pictures.breaths(pictures.view(figure, None, size, ratio))
        for size, ratio in ((USUAL, 1.0), (LARGE, 1.0), (LARGE, 2.0), (LARGE, 3.0))
    ]

    assert usual == BREATHS
    assert BREATHS >= large[0] >= large[1] >= large[2] >= 1
    assert large[1] < BREATHS


@pytest.mark.parametrize("ratio", [1.0, 2.0, 3.0])
def test_the_breaths_fit_into_their_own_share(pictures: PictureCache, ratio: float) -> None:
    view = pictures.view("childs-pose", None, LARGE, ratio)
    alive = pictures._alive_in(view)

    breaths = pictures.breaths(view)
    assert breaths == 1 or breaths * alive.width() * alive.height() * BYTES_A_PIXEL <= BREATHS_BUDGET


def test_all_that_a_hold_shows_in_a_usual_window_is_kept_at_once(pictures: PictureCache) -> None:
    for ratio in (1.0, 2.0):
        view = pictures.view("cat-cow", None, USUAL, ratio)
        while pictures.prepare_hold(view):
            pass
        assert not pictures.prepare_hold(view)
        drawn = [(view, "ground", 0), (view, "hold", 0)]
        drawn += [(view, "breath", level) for level in range(pictures.breaths(view))]
        assert set(drawn) <= set(pictures._kept)


def test_getting_a_hold_ready_draws_one_picture_at_a_time_and_comes_to_an_end(pictures: PictureCache) -> None:
    view = pictures.view("cat-cow", None, QSize(240, 160), 1.0)
    counts = [len(pictures._kept)]
    while pictures.prepare_hold(view):
        counts.append(len(pictures._kept))

    assert counts == list(range(len(counts)))
    assert len(pictures._kept) == 2 + pictures.breaths(view)


def test_what_was_shown_last_is_kept_when_something_must_go(
    pictures: PictureCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    views = [pictures.view(figure, None, QSize(240, 160), 1.0) for figure in ALL[:3]]
    for place in (0, 1):
        pictures.still(views[place], 0)
    monkeypatch.setattr(packed, "BUDGET", pictures.bytes_kept + 100)
    for place in (0, 2):
        pictures.still(views[place], 0)

    assert [pictures.has_still(view, 0) for view in views] == [True, False, True]


def test_another_theme_or_variant_frees_all_that_was_kept(pictures: PictureCache) -> None:
    ask_for_all(pictures, "cat-cow", None, QSize(240, 160), 1.0)
    assert pictures.bytes_kept > 0
    pictures.use_variant(pictures.next_variant)

    assert (pictures.bytes_kept, len(pictures._kept)) == (0, 0)
