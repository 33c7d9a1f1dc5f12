"""The figure moves by the clock while it can be seen moving, stands still on request, and repaints next to nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication

from coach.core.events import Phase
from coach.figure.motion import arrival_s, moment
from coach.figure.rig import loop_seconds
from coach.ui.figure.key_poses import panels
from tests.cases import document, exercise
from tests.store.bad_files import as_bytes
from tests.ui.pictures import changed, difference
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.figure.view import FigureView
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

GET_READY, TILT, MOVE, HOLD_RIGHT, CHANGE, HOLD_LEFT = range(1, 7)
"""The first blocks of the shipped routine: pelvic tilt, then single knee to chest."""
BREATH_MS = 5_000


class Painted(QObject):
    """Keeps what a widget was asked to repaint."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.regions: list[QRegion] = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at paint events, and let everything pass."""
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False


@pytest.fixture(name="drawn")
def _drawn(stage: Stage, qtbot: QtBot) -> Stage:
    """Return the program 1 s into the first gap, with the figures read."""
    qtbot.waitUntil(lambda: stage.pictures.knows("cat-cow"))
    stage.start()
    stage.advance(1_000)
    QApplication.processEvents()
    return stage


def view(stage: Stage) -> FigureView:
    return stage.session_page.picture


def studio(stage: Stage) -> PictureCache:
    return stage.pictures


def shown(stage: Stage) -> QImage:
    """Return what the card paints when it is asked for all of itself."""
    return view(stage).grab().toImage()


def on_screen(stage: Stage) -> QImage:
    """Return what frame after frame has left on the screen."""
    QApplication.processEvents()
    window, card = stage.window, view(stage)
    at = card.mapTo(window, QPoint(0, 0))
    return window.screen().grabWindow(window.winId(), at.x(), at.y(), card.width(), card.height()).toImage()


def frame_after(stage: Stage, time_ms: int) -> None:
    """Let time pass, less than a second, and have the frame of that instant painted."""
    stage.clock.ms += time_ms
    view(stage)._refresh()
    QApplication.processEvents()


def until(stage: Stage, spent_ms: int) -> None:
    """Let time pass until the block has run so long."""
    stage.advance(spent_ms - stage.shot.spent_ms)
    frame_after(stage, 0)


def plan_anew(stage: Stage) -> None:
    """Have the next frame planned from this instant: the one that was planned may be a second away."""
    view(stage)._timer.stop()
    frame_after(stage, 0)
    assert view(stage).is_animated


def go_to(stage: Stage, index: int, qtbot: QtBot) -> None:
    """Go to the start of a block, with all of it painted and a frame planned."""
    stage.skip_to(index)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view(stage).is_animated)


def area(region: QRegion) -> int:
    # QRegion can be iterated; its stubs do not say so.
    rects: list[QRect] = list(region)  # type: ignore[call-overload]
    return sum(rect.width() * rect.height() for rect in rects)


def moments_of(stage: Stage, seen: View) -> set[int]:
    """Return the numbers of the moving pictures that are kept of a view."""
    return {number for kept, kind, number in studio(stage)._kept if (kept, kind) == (seen, "moment")}


def now_seen(stage: Stage) -> View:
    seen = view(stage)._in_hand.view
    assert seen is not None
    return seen


# In a gap


def test_in_a_gap_it_rests_then_moves_and_ends_in_the_hold_pose(drawn: Stage, qtbot: QtBot) -> None:
    movement = studio(drawn).movement("pelvic-tilt")
    assert movement is not None
    arrives_ms = round(arrival_s(movement) * 1000)
    leaves_ms = 10_000 - arrives_ms
    pictures = []
    for spent_ms in (1_500, leaves_ms + 1_200, leaves_ms + 1_600, 9_990):
        until(drawn, spent_ms)
        qtbot.waitUntil(lambda: view(drawn).is_animated)
        pictures.append(shown(drawn))

    rest, early, late, arrived = pictures
    for one, other in ((rest, early), (early, late), (late, arrived), (arrived, rest)):
        assert not changed(one, other).isEmpty()
    drawn.advance(10)
    frame_after(drawn, 0)
    assert drawn.shot.index == TILT
    assert difference(shown(drawn), arrived).mean < 0.1, "the exercise begins where the gap ended"


