"""Every page and the command line show the settings as they are declared, and nothing of their own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox

from coach.__main__ import main
from coach.core.clicker import Use
from coach.session.preferences import Preferences
from coach.store import settings
from coach.store.options import Choice, Days, Key, Number, Switch, Text, Times
from coach.store.record.moments import Instant
from coach.store.settings import NAME, OPTIONS, Settings, declared
from coach.ui.kit.choices import Choices
from coach.ui.kit.day_picks import DayPicks
from coach.ui.kit.fields import LineField, Slider
from coach.ui.kit.rotation import Rotation
from coach.ui.kit.switch import Switch as SwitchControl
from coach.ui.settings.clicker_page import ClickerPage
from coach.ui.settings.pane import SegmentedSetting
from coach.ui.settings.settings_page import SettingsPage
from coach.ui.settings.times_field import TimesField
from coach.words.catalogue import translated
from tests.store.test_settings import beyond
from tests.ui.settings.chosen import entries, value_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.ui.stage import Stage

ELSEWHERE = {"heard", "today", "weeks", "floor_screen", *(f"clicker_{use}" for use in Use)}
"""Asked before a session, said on the page of routines, or offered where there are two screens or by the clicker."""


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says: its label, where it has one; on Linux the name of a list is its value."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert isinstance(found, QAccessibleInterface)
    labels = found.relations(QAccessible.RelationFlag.Label)
    return (labels[0][0] if labels else found).text(QAccessible.Text.Name)


def words_of(choice: Choice[Any]) -> list[tuple[str, str]]:
    return [(value.value, translated(value.words)) for value in choice.offered]


def opened(stage: Stage) -> SettingsPage:
    stage.trigger("settings")
    page = stage.page()
    assert isinstance(page, SettingsPage)
    return page


def test_the_page_offers_every_setting_by_its_words(stage: Stage) -> None:
    offered = opened(stage).offered

    assert set(offered) == set(OPTIONS) - ELSEWHERE
    assert {name: name_of(field) for name, field in offered.items()} == {
        name: translated(OPTIONS[name].words) for name in offered
    }


def test_the_page_offers_exactly_the_values_that_are_declared(stage: Stage) -> None:
    offered = opened(stage).offered

    for name, field in offered.items():
        default = getattr(Settings(), name)
        match OPTIONS[name], field:
            case Choice() as option, QComboBox() | SegmentedSetting() | Choices():
                assert entries(field) == words_of(option)
                assert value_of(field) == default
            case Switch(), SwitchControl():
                assert field.isChecked() is default
            case Number() as option, Slider():
                assert (field.minimum(), field.maximum(), field.singleStep()) == (
                    option.least,
                    option.most,
                    option.step,
                )
                assert field.value() == (default or 100), "the desktop's own size of text"
            case Text() as option, LineField():
                assert field.maxLength() == option.longest
                assert field.text() == default
            case Days(), DayPicks():
                assert field.days == default
                assert {pick.weekday for pick in field.picks} == set(range(7))
            case Times() as option, TimesField():
                assert field.times == default
                for _press in range(option.most - 1):
                    field.add.click()
                assert len(field.rows) == option.most
                assert not field.add.isVisibleTo(field)
            case _:
                assert name in {"figure", "speaker"}, "what is found when the program runs"


def test_the_page_of_the_clicker_names_its_buttons_as_declared(stage: Stage) -> None:
    stage.trigger("clicker")
    page = stage.page()
    assert isinstance(page, ClickerPage)

    for use in Use:
        words = translated(declared(f"clicker_{use}", Key).words)
        assert words in stage.texts(page)
        assert name_of(page.uses[use]) == f"Change the button for “{words}”"


def test_the_command_line_knows_the_same_paces(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["script", "--help"])

    assert (
        f"--pacing {{{','.join(each.value for each in declared('pacing', Choice).offered)}}}" in capsys.readouterr().out
    )


def test_the_floor_view_can_be_turned_as_it_is_offered() -> None:
    assert {each.value for each in Rotation} == set(declared("floor_turned", Choice).offered)


# In force, and kept


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", OPTIONS)
def test_what_is_out_of_bounds_is_told_once(tmp_path: Path, name: str) -> None:
    told = {"format": settings.FORMAT, "settings": {name: beyond(OPTIONS[name])[1]}}
    (tmp_path / NAME).write_text(json.dumps(told), "utf-8")

    for times in (1, 0):
        preferences = Preferences(tmp_path, settings.load(tmp_path), lambda: Instant(5, 0))
        spy = QSignalSpy(preferences.set_aside)
        preferences.settle()
        preferences.finish()
        QCoreApplication.sendPostedEvents()  # it was told on a thread
        assert spy.count() == times
        assert preferences.now == Settings()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", OPTIONS)
def test_nothing_changes_to_what_is_out_of_bounds(tmp_path: Path, name: str) -> None:
    preferences = Preferences(tmp_path, settings.load(tmp_path), lambda: Instant(5, 0))

    for value in beyond(OPTIONS[name]):
        preferences.change(**{name: value})

    assert preferences.now == Settings()
    assert not (tmp_path / NAME).exists()
