"""The person's settings, in one small file that is saved whole or not at all.

Each value of the file is checked: one that does not fit, as from a newer coach or a text editor, is replaced by its
default. That takes no time worth mentioning, so the colours are right in the first frame.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from coach.core.clicker import USUAL, ClickerKeys
from coach.core.dataclass import dataclass
from coach.core.pacing import Preset, WayDown
from coach.core.speech.amount import Amount
from coach.store.options import OPTION, Choice, Days, Id, Key, Number, Switch, Text, Times, Weeks, option
from coach.store.untrusted_file import read_regular
from coach.store.whole_files import write
from coach.words.catalogue import translatable, translatable_in
from coach.words.worded import Worded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coach.store.options import Option
    from coach.store.record.moments import Instant

NAME = "settings.json"
FORMAT = 1
MAX_BYTES = 64 << 10

_Kind = TypeVar("_Kind")


class Colours(Worded):
    """Which colours the window has."""

    SYSTEM = "system", translatable("As the system")
    LIGHT = "light", translatable_in("colours", "Light")
    DARK = "dark", translatable_in("colours", "Dark")


class LessMotion(Worded):
    """Whether pictures hold still: as the desktop asks for, or the person's own word."""

    SYSTEM = "system", translatable("As the system")
    ON = "on", translatable_in("less motion", "On")
    OFF = "off", translatable_in("less motion", "Off")


class Turned(Worded):
    """Where the top of the floor view points."""

    LEFT = "left", translatable_in("the floor view is turned to the", "Left")
    NO = "no", translatable_in("the floor view is", "Upright")
    RIGHT = "right", translatable_in("the floor view is turned to the", "Right")


class Heard(Worded):
    """What the person answered when they were asked whether they hear coach."""

    NOT_ASKED = ""
    BOTH = "yes"
    TONES = "tones"
    NOTHING = "no"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each declared once: its type, what it may be, the words of the page, its default.

    Texts are the person's own; no number is built in. An empty `today` is the first routine that came with
    coach, else it is the id of one. A `text_size` of 0 is that of the desktop, an empty `speaker` the
    first voice, an empty `floor_screen` that of the window.
    """

    pacing: Preset = option(
        Choice(
            Preset,
            translatable("Time to change position"),
            help=translatable("Short, long, or wait until you press Space."),
        ),
        default=Preset.DEFAULT,
    )
    way_down: WayDown = option(
        Choice(WayDown, translatable("Way down to the floor"), help=translatable("Until the first exercise begins.")),
        default=WayDown.SHORT,
    )
    today: str = option(Id(may_be_empty=True), default="")
    weeks: tuple[tuple[str, int], ...] = option(Weeks(), default=())
    theme: Colours = option(Choice(Colours, translatable("Colours")), default=Colours.SYSTEM)
    text_size: int = option(
        Number(translatable("Text size"), least=100, most=200, step=5, may_be_unset=True), default=0
    )
    figure: str = option(Id(translatable("Who shows the exercises")), default="a")
    less_motion: LessMotion = option(
        Choice(
            LessMotion,
            translatable("Less motion"),
            help=translatable("Still pictures, and a ring that steps once a second."),
        ),
        default=LessMotion.SYSTEM,
    )
    voice: bool = option(
        Switch(translatable("Voice"), help=translatable("Says what to do, which side, and how long. Key M.")),
        default=True,
    )
    tones: bool = option(
        Switch(translatable("Tones"), help=translatable("A short tone at start, change and end.")), default=True
    )
    speaker: str = option(Id(translatable("Who speaks"), may_be_empty=True), default="")
    volume: int = option(Number(translatable("Volume"), least=0, most=100, step=5), default=80)
    amount: Amount = option(Choice(Amount, translatable("How much is said")), default=Amount.ALL)
    heard: Heard = option(Choice(Heard), default=Heard.NOT_ASKED)
    floor: bool = option(
        Switch(
            translatable("Begin a session in floor view"),
            help=translatable("Big numbers that you can read from the mat. Key F11."),
        ),
        default=False,
    )
    floor_screen: str = option(Text(translatable_in("a screen of the computer", "Screen")), default="")
    floor_turned: Turned = option(
        Choice(
            Turned, translatable_in("the floor view is", "Turned"), help=translatable("For lying on your side. Key T.")
        ),
        default=Turned.NO,
    )
    flash: bool = option(Switch(translatable("A gentle flash when something changes")), default=True)
    contact_name: str = option(Text(translatable("Name")), default="")
    contact_phone: str = option(Text(translatable("Phone")), default="")
    contact_web: str = option(Text(translatable("Web page or mail")), default="")
    emergency_number: str = option(
        Text(
            translatable("Your emergency number"),
            help=translatable("Numbers differ from country to country. Put in yours."),
        ),
        default="",
    )
    remind: bool = option(
        Switch(
            translatable("Remind me"),
            help=translatable("One quiet note on the desktop. Again in 30 minutes only if you ask."),
        ),
        default=False,
    )
    remind_times: tuple[str, ...] = option(Times(translatable("Time")), default=("07:30",))
    remind_days: tuple[int, ...] = option(Days(translatable("Days")), default=(0, 2, 4, 5))
    clicker_pause: str = option(Key(translatable("Pause, go on")), default=USUAL.pause)
    clicker_skip: str = option(Key(translatable("Skip this step")), default=USUAL.skip)
    clicker_stop: str = option(Key(translatable("Pain — stop")), default=USUAL.stop)

    @property
    def clicker(self) -> ClickerKeys:
        """The keys of the clicker's three buttons."""
        return ClickerKeys(self.clicker_pause, self.clicker_skip, self.clicker_stop)