def test_a_frame_comes_from_the_clock_and_not_from_the_frames_before(drawn: Stage) -> None:
    until(drawn, 8_900)
    straight = shown(drawn)
    drawn.press(KEY.Key_Right)
    drawn.press(KEY.Key_Left)
    assert (drawn.shot.index, drawn.shot.spent_ms, drawn.shot.lead_in_ms) == (GET_READY, 0, 0)

    for _ in range(89):
        frame_after(drawn, 100)
        drawn.player.look()

    assert drawn.shot.spent_ms == 8_900
    assert changed(shown(drawn), straight).isEmpty()


def test_frames_at_the_same_instant_repaint_nothing(drawn: Stage) -> None:
    until(drawn, 8_900)
    on_screen(drawn)
    painted = Painted(view(drawn))

    for _ in range(30):
        frame_after(drawn, 0)

    assert painted.regions == []


def test_a_moving_frame_beside_the_caption_leaves_the_caption_whole(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, MOVE, qtbot)
    until(drawn, 10_700)
    frame_after(drawn, 100)
    assert view(drawn).caption

    assert changed(on_screen(drawn), shown_again(drawn)).isEmpty()


def test_a_moving_frame_repaints_the_person_alone_and_leaves_nothing_behind(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, TILT, qtbot)
    on_screen(drawn)
    painted = Painted(view(drawn))

    for _ in range(40):
        frame_after(drawn, 100)
        drawn.player.look()
        assert changed(on_screen(drawn), shown_again(drawn)).isEmpty()

    small = [region for region in painted.regions if area(region) < view(drawn).width() * view(drawn).height()]
    assert len(small) >= 15, "all but those that were asked for here are parts"


