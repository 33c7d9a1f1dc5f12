"""What the person chose, in one small file that is saved whole or not at all.

A file that is as this program wrote it, by its own checksum, is taken as it is, so that the colours are right in the
first frame. Any other is judged by the model of coach/store/settings_file.py; one that does not fit is set aside
under a dated name, and the defaults are used.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Literal

from coach.core.clicker import USUAL, ClickerKeys

if TYPE_CHECKING:
    from pathlib import Path

    from coach.store.instant import Instant

NAME = "settings.json"
FORMAT = 1
MAX_BYTES = 64 << 10

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


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings in force; `unjudged` is set while the file still has to be judged."""

    settings: Settings
    unjudged: bool = False


def load(folder: Path) -> Loaded:
    """Return the settings as this program wrote them, or the defaults. Raises nothing that a disk can cause.

    A file that an older program wrote lacks the newer choices: they have their defaults.
    """
    path = folder / NAME
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        document = json.loads(_bytes(path))
        if document["checksum"] == _checksum(document["settings"]) and document["format"] == FORMAT:
            known = {field.name for field in fields(Settings)}
            if set(document["settings"]) <= known:  # one of an older program has fewer
                told = document["settings"] | {"less_motion": motion(document["settings"].get("less_motion"))}
                return Loaded(Settings(**told))
    with contextlib.suppress(OSError):  # a folder without rights, or with a name that is too long
        return Loaded(Settings(), unjudged=path.exists())
    return Loaded(Settings())


def motion(told: object) -> object:
    """Return the choice of motion that an older program's yes or no stands for; other values as they are.

    That program also saved a yes when the desktop asked for it once. Nobody can tell the two apart, and who needs less
    motion must not lose it: a yes stays. A no was what everybody had.
    """
    if told is True:
        return "on"
    return "system" if told is False or told is None else told


def judge(folder: Path, now: Instant) -> tuple[Settings, Path | None]:
    """Return the settings of a file that was not as this program wrote it, and where it went if it does not fit."""
    from pydantic import ValidationError  # noqa: PLC0415 - pydantic only to judge a file

    from coach.store.settings_file import SettingsFile  # noqa: PLC0415

    path = folder / NAME
    try:
        judged = SettingsFile.model_validate_json(_bytes(path))
    except (OSError, ValidationError):
        aside = path.with_name(f"settings-unreadable-{now.ms}.json")
        with contextlib.suppress(OSError):
            path.rename(aside)
            return Settings(), aside
        return Settings(), None
    return Settings(**judged.settings.model_dump()), None


def save(folder: Path, settings: Settings) -> None:
    """Save the settings; a power cut leaves the file of before or the new one. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    told = asdict(settings)
    document = {"format": FORMAT, "checksum": _checksum(told), "settings": told}
    new = folder / f"{NAME}.new"
    with new.open("w", encoding="utf-8") as file:
        json.dump(document, file, indent=1, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / NAME)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES)


def _checksum(told: Any) -> str:
    return f"{zlib.crc32(json.dumps(told, sort_keys=True).encode()):08x}"
