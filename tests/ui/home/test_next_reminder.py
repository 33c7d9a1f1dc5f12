"""The chip on Today that tells when the next reminder comes: what it says, when it changes, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from coach.session.reminders import WORKS
from coach.store import reminder_state, settings
from coach.store.record.moments import Instant
from coach.store.reminder_state import ReminderState
from coach.store.settings import Settings
from coach.ui.home.reminder_chip import LEAST, ReminderChip
from coach.ui.kit.painting import RIM
from coach.ui.kit.scroll_page import column_of
from coach.ui.settings.settings_page import SettingsPage
from coach.words import catalogue, pseudo
from tests.ui.pages import remind, wait_until
from tests.ui.shell.wrong_places import wrong_in
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

pytestmark = pytest.mark.skipif(not WORKS, reason="reminders come by themselves on Linux")

HOUR, DAY = 3_600_000, 86_400_000
TUESDAY = 1_796_131_800_000
"""1 December 2026, 13:30 of UTC."""
EVERY_DAY = list(range(7))


class Calendar:
    """A calendar in our hand."""

    def __init__(self) -> None:
        self.ms = TUESDAY

    def now(self) -> Instant:
        """Return the moment it was set to."""
        return Instant(self.ms, 0)


@pytest.fixture(name="calendar")
def _calendar() -> Calendar:
    return Calendar()


@pytest.fixture(name="on")
def _on(open_program: Opener, calendar: Calendar) -> Stage:
    """Return the program on a Tuesday, with a reminder each day at 7:30."""
    stage = open_program(wall=calendar.now)
    stage.preferences.change(remind_days=EVERY_DAY)
    remind(stage)
    return stage


@pytest.fixture(name="direction", params=["as English", "mirrored"])
def _direction(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.param == "mirrored":
        pseudo.use_mirrored()
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    catalogue.use_english()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def chip_of(stage: Stage) -> ReminderChip:
    chip = stage.start_page.parts.reminder
    assert chip is not None
    return chip


def says(stage: Stage, words: str) -> None:
    """Wait until the chip says this: the record answers in its own time."""
    wait_until(lambda: chip_of(stage).text() == words and chip_of(stage).isVisible())


def chips_in(stage: Stage) -> list[ReminderChip]:
    return [each for each in stage.window.findChildren(ReminderChip) if each.isVisible()]


def place_of(stage: Stage) -> QRect:
    chip = chip_of(stage)
    return QRect(chip.mapTo(stage.window, QPoint(0, 0)), chip.size())


# Whether it is there


def test_with_reminders_off_nothing_is_made(stage: Stage) -> None:
    wait_until(lambda: stage.before_session._past is not None)
    wait_ms(5)

    assert chips_in(stage) == []
    assert stage.start_page.parts.reminder is None


def test_it_takes_no_room_once_they_are_off_again(on: Stage) -> None:
    tall = [on.start_page.head.height(), on.start_page.hero.y()]

    on.preferences.change(remind=False)
    wait_ms(1)
    off = [on.start_page.head.height(), on.start_page.hero.y()]

    assert chips_in(on) == []
    assert off[0] <= tall[0]
    assert off[1] <= tall[1]
    on.preferences.change(remind=True)
    assert len(chips_in(on)) == 1


def test_who_has_reminders_on_finds_it_at_the_next_start(
    open_program: Opener, calendar: Calendar, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    settings.save(tmp_path / "data", Settings(remind=True))
    seen = []
    stage = open_program(
        wall=calendar.now, at_first_paint=lambda program: seen.append(program.start_page.parts.reminder)
    )

    assert seen[0] is None, "not in the first frame"
    wait_until(lambda: stage.start_page.parts.reminder is not None)
    says(stage, "Reminder: tomorrow, 7:30")


# What it says


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"remind_times": ["18:30"]}, "Reminder: today, 18:30"),
        ({"remind_times": ["13:30"]}, "Reminder: tomorrow, 13:30"),
        ({"remind_times": ["07:30", "18:30"], "remind_days": [4]}, "Reminder: Friday, 7:30"),
        ({"remind_days": [1]}, "Reminder: Tuesday, 7:30"),
        ({"remind_days": []}, "Reminder: no day is chosen"),
    ],
)
def test_it_follows_the_settings(on: Stage, changes: dict[str, object], words: str) -> None:
    assert chip_of(on).text() == "Reminder: tomorrow, 7:30"

    on.preferences.change(**changes)

    says(on, words)


def test_what_could_not_be_set_up_is_told(on: Stage) -> None:
    def fail(_settings: Settings) -> None:
        raise OSError(13, "Permission denied")

    on.program.reminders.use(fail)

    says(on, "The reminders could not be set up")


def test_after_pain_it_says_that_none_comes_and_why(on: Stage, calendar: Calendar) -> None:
    on.start()
    on.press(KEY.Key_S)  # it hurts
    on.click(on.stopped_page.close_button)

    says(on, "No reminder until Thursday, 7:30: it hurt")
    calendar.ms = TUESDAY + 16 * HOUR  # half past five
    _there_and_back(on)
    says(on, "No reminder until tomorrow, 7:30: it hurt")
    calendar.ms = TUESDAY + DAY
    _there_and_back(on)
    says(on, "Reminder: tomorrow, 7:30")


def _there_and_back(stage: Stage) -> None:
    stage.press(KEY.Key_Comma, CTRL)
    assert stage.page() is not stage.start_page
    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.start_page


def test_a_session_stands_for_the_reminder_of_the_day(on: Stage) -> None:
    on.preferences.change(remind_times=["18:30"])
    says(on, "Reminder: today, 18:30")

    on.start()
    on.press(KEY.Key_E, CTRL)
    on.show_start()

    says(on, "Reminder: tomorrow, 18:30")


def test_not_today_in_a_note_is_seen_when_one_comes_back(on: Stage, calendar: Calendar) -> None:
    on.preferences.change(remind_times=["18:30"])
    says(on, "Reminder: today, 18:30")
    reminder_state.save(on.data, ReminderState(not_on=calendar.now().day))

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusWindowChanged.emit(on.window.windowHandle())

    says(on, "Reminder: tomorrow, 18:30")


def test_it_changes_as_time_passes_without_a_press(on: Stage, calendar: Calendar) -> None:
    on.preferences.change(remind_times=["07:30", "18:30"])
    says(on, "Reminder: today, 18:30")
    calendar.ms = TUESDAY + 5 * HOUR - 5  # just before half past six
    _there_and_back(on)
    says(on, "Reminder: today, 18:30")

    calendar.ms += 5
    says(on, "Reminder: tomorrow, 7:30")

    calendar.ms = TUESDAY + 21 * HOUR // 2 - 5  # just before midnight
    _there_and_back(on)
    calendar.ms += 5
    says(on, "Reminder: today, 7:30")


# The person


def test_a_screen_reader_finds_a_button(on: Stage) -> None:
    found = QAccessible.queryAccessibleInterface(chip_of(on))

    assert found is not None
    assert found.role() == QAccessible.Role.Button
    assert found.text(QAccessible.Text.Name) == "Reminder: tomorrow, 7:30"
    assert found.text(QAccessible.Text.Description) == "Opens the settings of reminders"


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return])
def test_a_press_leads_to_the_settings_of_reminders(on: Stage, key: object) -> None:
    on.start_page.primary.setFocus()
    for _stop in ("what the hero says", "the chip"):
        on.press(KEY.Key_Backtab)
    assert focus() is chip_of(on), "it is read before them"
    on.press(key)  # type: ignore[arg-type]  # a key

    page = on.page()
    assert isinstance(page, SettingsPage)
    assert page.reminders.isVisible()
    assert focus() is page.reminders.title
    on.press(KEY.Key_Escape)
    assert on.page() is on.start_page


def test_a_click_at_its_rim_counts_too(on: Stage) -> None:
    chip = chip_of(on)
    assert chip.height() >= LEAST

    on.click(chip)

    page = on.page()
    assert isinstance(page, SettingsPage)
    assert page.reminders.isVisible()


def test_in_a_narrow_window_the_group_shows_alone(open_program: Opener, calendar: Calendar) -> None:
    stage = open_program(wall=calendar.now, size=(700, 640))
    remind(stage)

    stage.click(chip_of(stage))

    page = stage.page()
    assert isinstance(page, SettingsPage)
    assert page.reminders.isVisible()
    assert not page.list.isVisible()


def test_its_focus_can_be_seen(on: Stage) -> None:
    chip = chip_of(on)
    before = chip.grab().toImage()

    chip.setFocus()

    assert chip.grab().toImage() != before


# Where it lies

SIZES = [
    (1000, 640, 1),
    (1200, 760, 1),
    (1366, 768, 1),
    (1920, 1080, 1),
    (800, 600, 1),
    (667, 447, 1),
    (1366, 768, 2),
    (800, 600, 2),
    (800, 1000, 2),
]


@pytest.mark.usefixtures("direction")
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_fits_and_start_stays_above_the_fold(
    open_program: Opener, calendar: Calendar, size: tuple[int, int, float]
) -> None:
    width, height, text_scale = size
    stage = open_program(wall=calendar.now, text_scale=text_scale, size=(width, height))
    wait_ms(1)
    column_of(stage.start_page).to_top()
    at_first = _seen(stage)
    remind(stage)
    for _turn in range(4):
        wait_ms(1)

    assert wrong_in(stage.window) == []
    chip = chip_of(stage)
    assert chip.size() == chip.sizeHint(), "none of its words is cut"
    assert stage.start_page.rect().width() >= chip.width() - 2 * RIM
    assert _seen(stage) >= at_first


def _seen(stage: Stage) -> float:
    """Return how much of Start can be seen, as a share."""
    start = stage.start_page.primary
    seen = start.visibleRegion().boundingRect()
    return seen.width() * seen.height() / (start.width() * start.height())


def test_it_stands_at_the_end_of_the_head(on: Stage) -> None:
    hero, place = on.start_page.hero, place_of(on)
    end = hero.mapTo(on.window, hero.rect().topRight()).x()

    assert abs(place.right() - RIM - end) <= 1
    assert place.left() > on.start_page.head.lead.mapTo(on.window, QPoint(0, 0)).x()


def test_where_there_is_no_head_it_follows_the_hero_and_keeps_the_focus(on: Stage) -> None:
    hero, chip = on.start_page.hero, chip_of(on)
    chip.setFocus()

    for size, is_below in (((667, 447), True), ((1200, 760), False), ((667, 447), True)):
        on.window.resize(*size)
        for _turn in range(4):
            wait_ms(1)
        assert chip.isVisible()
        assert (place_of(on).top() > hero.mapTo(on.window, QPoint(0, 0)).y()) is is_below
        assert focus() is chip

    on.press(KEY.Key_Backtab)
    here = focus()
    assert here is not None
    assert hero.isAncestorOf(here), "what is read before it"
