"""The settings: applied at once, there again after a restart; and what may be opened."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from coach.core.pacing import Preset
from coach.session.contact_links import link_to
from coach.store import settings
from coach.store.settings import NAME, OPTIONS, Colours, LessMotion, Settings, Turned
from coach.ui.kit.rotation import Rotation
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.settings.chosen import choose
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def wait_until_saved(stage: Stage, wanted: Settings) -> None:
    for _try in range(300):
        if settings.load(stage.data) == settings.Loaded(wanted):
            return
        wait_ms(10)
    pytest.fail("was not saved")


def opened(stage: Stage) -> SettingsPage:
    stage.actions["settings"].trigger()
    page = stage.page()
    assert isinstance(page, SettingsPage)
    return page


def test_choices_are_applied_and_saved_at_once(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(stage.pictures.variants))
    page = opened(stage)

    choose(page.look.theme_choice, "dark")
    choose(page.look.figure, stage.pictures.variants[2])
    choose(page.session.less_motion, "on")
    page.show_pane(page.contact)
    stage.click(page.contact.fields["contact_name"])
    QTest.keyClicks(page.contact.fields["contact_name"], "  Riverside  ")
    stage.press(KEY.Key_Tab)

    assert stage.theme.is_dark
    assert stage.pictures.variant == stage.pictures.variants[2]
    assert stage.session_page.picture.still
    variant = stage.pictures.variant
    look = Settings(theme=Colours.DARK, figure=variant, less_motion=LessMotion.ON)
    wait_until_saved(stage, replace(look, contact_name="Riverside"))


def test_deleting_asks_once_and_deletes(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)
    page = opened(stage)
    page.show_pane(page.record)
    stage.click(page.record.delete)
    assert focus() is page.record.question.keep
    assert not page.record.delete.isVisible()

    stage.click(page.record.question.delete)
    stage.recorder.stop()

    kept = b"".join(path.read_bytes() for path in stage.data.glob("record*"))
    assert b"lower-back" not in kept


def test_an_edited_file_is_in_force_in_the_first_frame(tmp_path: Path) -> None:
    settings.save(tmp_path, Settings(pacing=Preset.QUICK))
    document = json.loads((tmp_path / NAME).read_text("utf-8"))
    document["settings"]["theme"] = "dark"
    (tmp_path / NAME).write_text(json.dumps(document), "utf-8")

    assert settings.load(tmp_path) == settings.Loaded(Settings(pacing=Preset.QUICK, theme=Colours.DARK))


def test_a_file_of_an_older_program_is_taken_as_it_is(tmp_path: Path) -> None:
    """It lacks the choices that came later: they have their defaults, the others are in force in the first frame."""
    told: dict[str, object] = {"pacing": "quick", "theme": "dark", "figure": "b", "less_motion": True}
    people = ("contact_name", "contact_phone", "contact_web", "emergency_number")
    told |= dict.fromkeys(people, "") | {"contact_name": "Riverside"}
    checksum = f"{zlib.crc32(json.dumps(told, sort_keys=True).encode()):08x}"
    document = {"format": 1, "checksum": checksum, "settings": told}
    (tmp_path / NAME).write_text(json.dumps(document), "utf-8")
    look = Settings(theme=Colours.DARK, figure="b", less_motion=LessMotion.ON)
    wanted = replace(look, pacing=Preset.QUICK, contact_name="Riverside")

    assert settings.load(tmp_path) == settings.Loaded(wanted)
    assert wanted.flash
    assert not wanted.floor


def test_the_floor_view_is_kept_as_it_was_chosen(stage: Stage) -> None:
    page = opened(stage)
    assert page.session.floor_screen is None, "there is one screen only"

    page.session.floor.click()
    page.session.flash.click()
    choose(page.session.floor_turned, "left")

    wait_until_saved(stage, Settings(floor=True, flash=False, floor_turned=Turned.LEFT))
    stage.press(KEY.Key_Escape)
    stage.start()
    floor = stage.floor
    assert stage.page() is floor.page
    assert floor.page.turn is Rotation.LEFT

    stage.press(KEY.Key_T)
    assert stage.news == "The floor view is turned to the right."
    wait_until_saved(stage, Settings(floor=True, flash=False, floor_turned=Turned.RIGHT))


def test_a_screen_that_is_gone_does_no_harm(stage: Stage) -> None:
    stage.preferences.change(floor_screen="HDMI-7", floor=True)

    stage.start()

    assert stage.page() is stage.floor_page
    assert stage.window.isFullScreen()


@pytest.mark.parametrize(
    ("web", "phone", "wanted"),
    [
        ("riverside.example/book", "", "https://riverside.example/book"),
        ("https://riverside.example", "555", "https://riverside.example"),
        ("me@riverside.example", "", "mailto:me@riverside.example"),
        ("", "+44 (0)20 555-0134", "tel:+440205550134"),
        ("javascript:alert(1)", "", None),
        ("file:///etc/passwd", "", None),
        ("http://riverside.example", "", None),
        ("", "no number", None),
    ],
)
def test_only_https_tel_and_mailto_are_opened(web: str, phone: str, wanted: str | None) -> None:
    url = link_to(web, phone)

    assert (None if url is None else url.toString()) == wanted


def written(told: object, **more: object) -> str:
    """Return a settings file with the right checksum, whoever wrote it."""
    checksum = f"{zlib.crc32(json.dumps(told, sort_keys=True).encode()):08x}"
    return json.dumps({"format": 1, "checksum": checksum, "settings": told} | more)


def notices(stage: Stage) -> str:
    return "\n".join(stage.texts(stage.start_page))


@pytest.mark.parametrize("text", ['{"format": 2}', "no JSON", "", "[" * 60_000, written([]), written({}, format="1")])
def test_a_settings_file_that_does_not_fit_is_told_once_and_the_usual_ones_are_used(
    open_program: Opener, tmp_path: Path, qtbot: QtBot, text: str
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / NAME).write_text(text, "utf-8")

    stage = open_program()

    qtbot.waitUntil(lambda: "Your settings could not be read." in notices(stage))
    (aside,) = (tmp_path / "data").glob("settings-unreadable-*.json")
    assert aside.read_text("utf-8") == text
    assert stage.preferences.now == Settings()
    assert notices(stage).count(aside.name) == 1


KINDS: list[object] = [None, 5, -1, 1.5, True, "pink", "", [], {}, "\ud800", "x" * 200, 10**30, ["a"]]


@pytest.mark.parametrize("name", [each.name for each in fields(Settings)])
def test_no_value_of_a_setting_keeps_coach_from_its_window(tmp_path: Path, name: str) -> None:
    for value in KINDS:
        (tmp_path / NAME).write_text(written({"pacing": "quick", "volume": 30, name: value}), "utf-8")

        loaded = settings.load(tmp_path)

        kept = getattr(loaded.settings, name)
        assert OPTIONS[name].read(kept) == kept
        usable = tuple(value) if isinstance(value, list) else value  # as JSON writes it
        fits = kept == usable and isinstance(kept, type(usable))
        assert loaded.fault == ("" if fits else "some") or name == "less_motion"
        assert (loaded.settings.pacing, loaded.settings.volume) == ("quick", 30) or name in {"pacing", "volume"}
        settings.save(tmp_path, loaded.settings)
        assert settings.load(tmp_path) == settings.Loaded(loaded.settings)


@pytest.mark.parametrize(
    "told",
    [
        {"pacing": "sloth"},
        {"volume": "loud"},
        {"theme": ["dark"]},
        {"figure": None},
        {"speaker": 7},
        {"voice": "yes"},
        {"floor_turned": {}},
        {"less_motion": 2},
        {"clicker_stop": "Space"},
        {"amount": "songs"},
        {"of_tomorrow": {"deep": [1]}},
    ],
    ids=str,
)
def test_a_setting_that_is_not_known_is_told_once_and_a_session_can_start_and_be_heard(
    open_program: Opener, tmp_path: Path, qtbot: QtBot, told: dict[str, object]
) -> None:
    """With a right checksum such a value was taken on trust: no Start, or no voice."""
    (tmp_path / "data").mkdir()
    text = written({"contact_name": "Riverside"} | told)
    (tmp_path / "data" / NAME).write_text(text, "utf-8")

    stage = open_program()

    qtbot.waitUntil(lambda: "Some of your settings are not known here" in notices(stage))
    (aside,) = (tmp_path / "data").glob("settings-unreadable-*.json")
    assert aside.read_text("utf-8") == text
    assert notices(stage).count(aside.name) == 1
    wait_until_saved(stage, Settings(contact_name="Riverside"))
    assert settings.load(tmp_path / "data").fault == ""
    stage.start()
    opened(stage)