OPTIONS: Mapping[str, Option[Any]] = {field.name: field.metadata[OPTION] for field in fields(Settings)}


def declared(name: str, kind: type[_Kind]) -> _Kind:
    """Return the declaration of a setting; raises TypeError where it is of another kind."""
    declaration = OPTIONS[name]
    if not isinstance(declaration, kind):
        message = f"{name} is no {kind.__name__}"
        raise TypeError(message)
    return declaration


def read(stored: Mapping[str, object]) -> dict[str, Any]:
    """Return the values that fit, by name of setting."""
    values = {name: OPTIONS[name].read(value) for name, value in stored.items() if name in OPTIONS}
    return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings of the file; `fault` says whether some or all of it did not fit and got defaults."""

    settings: Settings
    fault: Literal["", "some", "all"] = ""


def load(folder: Path) -> Loaded:
    """Return the settings of the file, with defaults for what is missing or does not fit.

    Raises nothing that a disk or a file can cause, and does not block on a pipe in its place.
    """
    path = folder / NAME
    try:
        data = read_regular(path, MAX_BYTES + 1)
        document = json.loads(data) if len(data) <= MAX_BYTES else None
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError, RecursionError):
        # Where the folder itself cannot be used there are no settings, and the record reports that.
        return Loaded(Settings(), "all" if os.path.lexists(path) else "")
    if not isinstance(document, dict) or type(document.get("format")) is not int or document["format"] != FORMAT:
        return Loaded(Settings(), "all")
    stored = document.get("settings", {})
    return _checked(stored) if isinstance(stored, dict) else Loaded(Settings(), "all")


def _checked(stored: dict[str, Any]) -> Loaded:
    stored = stored | {"less_motion": motion(stored.get("less_motion"))}
    good = read(stored)
    keys = ("clicker_pause", "clicker_skip", "clicker_stop")
    # A button of the clicker needs a key of its own: where two share one, all three go back to the usual ones.
    if not Settings(**{name: good[name] for name in keys if name in good}).clicker.differ:
        good = {name: value for name, value in good.items() if name not in keys}
    return Loaded(Settings(**good), "" if len(good) == len(stored) else "some")


def motion(stored: object) -> object:
    """Return the choice of motion for the yes or no of an older program; other values unchanged.

    That program also saved a yes when the desktop had asked for less motion once. The two cannot be told apart, and a
    person who needs less motion must not lose it: a yes stays. A no was the default.
    """
    if stored is True:
        return "on"
    return "system" if stored is False or stored is None else stored


def keep_aside(folder: Path, now: Instant, *, whole: bool) -> Path | None:
    """Keep a settings file that does not fit under another name: with `whole` by renaming it, else by a copy.

    Returns the new path, or None where nothing can be written there. Raises nothing that a disk can cause.
    """
    path = folder / NAME
    aside = path.with_name(f"settings-unreadable-{now.ms}.json")
    with contextlib.suppress(OSError):
        if whole:
            path.rename(aside)
        else:
            write(aside, read_regular(path, MAX_BYTES))
        return aside
    return None


def save(folder: Path, settings: Settings) -> None:
    """Save the settings; after a power cut the old file is there, or the new one. Raises OSError."""
    values = asdict(settings)
    document = {"format": FORMAT, "checksum": _checksum(values), "settings": values}
    write(folder / NAME, json.dumps(document, indent=1, ensure_ascii=False).encode())


def _checksum(values: Any) -> str:
    """Return the checksum with which older programs accept a file without checking it."""
    return f"{zlib.crc32(json.dumps(values, sort_keys=True).encode()):08x}"
