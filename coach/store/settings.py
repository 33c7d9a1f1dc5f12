"""What the person chose, in one small file that is saved whole or not at all.

Whoever wrote the file, each value in it is judged: one that is unknown here, as of a newer coach or of another hand,
has its default. Judging takes no time, so the colours are right in the first frame.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from coach.core import clicker
from coach.core.clicker import USUAL, ClickerKeys
from coach.store.untrusted_file import read_regular
from coach.store.whole_files import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.store.record.moments import Instant

NAME = "settings.json"
FORMAT = 1
MAX_BYTES = 64 << 10
LONGEST = 120
"""Letters of the person's own words at most."""

ThemeChoice = Literal["system", "light", "dark"]
AmountChoice = Literal["all", "short", "tones"]
HeardChoice = Literal["", "yes", "tones", "no"]
TurnChoice = Literal["no", "left", "right"]
MotionChoice = Literal["system", "on", "off"]
PacingChoice = Literal["quick", "default", "roomy", "wait-for-me"]


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices with their defaults. Texts are the person's own; no number is built in.

    `speaker` is the id of a recorded voice, empty for the first one; `volume` is in percent; `heard` is what the
    person answered when they were asked whether they hear coach, empty while they were not; `less_motion` follows the
    desktop, or is the person's own word.
    """

    pacing: PacingChoice = "default"
    theme: ThemeChoice = "system"
    figure: str = "a"
    less_motion: MotionChoice = "system"
    voice: bool = True
    tones: bool = True
    speaker: str = ""
    volume: int = 80
    amount: AmountChoice = "all"
    heard: HeardChoice = ""
    floor: bool = False
    floor_screen: str = ""
    floor_turned: TurnChoice = "no"
    flash: bool = True
    contact_name: str = ""
    contact_phone: str = ""
    contact_web: str = ""
    emergency_number: str = ""
    clicker_pause: str = USUAL.pause
    clicker_skip: str = USUAL.skip
    clicker_stop: str = USUAL.stop

    @property
    def clicker(self) -> ClickerKeys:
        """The keys of the clicker's three buttons."""
        return ClickerKeys(self.clicker_pause, self.clicker_skip, self.clicker_stop)


def _one_of(choices: object) -> Callable[[object], bool]:
    known = get_args(choices)
    return lambda told: isinstance(told, str) and told in known


def _yes_or_no(told: object) -> bool:
    return isinstance(told, bool)


def _percent(told: object) -> bool:
    return type(told) is int and 0 <= told <= 100  # noqa: PLR2004 - per cent


def _words(told: object) -> bool:
    """Tell whether it is text; half of a surrogate pair is none, and could not be saved."""
    return isinstance(told, str) and len(told) <= LONGEST and not any("\ud800" <= each <= "\udfff" for each in told)


def _id(told: object) -> bool:
    return isinstance(told, str) and re.fullmatch(r"[a-z0-9_]{0,40}", told) is not None


def _button(told: object) -> bool:
    return isinstance(told, str) and len(told) <= clicker.LONGEST and clicker.fault(told) is None


FITS: dict[str, Callable[[object], bool]] = {
    "pacing": _one_of(PacingChoice),
    "theme": _one_of(ThemeChoice),
    "figure": lambda told: _id(told) and told != "",
    "less_motion": _one_of(MotionChoice),
    "voice": _yes_or_no,
    "tones": _yes_or_no,
    "speaker": _id,
    "volume": _percent,
    "amount": _one_of(AmountChoice),
    "heard": _one_of(HeardChoice),
    "floor": _yes_or_no,
    "floor_screen": _words,
    "floor_turned": _one_of(TurnChoice),
    "flash": _yes_or_no,
    "contact_name": _words,
    "contact_phone": _words,
    "contact_web": _words,
    "emergency_number": _words,
    "clicker_pause": _button,
    "clicker_skip": _button,
    "clicker_stop": _button,
}
"""What each setting may be. Plain Python: a model of pydantic takes longer to load than the first frame to appear."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings in force; `fault` is set where something in the file does not fit and has its default."""

    settings: Settings
    fault: Literal["", "some", "all"] = ""


def load(folder: Path) -> Loaded:
    """Return the settings of the file, with the defaults for what is missing or does not fit.

    Raises nothing that a disk or a file can cause, and waits for nothing that is no file.
    """
    path = folder / NAME
    try:
        data = read_regular(path, MAX_BYTES + 1)
        document = json.loads(data) if len(data) <= MAX_BYTES else None
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError, RecursionError):
        # Where the folder itself cannot be used, there are no settings, and the record tells of it.
        return Loaded(Settings(), "all" if os.path.lexists(path) else "")
    if not isinstance(document, dict) or type(document.get("format")) is not int or document["format"] != FORMAT:
        return Loaded(Settings(), "all")
    told = document.get("settings", {})
    return _judged(told) if isinstance(told, dict) else Loaded(Settings(), "all")


def _judged(told: dict[str, Any]) -> Loaded:
    told = told | {"less_motion": motion(told.get("less_motion"))}
    good = {name: value for name, value in told.items() if name in FITS and FITS[name](value)}
    keys = ("clicker_pause", "clicker_skip", "clicker_stop")
    if not Settings(**{name: good[name] for name in keys if name in good}).clicker.differ:
        good = {name: value for name, value in good.items() if name not in keys}
    return Loaded(Settings(**good), "" if len(good) == len(told) else "some")


def motion(told: object) -> object:
    """Return the choice of motion that an older program's yes or no stands for; other values as they are.

    That program also saved a yes when the desktop asked for it once. Nobody can tell the two apart, and who needs less
    motion must not lose it: a yes stays. A no was what everybody had.
    """
    if told is True:
        return "on"
    return "system" if told is False or told is None else told


def keep_aside(folder: Path, now: Instant, *, whole: bool) -> Path | None:
    """Keep a file of which something does not fit under a dated name; as it is, when nothing does: `whole`.

    Returns where it is; None where nothing can be written there. Raises nothing that a disk can cause.
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
    """Save the settings; a power cut leaves the file of before or the new one. Raises OSError."""
    told = asdict(settings)
    document = {"format": FORMAT, "checksum": _checksum(told), "settings": told}
    write(folder / NAME, json.dumps(document, indent=1, ensure_ascii=False).encode())


def _checksum(told: Any) -> str:
    """Return what older programs look for: by it they take a file as it is."""
    return f"{zlib.crc32(json.dumps(told, sort_keys=True).encode()):08x}"