def shown_again(stage: Stage) -> QImage:
    """Return the whole card painted anew, apart from the screen."""
    card = view(stage)
    image = QImage(card.size() * card.devicePixelRatioF(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(card.devicePixelRatioF())
    card.render(image)
    return image


def is_whole(stage: Stage) -> bool:
    """Tell whether the screen shows what would be painted anew, the strip with the caption left out."""
    left, anew = on_screen(stage), shown_again(stage)
    rest = QRect(0, 0, left.width(), left.height() - 60)
    return changed(left.copy(rest), anew.copy(rest)).isEmpty()


def test_what_is_left_on_the_screen_is_whole_from_gap_to_hold_to_gap(drawn: Stage) -> None:
    """Without the caption, which has a test of its own."""
    drawn.skip_to(MOVE)
    for spent_ms in (100, 14_000, 14_900):
        until(drawn, spent_ms)
        assert is_whole(drawn), f"gap, {spent_ms}"
    drawn.advance(200)
    for step in range(10):
        frame_after(drawn, 700)
        drawn.player.look()
        assert drawn.shot.index == HOLD_RIGHT
        assert is_whole(drawn), f"hold, step {step}"
    drawn.skip_to(CHANGE)
    for spent_ms in (100, 4_000, 7_000):
        until(drawn, spent_ms)
        assert is_whole(drawn), f"next gap, {spent_ms}"


# In a hold


def test_in_a_hold_only_the_breath_changes_the_picture(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    seen = now_seen(drawn)
    breathes_in = studio(drawn)._alive_in(seen)
    first = shown(drawn)
    different = 0

    for _ in range(10):
        frame_after(drawn, BREATH_MS // 10)
        drawn.player.look()
        where = changed(first, shown(drawn))
        assert breathes_in.contains(where) or where.isEmpty()
        different += not where.isEmpty()

    assert different >= 5
    assert area(QRegion(breathes_in)) < view(drawn).width() * view(drawn).height() / 3


def test_in_a_hold_each_frame_repaints_a_small_part_and_draws_no_new_way(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    frame_after(drawn, 300)
    moments = moments_of(drawn, now_seen(drawn))
    painted = Painted(view(drawn))

    for _ in range(20):
        frame_after(drawn, 400)
        drawn.player.look()
    assert drawn.shot.index == HOLD_RIGHT

    assert len(painted.regions) >= 10
    for region in painted.regions:
        assert area(region) < view(drawn).width() * view(drawn).height() / 3
    assert moments_of(drawn, now_seen(drawn)) == moments
    assert view(drawn)._in_hand.shown[0] == "hold"


def test_a_breath_comes_round_after_five_seconds(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    first = shown(drawn)
    drawn.advance(BREATH_MS)
    frame_after(drawn, 0)

    assert changed(first, shown(drawn)).isEmpty()


def test_pelvic_tilt_keeps_moving_while_it_is_worked_on(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, TILT, qtbot)
    movement = studio(drawn).movement("pelvic-tilt")
    assert movement is not None
    numbers = set()
    first = shown(drawn)
    different = 0

    for _ in range(20):
        frame_after(drawn, round(loop_seconds(movement) * 1000 / 20))
        drawn.player.look()
        assert view(drawn)._in_hand.shown[0] == "moment"
        numbers.add(view(drawn)._in_hand.shown[1])
        different += not changed(first, shown(drawn)).isEmpty()
        qtbot.waitUntil(lambda: view(drawn).is_animated)

    assert len(numbers) > 8
    assert different > 8


@pytest.mark.parametrize("index", [TILT, HOLD_RIGHT])
def test_the_next_block_finds_its_first_picture_drawn(drawn: Stage, qtbot: QtBot, index: int) -> None:
    go_to(drawn, index, qtbot)
    following = drawn.shot.following
    assert following is not None
    figure = "single-knee-to-chest"
    wanted = studio(drawn).view(figure, following.side, view(drawn).size(), view(drawn).devicePixelRatioF())
    qtbot.waitUntil(lambda: any(kept == wanted and kind == "moment" for kept, kind, _number in studio(drawn)._kept))
    assert (wanted, "ground", 0) in studio(drawn)._kept
    before = moments_of(drawn, wanted)

    drawn.skip_to(index + 1)
    QApplication.processEvents()

    assert now_seen(drawn) == wanted
    assert moments_of(drawn, wanted) == before


def test_what_is_never_held_has_no_breath_drawn(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, TILT, qtbot)
    following = studio(drawn).view("single-knee-to-chest", "right", view(drawn).size(), 1.0)
    qtbot.waitUntil(lambda: (following, "ground", 0) in studio(drawn)._kept)  # what comes after everything else

    assert {kind for kept, kind, _number in studio(drawn)._kept if kept.figure == "pelvic-tilt"} & {"breath"} == set()


def test_a_gap_that_waits_shows_the_movement_over_and_over(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: studio(stage).knows("cat-cow"))
    stage.wait_for_me()
    stage.start()
    stage.skip_to(MOVE)
    assert stage.shot.waiting
    qtbot.waitUntil(lambda: view(stage).is_animated)
    movement = studio(stage).movement("single-knee-to-chest")
    assert movement is not None
    told = []

    for number in range(1, 61):
        frame_after(stage, 250)
        told.append(view(stage)._in_hand.shown[1])
        assert told[-1] == moment(movement, number * 0.25).number

    assert len(set(told)) > 10
    assert view(stage).is_animated


# The timer


def _paused(stage: Stage) -> None:
    stage.press(KEY.Key_Space)


def _hidden(stage: Stage) -> None:
    stage.window.hide()


def _minimised(stage: Stage) -> None:
    stage.window.showMinimized()


def _stopped(stage: Stage) -> None:
    stage.press(KEY.Key_Escape)


def _aside(stage: Stage) -> None:
    stage.press(KEY.Key_F1)


def _still(stage: Stage) -> None:
    stage.actions["still"].trigger()


ENDS = [_paused, _hidden, _minimised, _stopped, _aside, _still]


@pytest.mark.parametrize("index", [MOVE, HOLD_RIGHT, TILT], ids=["gap", "hold", "tilt"])
@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_no_frame_is_planned_while_nobody_can_see_it_move(
    drawn: Stage, qtbot: QtBot, end: Callable[[Stage], None], index: int
) -> None:
    drawn.skip_to(index)
    drawn.advance(2_000)
    plan_anew(drawn)

    end(drawn)
    QApplication.processEvents()

    # A frame that was planned before may still come; none follows it.
    qtbot.waitUntil(lambda: not view(drawn).is_animated)
    for _ in range(3):
        frame_after(drawn, 300)
        QApplication.processEvents()
    assert not view(drawn).is_animated


UNDOS = [_paused, _hidden, _minimised, _aside, _still]


@pytest.mark.parametrize("undo", UNDOS, ids=lambda undo: undo.__name__)
def test_frames_go_on_when_it_is_seen_again(drawn: Stage, qtbot: QtBot, undo: Callable[[Stage], None]) -> None:
    drawn.skip_to(MOVE)
    drawn.advance(2_000)
    plan_anew(drawn)
    undo(drawn)
    qtbot.waitUntil(lambda: not view(drawn).is_animated)

    if undo is _paused:
        drawn.press(KEY.Key_Space)
        drawn.advance(3_500)
    elif undo is _still:
        _still(drawn)
    elif undo is _aside:
        drawn.press(KEY.Key_Return)
    else:
        drawn.window.showNormal()

    assert drawn.phase() is Phase.RUNNING
    qtbot.waitUntil(lambda: view(drawn).is_animated, timeout=1_000)


@pytest.mark.parametrize(
    ("index", "spent_ms"), [(MOVE, 13_000), (HOLD_RIGHT, 5_500), (TILT, 3_000)], ids=["gap", "hold", "tilt"]
)
def test_a_paused_picture_stands_still(drawn: Stage, index: int, spent_ms: int) -> None:
    drawn.skip_to(index)
    until(drawn, spent_ms)
    moving = shown(drawn)
    drawn.press(KEY.Key_Space)
    assert drawn.phase() is Phase.PAUSED
    paused = shown(drawn)
    painted = Painted(view(drawn))

    for _ in range(5):
        drawn.advance(700)
        QApplication.processEvents()

    assert painted.regions == []
    assert changed(paused, shown(drawn)).isEmpty()
    assert changed(moving, paused).isEmpty()
    assert not view(drawn).is_animated


def test_a_paused_hold_keeps_its_breath_in_another_size(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    drawn.press(KEY.Key_Space)
    before, size, card = shown(drawn), drawn.window.size(), view(drawn).size()
    drawn.clock.ms += BREATH_MS // 3

    for other in (QSize(1000, 700), size):
        drawn.window.resize(other)
        qtbot.waitUntil(lambda other=other: drawn.window.size() == other)  # type: ignore[misc]  # mypy has no type for such a default
        QApplication.processEvents()
    qtbot.waitUntil(lambda: view(drawn).size() == card)  # the page takes its places in a turn of its own

    assert changed(before, shown(drawn)).isEmpty()


def test_a_lead_in_waits_in_the_moment_of_the_pause(drawn: Stage) -> None:
    drawn.skip_to(TILT)
    until(drawn, 1_800)
    drawn.press(KEY.Key_Space)
    paused = shown(drawn)
    drawn.press(KEY.Key_Space)

    for _ in range(4):
        frame_after(drawn, 990)
        drawn.player.look()
        assert drawn.shot.lead_in_ms > 0
        assert changed(paused, shown(drawn)).isEmpty()
    drawn.advance(1_040)
    frame_after(drawn, 400)

    assert not changed(paused, shown(drawn)).isEmpty()


# Less motion


def test_with_less_motion_the_held_pose_is_large_and_the_others_below_with_numbers(drawn: Stage, qtbot: QtBot) -> None:
    drawn.skip_to(MOVE)
    moving = shown(drawn)
    _still(drawn)
    still = shown(drawn)
    tokens, movement = drawn.theme.tokens, studio(drawn).movement("single-knee-to-chest")
    assert movement is not None
    places = panels(len(movement.stills), movement.hero, view(drawn).width(), view(drawn).height())

    assert len(places) == 3
    assert places[movement.hero].height() > view(drawn).height() / 2
    assert min(place.top() for place in places if place != places[movement.hero]) > places[movement.hero].bottom() - 1
    assert not changed(moving, still).isEmpty()
    for number, panel in enumerate(places):
        seen = studio(drawn).view(movement.id, "right", panel.size().toSize(), 1.0)
        middle = QRect(panel.toRect().width() // 2, panel.toRect().height() // 2, 20, 20)
        picture = studio(drawn).still(seen, number).convertToFormat(still.format())
        assert still.copy(middle.translated(panel.toRect().topLeft())) == picture.copy(middle)
        assert badge(still, panel.toRect()) == tokens.surface, "a badge"
        inks = {still.pixelColor(x, y).name() for x, y in badge_points(panel.toRect())}
        assert tokens.ink.name() in inks or len(inks) > 3, "with a number in it"
    assert len({bytes(still.copy(number_rect(panel.toRect())).constBits()) for panel in places}) == 3
    qtbot.waitUntil(lambda: not view(drawn).is_animated)


def test_with_less_motion_the_next_block_finds_its_key_poses_drawn(drawn: Stage, qtbot: QtBot) -> None:
    _still(drawn)
    drawn.skip_to(HOLD_RIGHT)
    places = panels(3, 2, view(drawn).width(), view(drawn).height())
    left = [studio(drawn).view("single-knee-to-chest", "left", panel.size().toSize(), 1.0) for panel in places]

    qtbot.waitUntil(lambda: all(studio(drawn).has_still(seen, number) for number, seen in enumerate(left)))


def test_with_less_motion_the_pose_that_is_held_is_marked_and_no_other(drawn: Stage) -> None:
    _still(drawn)
    tokens, movement = drawn.theme.tokens, studio(drawn).movement("single-knee-to-chest")
    assert movement is not None
    places = panels(len(movement.stills), movement.hero, view(drawn).width(), view(drawn).height())

    for index, marked in ((MOVE, None), (HOLD_RIGHT, movement.hero), (CHANGE, None), (HOLD_LEFT, movement.hero)):
        drawn.skip_to(index)
        picture = on_screen(drawn)
        badges = [badge(picture, panel.toRect()) for panel in places]
        assert badges == [tokens.brand if number == marked else tokens.surface for number in range(len(places))]


def test_with_less_motion_time_changes_nothing(drawn: Stage) -> None:
    drawn.skip_to(HOLD_RIGHT)
    _still(drawn)
    before = shown(drawn)

    for _ in range(10):
        drawn.advance(1_000)
        QApplication.processEvents()

    assert changed(before, shown(drawn)).isEmpty()
    assert not view(drawn).is_animated


def test_less_motion_draws_no_more_of_the_breath(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    seen = now_seen(drawn)
    _still(drawn)
    QApplication.processEvents()
    breaths = [key for key in studio(drawn)._kept if key[:2] == (seen, "breath")]

    view(drawn)._on_slice()
    qtbot.waitUntil(lambda: not view(drawn)._slices.isActive())

    assert [key for key in studio(drawn)._kept if key[:2] == (seen, "breath")] == breaths


def badge(picture: QImage, panel: QRect) -> QColor:
    """Return the colour of a number's badge, beside the number."""
    return picture.pixelColor(panel.left() + 8 + 4, panel.top() + 8 + 13)


def number_rect(panel: QRect) -> QRect:
    return QRect(panel.left() + 15, panel.top() + 13, 13, 16)


def badge_points(panel: QRect) -> list[tuple[int, int]]:
    rect = number_rect(panel)
    return [(x, y) for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom())]


# Sides and words


def test_the_left_side_is_the_mirrored_picture(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    right = shown(drawn)
    drawn.skip_to(HOLD_LEFT)
    left = shown(drawn)

    above = QRect(0, 0, right.width(), right.height() - 60)  # without the caption
    assert not difference(right.copy(above), left.copy(above)).is_small
    assert difference(right.copy(above), left.copy(above).flipped(Qt.Orientation.Horizontal)).is_small


@pytest.mark.parametrize("still", [False, True], ids=["moving", "still"])
def test_the_caption_says_which_side_it_is_where_there_are_sides(drawn: Stage, still: bool) -> None:  # noqa: FBT001 - a case
    if still:
        _still(drawn)
    told = []
    for index in (TILT, MOVE, HOLD_RIGHT, CHANGE, HOLD_LEFT):
        drawn.skip_to(index)
        told.append((view(drawn).caption, has_caption(drawn, at_right=still)))

    sides = ["Right side", "Right side", "Left side", "Left side"]
    assert told == [("", False), *((side, True) for side in sides)]


def has_caption(stage: Stage, *, at_right: bool) -> bool:
    """Tell whether words stand in the lower corner: something there has the colour of ink."""
    picture, ink = shown(stage), stage.theme.tokens.ink
    left = picture.width() - 100 if at_right else 20
    rows = range(picture.height() - 40, picture.height() - 14)
    return any(picture.pixelColor(x, y) == ink for y in rows for x in range(left, left + 80))


def test_the_accessible_name_says_movement_and_side(drawn: Stage) -> None:
    names = []
    for index in (GET_READY, TILT, MOVE, HOLD_RIGHT, CHANGE, HOLD_LEFT):
        drawn.skip_to(index)
        names.append(view(drawn).accessibleName())

    tilt, knee = "Picture: Pelvic tilt", "Picture: Single knee to chest"
    assert names == [tilt, tilt, *[f"{knee}, right side"] * 2, *[f"{knee}, left side"] * 2]


def test_without_a_figure_words_stand_in_its_place(open_program: Opener, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_bytes(as_bytes(document(exercise("sit-tall"))))
    stage = open_program(file)
    stage.start()
    stage.advance(1_000)
    QApplication.processEvents()

    assert "You sit. You sit up." in stage.texts(view(stage))
    assert view(stage).accessibleName() == "Picture: Sit-Tall"
    assert view(stage).accessibleDescription() == ""
    _still(stage)
    assert "You sit. You sit up." in stage.texts(view(stage))
    stage.skip_to(1)
    stage.advance(2_000)
    QApplication.processEvents()
    assert not view(stage).is_animated


@pytest.mark.parametrize("still", [False, True], ids=["moving", "still"])
def test_a_figure_that_nobody_knows_is_told_in_words(drawn: Stage, qtbot: QtBot, still: bool) -> None:  # noqa: FBT001 - a case
    go_to(drawn, HOLD_RIGHT, qtbot)
    if still:
        _still(drawn)
    before = shown(drawn)
    told = drawn.routines[0].exercises[drawn.shot.block.position]

    view(drawn).show_exercise(replace(told, figure="handstand"), "right")
    QApplication.processEvents()

    assert f"{told.start} {told.movement}" in drawn.texts(view(drawn))
    assert not changed(before, shown(drawn)).isEmpty()
    qtbot.waitUntil(lambda: not view(drawn).is_animated)
    frame_after(drawn, 300)
    assert not view(drawn).is_animated
    view(drawn).show_exercise(told, "right")
    QApplication.processEvents()
    assert drawn.texts(view(drawn)) == []
    assert still or changed(on_screen(drawn), shown_again(drawn)).isEmpty()


def test_no_words_stand_on_a_picture(drawn: Stage) -> None:
    assert drawn.texts(view(drawn)) == []


@pytest.mark.parametrize("still", [False, True], ids=["moving", "still"])
def test_another_figure_is_another_picture_until_they_come_round(drawn: Stage, still: bool) -> None:  # noqa: FBT001 - a case
    drawn.skip_to(HOLD_RIGHT)
    if still:
        _still(drawn)
    count = len(studio(drawn).variants)
    pictures = [on_screen(drawn)]
    for _ in range(count):
        drawn.trigger("figure")
        pictures.append(on_screen(drawn))

    assert count >= 2
    for number, picture in enumerate(pictures[:-1]):
        assert not changed(picture, pictures[number + 1]).isEmpty()
    assert changed(pictures[0], pictures[-1]).isEmpty()


def test_dark_is_another_picture_at_once(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    drawn.theme.use(Qt.ColorScheme.Light)
    light = on_screen(drawn)
    drawn.theme.use(Qt.ColorScheme.Dark)
    dark = on_screen(drawn)

    assert difference(light, dark).mean > 50
    assert changed(dark, shown_again(drawn)).isEmpty()
    qtbot.waitUntil(lambda: view(drawn).is_animated)


def test_another_size_is_the_same_picture_in_that_size(drawn: Stage, qtbot: QtBot) -> None:
    go_to(drawn, HOLD_RIGHT, qtbot)
    before = view(drawn).size()
    drawn.window.resize(1000, 700)
    qtbot.waitUntil(lambda: view(drawn).size() != before)
    after = on_screen(drawn)

    assert after.size() == view(drawn).size()
    assert changed(after, shown_again(drawn)).isEmpty()
    assert (now_seen(drawn).width, now_seen(drawn).height) == (after.width(), after.height())
