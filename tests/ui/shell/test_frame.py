"""The frame: the navigation leads everywhere by mouse, keys and screen reader, and is gone where one thing is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from coach.core.events import Phase
from coach.session.places import Place
from coach.store.settings import Heard
from coach.ui.check.hearing_page import HearPage
from coach.ui.help.help_page import HelpPage
from coach.ui.help.keys_page import KeysPage
from coach.ui.history.history_page import HistoryPage
from coach.ui.kit.text_page import TextPage
from coach.ui.library.routines_page import RoutinesPage
from coach.ui.settings.settings_page import SettingsPage
from coach.ui.shell.left_side import RAIL_BELOW
from coach.ui.shell.navigation_pane import PLACES, RAIL, WIDTH
from tests.ui.recorded_voice import RecordedVoice
from tests.ui.stage import CTRL, KEY, focus

if TYPE_CHECKING:
    from coach.ui.kit.navigation import NavigationItem
    from coach.ui.shell.navigation_pane import NavigationPane
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

KINDS = {
    Place.ROUTINES: RoutinesPage,
    Place.HISTORY: HistoryPage,
    Place.SETTINGS: SettingsPage,
    Place.HELP: HelpPage,
}


def pane(stage: Stage) -> NavigationPane:
    return stage.window.left.navigation


def item(stage: Stage, place: Place) -> NavigationItem:
    return pane(stage).navigation.items[PLACES.index(place)]


def selected(stage: Stage) -> list[str]:
    """Return the names of the items that a screen reader is told are selected."""
    told = [QAccessible.queryAccessibleInterface(each) for each in pane(stage).navigation.items]
    return [each.text(QAccessible.Text.Name) for each in told if each.state().selected]


def test_every_item_leads_to_its_place_which_is_selected_and_has_no_bar(stage: Stage) -> None:
    assert selected(stage) == ["Today"]
    for place, kind in KINDS.items():
        stage.click(item(stage, place))
        page = stage.page()
        assert isinstance(page, kind)
        assert isinstance(page, TextPage)
        assert selected(stage) == [item(stage, place).text()]
        assert not page.close_button.isVisible(), "the navigation leads on, so nothing is there to close"
        assert focus() is page.title
        stage.click(item(stage, place))
        assert stage.page() is page, "the place that shows is not made anew"

    stage.click(item(stage, Place.START))
    assert stage.page() is stage.start_page
    assert focus() is stage.start_page.start
    assert not stage.window.findChildren(RoutinesPage, options=Qt.FindChildOption.FindDirectChildrenOnly)


def test_keys_lead_there_and_esc_leads_back(stage: Stage) -> None:
    for key, place in ((KEY.Key_2, Place.ROUTINES), (KEY.Key_3, Place.HISTORY), (KEY.Key_4, Place.SETTINGS)):
        stage.press(key, CTRL)
        assert isinstance(stage.page(), KINDS[place])
        stage.press(KEY.Key_Escape)
        assert stage.page() is stage.start_page
    stage.press(KEY.Key_3, CTRL)
    item(stage, Place.HISTORY).setFocus()
    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.start_page, "Esc leads back from the navigation too"
    stage.press(KEY.Key_2, CTRL)
    stage.press(KEY.Key_1, CTRL)
    assert stage.page() is stage.start_page


def test_what_is_read_lies_over_the_place_and_gives_the_focus_back(stage: Stage) -> None:
    stage.click(item(stage, Place.HELP))
    page = stage.page()
    assert isinstance(page, HelpPage)
    for command in ("signs", "keys", "clicker", "listen", "works", "about"):
        arrow = page.rows[command].control
        assert arrow is not None
        arrow.setFocus(Qt.FocusReason.TabFocusReason)
        stage.press(KEY.Key_Return)
        there = stage.page()
        assert isinstance(there, TextPage)
        assert there is not page
        assert there.close_button.isVisible()
        assert selected(stage) == ["Help"]
        stage.press(KEY.Key_Escape)
        assert stage.page() is page
        assert focus() is arrow

    stage.press(KEY.Key_F1)
    assert isinstance(stage.page(), KeysPage)
    stage.click(item(stage, Place.HELP))
    assert stage.page() is page


def test_space_starts_nothing_but_on_today(stage: Stage) -> None:
    for place, kind in KINDS.items():
        stage.click(item(stage, place))
        stage.press(KEY.Key_Space)
        stage.press(KEY.Key_PageUp)
        assert isinstance(stage.page(), kind)
    item(stage, Place.HISTORY).setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(KEY.Key_Space)
    assert isinstance(stage.page(), HistoryPage), "it presses what has the focus"
    stage.press(KEY.Key_1, CTRL)
    stage.press(KEY.Key_Space)
    stage.wait_for_check()
    assert stage.page() is stage.check_page


def test_tab_reaches_the_navigation_and_arrows_go_through_it(stage: Stage) -> None:
    items = pane(stage).navigation.items
    reached = []
    for _press in range(40):
        stage.press(KEY.Key_Tab)
        reached.append(focus())
        if reached[-1] is pane(stage).sound:
            break
    at = [reached.index(each) for each in items]
    assert at == sorted(at)
    items[0].setFocus(Qt.FocusReason.TabFocusReason)
    for later in items[1:]:
        stage.press(KEY.Key_Down)
        assert focus() is later
    for end, key in ((items[-1], KEY.Key_Down), (items[0], KEY.Key_Up), (pane(stage).sound, KEY.Key_Down)):
        end.setFocus(Qt.FocusReason.TabFocusReason)
        stage.press(key)
        assert focus() is end, "there it ends: the key scrolls the page"
    items[-1].setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(KEY.Key_Return)
    assert isinstance(stage.page(), HelpPage)


def test_nothing_is_beside_the_check_the_session_and_the_closing_page_but_the_exercises(stage: Stage) -> None:
    assert pane(stage).isVisible()
    stage.press(KEY.Key_Space)
    stage.wait_for_check()
    assert not stage.window.left.isVisible()
    stage.press(KEY.Key_F1)
    assert not stage.window.left.isVisible(), "nor beside what is read meanwhile"
    for key in (KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_4):
        stage.press(key, CTRL)
        assert isinstance(stage.page(), KeysPage), "none but the person's own answer leaves the check"
    assert not {name for name in ("today", "routines") if stage.actions[name].isEnabled()}
    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.check_page

    stage.pass_check()
    assert not pane(stage).isVisible()
    assert stage.window.sidebar.isVisible()
    stage.press(KEY.Key_H, CTRL)
    history = stage.page()
    assert isinstance(history, HistoryPage)
    assert history.close_button.isVisible()
    assert not pane(stage).isVisible()
    stage.press(KEY.Key_2, CTRL)
    assert isinstance(stage.page(), HistoryPage)
    assert stage.phase() is Phase.RUNNING
    stage.press(KEY.Key_E, CTRL)
    assert stage.page() is stage.closing_page
    assert not stage.window.left.isVisible()
    stage.press(KEY.Key_1, CTRL)
    assert stage.page() is stage.closing_page
    stage.click(stage.closing_page.done)
    assert pane(stage).isVisible()
    assert selected(stage) == ["Today"]


@pytest.mark.parametrize("text_scale", [1, 1.5])
def test_it_is_a_rail_with_names_where_the_window_is_narrow(open_program: Opener, text_scale: float) -> None:
    stage = open_program(text_scale=text_scale)
    edge = round(RAIL_BELOW * text_scale)
    for width, wide in ((edge, True), (edge - 1, False), (edge + 100, True), (900, False)):
        stage.window.resize(width, 760)
        QApplication.processEvents()
        assert pane(stage).width() == round((WIDTH if wide else RAIL) * text_scale)
        for each in pane(stage).navigation.items:
            told = QAccessible.queryAccessibleInterface(each)
            assert told.text(QAccessible.Text.Name) == each.text()
            assert each.toolTip() == ("" if wide else each.text())


def test_it_follows_another_text_size_at_once(stage: Stage) -> None:
    stage.window.resize(1366, 740)
    QApplication.processEvents()
    assert pane(stage).width() == WIDTH
    stage.preferences.change(text_size=200)
    QApplication.processEvents()
    assert pane(stage).width() == 2 * RAIL
    stage.preferences.change(text_size=125)
    QApplication.processEvents()
    assert pane(stage).width() == round(WIDTH * 1.25)


@pytest.mark.parametrize("size", [(480, 320), (683, 350), (1000, 640), (1920, 1080)])
@pytest.mark.parametrize("text_scale", [1, 2])
def test_every_item_can_be_hit_at_every_size(open_program: Opener, size: tuple[int, int], text_scale: float) -> None:
    stage = open_program(text_scale=text_scale, size=size)
    shown = pane(stage)
    bottoms = 0
    for part in (*shown.navigation.items, shown.sound):
        at = part.mapTo(shown, part.rect().topLeft())
        assert part.width() >= 44
        assert at.y() + part.height() <= shown.height()
        assert at.y() + part.height() - bottoms >= (44 if size[1] > 350 else 24), "each has its own height"
        bottoms = at.y() + part.height()


# Whether coach can be heard


def line(stage: Stage) -> str:
    told = QAccessible.queryAccessibleInterface(pane(stage).sound)
    return told.text(QAccessible.Text.Name)


def test_the_sound_line_tells_what_is_known(stage: Stage) -> None:
    assert line(stage) == "Sound: not tried. Try it now."
    stage.narrator.use(RecordedVoice(stage), {"af_heart": "Heart"})
    stage.preferences.change(heard=Heard.BOTH)
    assert line(stage) == "Sound is on. Heart, 80 %."
    stage.preferences.change(volume=40)
    assert line(stage) == "Sound is on. Heart, 40 %."
    stage.press(KEY.Key_M)
    assert line(stage) == "Voice is off. Tones only."
    stage.narrator.lose("no device")
    assert line(stage) == "No sound found. All is on screen."
    stage.narrator.find()
    stage.press(KEY.Key_M)
    assert line(stage) == "Sound is on. Heart, 40 %."
    stage.preferences.change(heard=Heard.NOTHING)
    assert line(stage) == "No sound found. All is on screen."


@pytest.mark.parametrize("place", [Place.START, Place.SETTINGS])
def test_one_press_asks_whether_coach_is_heard_and_leads_back(stage: Stage, place: Place) -> None:
    stage.narrator.use(RecordedVoice(stage), {"af_heart": "Heart"})
    stage.click(item(stage, place))
    before = stage.page()
    sound = pane(stage).sound
    sound.setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(KEY.Key_Return)
    page = stage.page()
    assert isinstance(page, HearPage)
    assert not stage.window.left.isVisible()

    stage.click(page.both)
    assert stage.page() is before
    assert focus() is sound
    assert line(stage) == "Sound is on. Heart, 80 %."
    assert stage.phase() is Phase.READY


# Wide windows


@pytest.mark.parametrize("page", ["about", "keys"])
def test_no_line_of_a_page_that_tells_is_too_long_to_follow(open_program: Opener, page: str) -> None:
    stage = open_program(size=(1920, 1080))
    stage.trigger(page)
    QApplication.processEvents()
    words = [each for each in stage.page().findChildren(QLabel) if each.isVisible() and len(each.text()) > 70]
    assert words

    assert [each.text() for each in words if each.width() > 72 * each.fontMetrics().averageCharWidth()] == []
