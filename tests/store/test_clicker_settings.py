"""The clicker's keys in the settings file: judged, kept, and absent from files of before."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coach.core.clicker import USUAL, ClickerKeys
from coach.store import settings
from coach.store.settings import NAME, Colours, Loaded, Settings

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = Settings(theme=Colours.DARK, contact_name="Riverside")
OF_BEFORE = {"pacing", "theme", "figure", "less_motion", "contact_name", "contact_phone", "contact_web"}


def _write(folder: Path, checksum: str | None, told: dict[str, object]) -> None:
    document = {"format": 1, "settings": told} | ({} if checksum is None else {"checksum": checksum})
    (folder / NAME).write_text(json.dumps(document), "utf-8")


def _told(folder: Path, keys: set[str] | None = None) -> dict[str, object]:
    settings.save(folder, CHOSEN)
    told: dict[str, object] = json.loads((folder / NAME).read_text("utf-8"))["settings"]
    return told if keys is None else {name: value for name, value in told.items() if name in keys}


def test_kept_and_found_again(tmp_path: Path) -> None:
    wanted = replace(CHOSEN, clicker_pause="F5", clicker_skip="PgUp", clicker_stop=".")

    settings.save(tmp_path, wanted)

    assert settings.load(tmp_path) == Loaded(wanted)
    assert wanted.clicker == ClickerKeys("F5", "PgUp", ".")


def test_a_file_of_before_by_its_own_checksum_is_taken_at_once(tmp_path: Path) -> None:
    # As the last program without these settings wrote it.
    told = _told(tmp_path, OF_BEFORE | {"emergency_number"}) | {"less_motion": False}
    _write(tmp_path, "15a6ef90", told)

    assert settings.load(tmp_path) == Loaded(CHOSEN)
    assert CHOSEN.clicker == USUAL


def test_an_edited_file_of_before_is_taken(tmp_path: Path) -> None:
    _write(tmp_path, None, _told(tmp_path, OF_BEFORE))

    assert settings.load(tmp_path) == Loaded(CHOSEN)


def test_an_edited_key_that_will_do_is_taken(tmp_path: Path) -> None:
    _write(tmp_path, None, _told(tmp_path) | {"clicker_stop": "Shift+F5"})

    assert settings.load(tmp_path) == Loaded(replace(CHOSEN, clicker_stop="Shift+F5"))


@pytest.mark.parametrize(
    "edited",
    [
        {"clicker_pause": "Shift"},
        {"clicker_pause": "B, C"},
        {"clicker_skip": "Esc"},
        {"clicker_pause": "Space"},
        {"clicker_stop": "Tab"},
        {"clicker_stop": ""},
        {"clicker_stop": None},
        {"clicker_stop": 5},
        {"clicker_stop": "F" * 1_000},
        {"clicker_pause": "F5", "clicker_skip": "F5"},
        {"clicker_pause": "PgDown"},
    ],
    ids=str,
)
def test_a_key_that_will_not_do_has_its_usual_value(tmp_path: Path, edited: dict[str, object]) -> None:
    _write(tmp_path, None, _told(tmp_path) | edited)

    assert settings.load(tmp_path) == Loaded(CHOSEN, "some")
