"""The pages of help: the key caps in their groups, and what coach says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.ui.help.about_page import OF_THE_RULES, OF_THE_TIMES, AboutPage
from coach.ui.help.keys_page import KeysPage
from coach.ui.keys.actions import ROWS
from coach.ui.keys.key_lines import KeyLine
from coach.ui.kit.chip import IconTile
from coach.ui.kit.line_list import SIDE
from coach.words import safety_messages
from tests.ui.stage import CTRL, KEY, focus

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


def keys_page(stage: Stage) -> KeysPage:
    stage.press(KEY.Key_F1)
    page = stage.page()
    assert isinstance(page, KeysPage)
    QApplication.processEvents()
    return page


def about_page(stage: Stage) -> AboutPage:
    stage.trigger("about")
    page = stage.page()
    assert isinstance(page, AboutPage)
    return page


def test_the_keys_stand_in_four_groups_and_the_stop_comes_first(stage: Stage) -> None:
    page = keys_page(stage)
    groups = page.groups.lists

    assert [each.accessibleName() for each in groups] == [
        "Pain — stop",
        "In a session",
        "Voice and view",
        "Anywhere else",
    ]
    assert [line.text() for line in groups[0].lines] == ["Pain — stop: Esc or S or B or full stop or media stop"]
    tops = [each.mapTo(page, QPoint(0, 0)).y() for each in groups]
    assert tops[0] == min(tops)


def test_the_card_of_the_stop_begins_and_ends_where_the_others_do(stage: Stage) -> None:
    stage.press(KEY.Key_F1)
    QApplication.processEvents()
    page = stage.page()
    stop = page.findChild(IconTile)
    assert stop is not None
    card = stop.parentWidget()
    assert card is not None
    lines = card.findChildren(KeyLine)

    assert stop.x() == 24
    assert [card.width() - line.mapTo(card, QPoint(line.width(), 0)).x() for line in lines] == [24 - SIDE]


def test_every_command_with_a_key_is_there_once(stage: Stage) -> None:
    lines = [line.text() for each in keys_page(stage).groups.lists for line in each.lines]

    assert sorted(text.split(":")[0] for text in lines) == sorted(row.text for row in ROWS if row.keys)


def test_the_keys_are_a_list_that_is_read_with_the_arrow_keys(stage: Stage) -> None:
    page = keys_page(stage)
    told = QAccessible.queryAccessibleInterface(page.groups.lists[1])
    assert told is not None
    assert told.role() == QAccessible.Role.List
    first, second = page.groups.lists[1].lines[:2]
    assert QAccessible.queryAccessibleInterface(first).role() == QAccessible.Role.ListItem

    first.setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(KEY.Key_Down)

    assert focus() is second


def test_the_caps_stand_beside_the_words_or_below_them_and_all_is_seen(stage: Stage, qtbot: QtBot) -> None:
    page = keys_page(stage)
    lines = page.findChildren(KeyLine)
    for width, height in ((1200, 760), (1000, 640), (800, 600)):
        stage.window.resize(width, height)
        qtbot.waitUntil(lambda: all(line.height() >= line.heightForWidth(line.width()) for line in lines))
        assert all(line.mapTo(page, QPoint(line.width(), 0)).x() <= page.width() for line in lines)


def test_about_says_what_it_is_not_and_that_nobody_has_reviewed_it(stage: Stage) -> None:
    shown = stage.texts(about_page(stage))

    for sentence in (
        safety_messages.M_FOR,
        safety_messages.M_NOTDEVICE,
        "No doctor, physiotherapist or other clinician has reviewed coach yet.",
    ):
        assert shown.count(sentence) == 1
    assert len(shown) == len(set(shown)), "each sentence once"


def test_about_names_each_source_with_its_address(stage: Stage) -> None:
    shown = stage.texts(about_page(stage))

    assert {*OF_THE_TIMES, *OF_THE_RULES} <= set(shown)
    assert all("www." in source for source in (*OF_THE_TIMES, *OF_THE_RULES))
    # By hand: how long to hold and how often stand in these, and in no other page of the same publishers.
    for named in (
        "American College of Sports Medicine: guidelines for stretching and flexibility, 2021.",
        "NHS inform, Scotland: exercises for back pain, 2020.",
        "Mayo Clinic, United States: back exercises in 15 minutes a day.",
    ):
        assert any(text.startswith(named) for text in shown), named


def test_a_source_can_be_marked_and_copied(stage: Stage) -> None:
    page = about_page(stage)
    line = next(each for each in page.findChildren(type(stage.stopped_page.release)) if each.text() == OF_THE_TIMES[0])
    stage.window.resize(1600, 900)
    QApplication.processEvents()
    QGuiApplication.clipboard().clear()

    inside = line.contentsRect()
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, inside.topLeft() + QPoint(8, 8))
    assert line.hasSelectedText()
    stage.press(KEY.Key_C, CTRL)

    assert QGuiApplication.clipboard().text() == line.selectedText()
