"""Each setting is declared once: its default fits, what fits is kept, and what does not has its default."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, get_origin, get_type_hints

import pytest

from coach.store import settings
from coach.store.options import Choice, Days, Id, Key, Number, Option, Switch, Text, Times, Weeks
from coach.store.settings import NAME, OPTIONS, Loaded, Settings, declared

if TYPE_CHECKING:
    from pathlib import Path

DEFAULTS = Settings()
NAMES = [each.name for each in fields(Settings)]


def within(option: Option[Any]) -> list[object]:
    """Return values that a setting may have: all of them, or those at its bounds."""
    match option:
        case Switch():
            return [False, True]
        case Choice():
            return list(option.offered)
        case Number():
            return [option.least, option.most]
        case Text():
            return ["", "Riverside →", "x" * option.longest]
        case Id():
            return ["b", "x" * 40, *([""] if option.may_be_empty else [])]
        case Key():
            return ["F5", "Shift+F5", "."]
        case Weeks():
            return [(), (("my-routine", 1), ("b", 0))]
        case Days():
            return [(), (0,), (0, 1, 2, 3, 4, 5, 6)]
        case Times():
            return [("00:00",), ("07:30", "23:59"), tuple(f"{hour:02}:05" for hour in range(option.most))]
    pytest.fail(f"no values for {option}")


def beyond(option: Option[Any]) -> list[object]:
    """Return values that it may not have: of no such type, and just beyond its bounds."""
    match option:
        case Switch():
            return [None, 0, 1, "yes"]
        case Choice():
            return [None, 0, "sloth", ["dark"]]
        case Number():
            return [None, True, 1.5, "5", option.least - 1, option.most + 1]
        case Text():
            return [None, 5, "x" * (option.longest + 1), "\ud800"]
        case Id():
            return [None, 5, "A b", "x" * (option.longest + 1), *([] if option.may_be_empty else [""])]
        case Key():
            return [None, 5, "", "Space", "Esc", "B, C"]
        case Weeks():
            pairs = [["a", 1, 2]], [["A b", 1]], [["a", True]], [["a", "1"]], [["a", -1]], ["a"], [1]
            return [None, 3, {"a": 1}, "a", *pairs, [["a", 1]] * (option.most + 1)]
        case Days():
            return [None, 3, "0", ["0"], [7], [-1], [True], [0.0], {"0": 1}, [[0]]]
        case Times():
            wrong = "7:30", "24:00", "07:60", "07.30", "+7:30", "07:30 ", "٠٧:٣٠", 450, None, ["07:30"]
            return [None, 450, "07:30", [], *([each] for each in wrong), [f"{n:02}:00" for n in range(option.most + 1)]]
    pytest.fail(f"no values for {option}")


def tell(folder: Path, told: dict[str, object]) -> None:
    (folder / NAME).write_text(json.dumps({"format": settings.FORMAT, "settings": told}), "utf-8")


def test_every_setting_is_declared_with_the_type_that_it_has() -> None:
    types = get_type_hints(Settings, vars(settings))

    assert list(OPTIONS) == NAMES
    for name, option in OPTIONS.items():
        kind = get_origin(types[name]) or types[name]
        assert type(getattr(DEFAULTS, name)) is kind
        assert all(type(option.read(value)) is kind for value in within(option))


@pytest.mark.parametrize("name", NAMES)
def test_a_default_is_within_its_bounds(name: str) -> None:
    default = getattr(DEFAULTS, name)

    assert OPTIONS[name].read(default) == default


@pytest.mark.parametrize("name", NAMES)
def test_what_fits_is_saved_and_read_back(tmp_path: Path, name: str) -> None:
    for value in within(OPTIONS[name]):
        wanted = replace(DEFAULTS, **{name: value})  # type: ignore[arg-type]  # one of Settings by name
        settings.save(tmp_path, wanted)

        loaded = settings.load(tmp_path)

        assert loaded == Loaded(wanted)
        assert type(getattr(loaded.settings, name)) is type(value)


@pytest.mark.parametrize("name", NAMES)
def test_what_does_not_fit_has_its_default(tmp_path: Path, name: str) -> None:
    for value in beyond(OPTIONS[name]):
        tell(tmp_path, {"contact_name": "Riverside", name: value})

        loaded = settings.load(tmp_path)

        assert getattr(loaded.settings, name) == getattr(DEFAULTS, name)
        assert loaded.fault == "some" or (name, value) == ("less_motion", None)  # as one that is absent
        assert loaded.settings.contact_name == "Riverside" or name == "contact_name"


@pytest.mark.parametrize("name", [name for name, option in OPTIONS.items() if isinstance(option, Choice)])
def test_every_value_that_is_offered_has_words_of_its_own(name: str) -> None:
    option = declared(name, Choice)
    words = [value.words for value in option.offered if option.words]

    assert all(words)
    assert len(set(words)) == len(words)


def test_no_setting_is_asked_for_as_another_kind() -> None:
    with pytest.raises(TypeError, match="volume"):
        declared("volume", Choice)


def test_weeks_are_read_as_they_are_written() -> None:
    assert settings.read(json.loads('{"weeks": [["my-routine", 1]]}')) == {"weeks": (("my-routine", 1),)}
