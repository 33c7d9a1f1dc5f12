"""The start page in each of its states: what it says, what Space does, and where Tab leads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from coach.core.events import Phase
from coach.session.cut_off import CutOff
from coach.store.record.moments import DAY_MS, Instant
from coach.store.record.values import EarlierSessions
from coach.ui.home.own_routines import Pictures
from coach.ui.home.tile import Tile
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.line_list import Line
from coach.ui.kit.scroll_page import column_of
from coach.ui.library.routines_page import RoutinesPage
from coach.words import safety_messages
from tests.cases import ROOT
from tests.ui.shell.wrong_places import wrong_in
from tests.ui.stage import KEY, focus

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from coach.ui.home.start_page import StartPage
    from coach.ui.home.strip import Strip
    from tests.ui.conftest import Opener
from tests.ui.stage import Stage
from tests.waiting import wait_ms

SHIPPED = ROOT / "routines.json"
NOW = Instant(20_430 * DAY_MS + 9 * 3_600_000)
LAST = EarlierSessions(last=5, last_at=Instant(NOW.ms - DAY_MS), last_ms=20 * 60_000, count=5)
CUT_OFF = CutOff(
    name="Trunk rotation",
    place=3,
    side="left",
    words="Interrupted yesterday at 18:05, in round 2 of 3, left side. 9 min are left.",
    pieces=(75_000, 300_000, 150_000, 300_000, 300_000, 150_000, 150_000),
    done_ms=630_000,
    routine="lower-back",
)
STEPS = ("A few questions first", "Then just follow", "Stop whenever it hurts")


@pytest.fixture(name="later")
def _later(stage: Stage, qtbot: QtBot) -> Stage:
    """Return the program for somebody who has been here five times."""
    know(stage, qtbot, LAST)
    return stage


def know(stage: Stage, qtbot: QtBot, past: EarlierSessions) -> None:
    """Have the start page know this of earlier sessions, once it was told what the record says."""
    qtbot.waitUntil(lambda: stage.before_session._past is not None)
    stage.start_page.show_past(past, NOW, is_known=True)
    QApplication.processEvents()


def strip_of(stage: Stage) -> Strip:
    strip = stage.start_page.parts.strip
    assert strip is not None
    return strip


def words_of(page: StartPage) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text().strip()]


def stops(stage: Stage) -> list[QWidget | None]:
    """Return where Tab leads from Start, once around."""
    stage.start_page.primary.setFocus()
    found = []
    while (here := focus()) not in found:
        found.append(here)
        stage.press(KEY.Key_Tab)
    return found


# What it says


def test_the_first_time_it_welcomes_and_says_what_happens_next(stage: Stage) -> None:
    said = words_of(stage.start_page)

    assert "Welcome" in said
    assert "coach shows and says what to do. You lie down and follow along." in said
    assert set(STEPS) <= set(said)
    assert set(safety_messages.M_READY) <= set(said)
    for once in (safety_messages.M_FOR, safety_messages.M_RULE, safety_messages.M_NOTDEVICE):
        assert said.count(once) == 1


def test_later_it_greets_and_says_what_was_last_time(later: Stage) -> None:
    said = words_of(later.start_page)

    assert any(text.startswith("Good ") for text in said)
    assert any(text.startswith("Last time: ") for text in said)
    assert not set(STEPS) & set(said)
    assert said.count("7 exercises · about 20 min") == 1
    for once in (safety_messages.M_FOR, safety_messages.M_RULE):
        assert said.count(once) == 1
    assert safety_messages.M_NOTDEVICE not in said
    assert not {"Routine", "Time to change position"} & set(said)


def test_the_routine_is_heard_before_the_button_that_starts_it(stage: Stage) -> None:
    assert focus() is stage.start_page.start
    assert stage.start_page.hero.accessibleName() == "Lower back stretches"


def test_an_unknown_record_is_no_first_time(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: stage.before_session._past is not None)
    stage.start_page.show_past(EarlierSessions(), NOW, is_known=False)

    assert "Welcome" not in words_of(stage.start_page)


@pytest.mark.parametrize(("count", "full"), [(1, True), (2, False)])
def test_what_to_have_ready_is_told_in_full_at_the_first_two_starts(
    stage: Stage, qtbot: QtBot, count: int, *, full: bool
) -> None:
    know(stage, qtbot, _with(count))

    assert (set(safety_messages.M_READY) <= set(words_of(stage.start_page))) is full


def _with(count: int) -> EarlierSessions:
    return EarlierSessions(last=count, last_at=LAST.last_at, last_ms=LAST.last_ms, count=count)


def test_the_rest_of_it_is_a_press_away(later: Stage) -> None:
    ready = later.start_page.parts.ready
    assert ready is not None
    assert (ready.head.accessibleName(), ready.head.accessibleDescription()) == (
        "Have ready",
        "Mat, chair, phone, loose clothes.",
    )
    for key, shown in ((KEY.Key_Space, True), (KEY.Key_Return, False)):
        ready.head.setFocus()
        later.press(key)
        QApplication.processEvents()
        assert (set(safety_messages.M_READY) <= set(words_of(later.start_page))) is shown
    assert later.phase() is Phase.READY


# One Start


def test_there_is_one_primary_button_and_no_bar(later: Stage) -> None:
    buttons = [each for each in later.window.findChildren(KeyButton) if each.isVisible()]

    assert [each for each in buttons if each._look is Look.PRIMARY] == [later.start_page.start]
    assert later.start_page.start.text() == "Start"
    assert later.start_page.other.accessibleName() == "Short version · 9 min"


def test_the_other_routine_starts_at_once(later: Stage) -> None:
    later.click(later.start_page.other)
    later.wait_for_check()

    assert later.page() is later.check_page
    selection = later.flow.starting.selection
    assert selection.routine is not None
    assert selection.routine.id == "lower-back-short"


# Cut off


@pytest.fixture(name="cut_off")
def _cut_off(later: Stage) -> Stage:
    later.start_page.show_unfinished(CUT_OFF)
    QApplication.processEvents()
    return later


def test_the_hero_offers_to_go_on(cut_off: Stage) -> None:
    said = words_of(cut_off.start_page)

    assert {"Not finished", "Trunk rotation", CUT_OFF.words} <= set(said)
    assert "The questions about your back come first, as always." in said
    assert not cut_off.start_page.start.isVisible()
    assert [tile.plays for tile in strip_of(cut_off).tiles] == [place == 3 for place in range(7)]
    assert said.count(safety_messages.M_RULE) == 1
    primary = [
        each for each in cut_off.window.findChildren(KeyButton) if each.isVisible() and each._look is Look.PRIMARY
    ]
    assert [each.text() for each in primary] == ["Continue where you were"]
    assert focus() is primary[0]


@pytest.mark.parametrize(
    ("words", "signal"),
    [("Continue where you were", "go_on_wanted"), ("Start again", "again_wanted"), ("Leave it", "leave_wanted")],
)
def test_each_of_its_buttons_does_one_thing(cut_off: Stage, qtbot: QtBot, words: str, signal: str) -> None:
    (button,) = [each for each in cut_off.start_page.findChildren(QPushButton) if each.text() == words]

    with qtbot.waitSignal(getattr(cut_off.start_page, signal), timeout=1_000):
        button.setFocus()
        cut_off.press(KEY.Key_Space)


def test_space_goes_on_wherever_nothing_else_has_the_focus(cut_off: Stage, qtbot: QtBot) -> None:
    cut_off.start_page.head.title.setFocus()

    with qtbot.waitSignal(cut_off.start_page.go_on_wanted, timeout=1_000):
        cut_off.press(KEY.Key_Space)


def test_an_offer_that_is_taken_back_leaves_start(cut_off: Stage) -> None:
    cut_off.start_page.show_unfinished(None)
    QApplication.processEvents()

    assert focus() is cut_off.start_page.start
    assert any(text.startswith("Last time: ") for text in words_of(cut_off.start_page))


def test_after_a_pain_stop_nothing_is_offered(running: Stage, qtbot: QtBot) -> None:
    running.press(KEY.Key_Escape)
    running.click(running.stopped_page.close_button)
    qtbot.waitUntil(lambda: running.before_session._past is not None)

    assert running.page() is running.start_page
    assert running.start_page.parts.offer is None
    assert running.start_page.start.isVisible()


# Two weeks


def test_the_question_is_a_row_above_the_hero(later: Stage) -> None:
    later.start_page.ask_helps()
    QApplication.processEvents()
    row, hero = later.start_page.parts.helps, later.start_page.hero
    assert row is not None

    assert row.mapTo(later.window, row.rect().bottomLeft()).y() < hero.mapTo(later.window, hero.rect().topLeft()).y()
    answers: list[QWidget | None] = [*row.findChildren(QPushButton)]
    order = stops(later)
    first = order.index(answers[0])
    assert order[first : first + 3] == answers
    assert isinstance(order[first + 3], Line), "what the hero says comes next"


# More routines


@pytest.fixture(name="many_file")
def _many_file(tmp_path: Path) -> Path:
    """Return a file with five routines."""
    content = json.loads(SHIPPED.read_text("utf-8"))
    first = content["routines"][0]
    content["routines"] = [{**first, "id": f"r-{number}", "name": f"Routine {number}"} for number in range(5)]
    file = tmp_path / "many.json"
    file.write_text(json.dumps(content), "utf-8")
    return file


@pytest.fixture(name="many")
def _many(open_program: Opener, many_file: Path) -> Stage:
    """Return the program with five routines."""
    return open_program(many_file)


def test_more_routines_have_cards_and_all_can_be_started(many: Stage) -> None:
    own = many.start_page.parts.own
    assert own is not None
    assert not many.start_page.other.isVisible()
    assert [button.accessibleName() for button in own.play] == [f"Start: Routine {number}" for number in (1, 2, 3)]

    many.click(own.all)
    assert isinstance(many.page(), RoutinesPage)
    many.press(KEY.Key_Escape)
    own.play[1].setFocus()
    many.press(KEY.Key_Space)
    many.wait_for_check()
    selection = many.flow.starting.selection
    assert selection.routine is not None
    assert selection.routine.id == "r-2"


# The strip


def test_the_strip_has_a_tile_for_each_exercise(later: Stage, qtbot: QtBot) -> None:
    tiles = strip_of(later).tiles

    assert [tile.accessibleName() for tile in tiles][:2] == [
        "Pelvic tilt, Warm-up · 45 s",
        "Single knee to chest, 3 × 30 s each side",
    ]
    qtbot.waitUntil(lambda: strip_of(later).is_complete, timeout=10_000)
    assert not strip_of(later).onwards.isVisible()


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Space])
def test_a_tile_leads_to_its_exercise_and_back(later: Stage, key: object) -> None:
    tile = strip_of(later).tiles[2]
    tile.setFocus()
    later.press(key)  # type: ignore[arg-type]  # a key
    assert later.page() is not later.start_page
    assert "Double knee to chest" in later.texts()

    later.press(KEY.Key_Escape)

    assert later.page() is later.start_page
    assert focus() is tile


def test_a_click_leads_there_too(later: Stage) -> None:
    later.click(strip_of(later).tiles[1])

    assert "Single knee to chest" in later.texts()


def test_tab_stops_once_at_the_strip_and_arrows_lead_through_it(later: Stage) -> None:
    tiles = strip_of(later).tiles
    assert sum(isinstance(stop, Tile) for stop in stops(later)) == 1
    tiles[0].setFocus()
    for key, place in ((KEY.Key_Right, 1), (KEY.Key_End, 6), (KEY.Key_Right, 6), (KEY.Key_Left, 5), (KEY.Key_Home, 0)):
        later.press(key)
        assert focus() is tiles[place]


def test_where_not_all_tiles_fit_two_buttons_scroll(open_program: Opener) -> None:
    stage = open_program(size=(800, 600))
    strip = strip_of(stage)
    QApplication.processEvents()
    column_of(stage.start_page).ensureWidgetVisible(strip)

    def seen() -> list[int]:
        return [
            place
            for place, tile in enumerate(strip.tiles)
            if tile.visibleRegion().boundingRect().width() == tile.width()
        ]

    assert strip.onwards.isVisible()
    assert not strip.back.isEnabled()
    assert seen()[0] == 0
    reached = set(seen())
    strip.onwards.setFocus()
    for _press in range(7):
        stage.press(KEY.Key_Return)
        reached |= set(seen())
    assert not strip.onwards.isEnabled()
    assert reached == set(range(7))
    assert strip.back.isEnabled()


def _share_seen(tile: QWidget) -> float:
    seen = tile.visibleRegion().boundingRect()
    area = seen.width() * seen.height()
    return area / (tile.width() * tile.height())


# The order of Tab


def test_tab_goes_through_the_page_as_it_is_read(later: Stage) -> None:
    page = later.start_page
    own = [stop for stop in stops(later) if stop is not None and page.isAncestorOf(stop)]
    kinds = [type(stop).__name__ for stop in own]

    assert own[0] is page.start
    assert own[1] is page.other
    assert kinds == ["KeyButton", "KeyButton", "Tile", "LedLine", "_Head", "Line"]


# Where it lies


@pytest.mark.parametrize("size", [(1200, 760), (1280, 680), (1000, 640), (800, 600), (1920, 1080)])
def test_start_and_the_offer_lie_above_the_fold(open_program: Opener, size: tuple[int, int]) -> None:
    stage = open_program(size=size)
    wait_ms(1)
    for cut_off in (None, CUT_OFF):
        stage.start_page.show_unfinished(cut_off)
        wait_ms(1)
        assert column_of(stage.start_page).verticalScrollBar().value() == 0
        assert _share_seen(stage.start_page.primary) == 1


def test_what_it_paints_itself_follows_the_text_size(many: Stage, qtbot: QtBot) -> None:
    """No label tells it: the head of what to have ready, the cards of other routines, the tiles of the strip."""
    know(many, qtbot, LAST)
    parts = many.start_page.parts
    assert parts.ready is not None
    assert parts.own is not None

    def sizes() -> list[int]:
        assert parts.ready is not None
        assert parts.own is not None
        tile = strip_of(many).tiles[0]
        play, picture = parts.own.play[0], parts.own.findChild(Pictures)
        assert isinstance(picture, Pictures)
        return [parts.ready.head.sizeHint().width(), play.height(), picture.height(), tile.height_for(200, 0)]

    before = sizes()
    many.preferences.change(text_size=200)
    for _turn in range(4):
        wait_ms(1)

    assert min(after / size for after, size in zip(sizes(), before, strict=True)) > 1.6


@pytest.mark.parametrize("size", [(683, 350, 1), (1366, 700, 2)])
def test_the_picture_gives_way_to_a_notice_so_that_start_stays_above_the_fold(
    open_program: Opener, size: tuple[int, int, float]
) -> None:
    width, height, text_scale = size
    stage = open_program(text_scale=text_scale, size=(width, height))
    for _turn in range(10):
        wait_ms(5)  # laid out, with its last part, before the notice comes
    stage.start_page.show_notice("There is no sound now. Everything is on the screen.\nNo loudspeaker was found.")
    for _turn in range(3):
        wait_ms(1)

    assert _share_seen(stage.start_page.primary) == 1


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_with_text_twice_as_large_start_lies_above_the_fold(open_program: Opener, size: tuple[int, int]) -> None:
    stage = open_program(text_scale=2, size=size)
    stage.window.sidebar.hide()
    wait_ms(1)
    for cut_off in (None, CUT_OFF):
        stage.start_page.show_unfinished(cut_off)
        wait_ms(1)
        assert column_of(stage.start_page).verticalScrollBar().value() == 0
        assert _share_seen(stage.start_page.primary) == 1


SIZES = [
    (1200, 760, 1),
    (1280, 680, 1),
    (1000, 640, 1),
    (800, 600, 1),
    (1920, 1080, 1),
    (1366, 768, 2),
    (800, 600, 1.5),
]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_in_any_state(
    open_program: Opener, qtbot: QtBot, many_file: Path, size: tuple[int, int, float]
) -> None:
    width, height, text_scale = size
    wrong = {}
    for file in (None, many_file):
        stage = open_program(file, text_scale=text_scale, size=(width, height))
        page = stage.start_page

        def look(state: str, now: Stage = stage) -> None:
            for _turn in range(4):
                wait_ms(1)
            if found := wrong_in(now.window):
                wrong[state] = found

        look("first")
        know(stage, qtbot, LAST)
        look("later")
        page.show_notice("Your record cannot be written now. It is tried again; coaching goes on.")
        page.ask_helps()
        look("two weeks")
        if page.parts.ready is not None:
            page.parts.ready.head.setChecked(True)
        look("all of what to have ready")
        page.show_unfinished(CUT_OFF)
        look("cut off")

    assert wrong == {}
