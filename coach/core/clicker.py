"""The keys that the buttons of a presenter remote or a pedal send, and what each of three buttons does with its own.

A key is written as in the settings file: a character, or a name, with Shift before a name where it is held, as in
“B”, “PgUp” or “Shift+F5”. These are Qt's portable names, kept here as plain text: core and store know no Qt.
"""

from __future__ import annotations

from dataclasses import fields, replace
from enum import Enum, StrEnum

from coach.core.dataclass import dataclass


class Use(StrEnum):
    """What a button of the clicker can be for."""

    PAUSE = "pause"
    SKIP = "skip"
    STOP = "stop"


class Fault(Enum):
    """Why a key cannot be a button of the clicker."""

    UNKNOWN = "no key, more than one, or one that cannot be told from others"
    HELD = "pressed with Ctrl, Alt or Meta"
    NEEDED = "the window is worked with it"
    STARTS = "it always starts, pauses and goes on"
    STOPS = "it always stops for pain"


HELD = ("Ctrl", "Alt", "Meta")
STARTS = frozenset({"Space"})
STOPS = frozenset({"Esc", "S", "Media Stop"})
NEEDED = frozenset({"Tab", "Backtab", "Enter", "F10", "Menu", *"0123456789"})
"""They move the focus, press buttons, open menus, and answer the question about pain."""
IN_A_SESSION = frozenset({"Left", "Right", "Up", "Down", "Return"})
"""The only keys of many remotes. In a session they can be buttons of the clicker; elsewhere they work the window."""
NAMES = (
    STARTS
    | STOPS
    | {name for name in NEEDED if len(name) > 1}
    | IN_A_SESSION
    | {f"F{number}" for number in range(1, 36)}
    | {"PgUp", "PgDown", "Home", "End", "Ins", "Del", "Backspace", "Pause", "Print", "Clear", "Help"}
    | {"Volume Down", "Volume Mute", "Volume Up", "Microphone Mute"}
    | {f"Media {name}" for name in ("Play", "Pause", "Next", "Previous", "Record", "Rewind", "Fast Forward")}
    | {"Toggle Media Play/Pause", "Back", "Forward", "Stop", "Refresh", "Home Page", "Favorites", "Search"}
    | {f"Launch ({name})" for name in "0123456789ABCDEFGH"}
    | {"Launch Mail", "Launch Media", "Select", "Yes", "No", "Play", "Zoom", "Call", "Hangup", "Camera Shutter"}
    | {"Zoom In", "Zoom Out", "Channel Up", "Channel Down", "Guide", "Info", "Red", "Green", "Yellow", "Blue"}
)
"""Names of keys that a remote, a pedal or a keyboard may have. A key that types a character is named by it."""
LONGEST = 40
"""Longest text of a key in the settings file, in characters."""


def fault(key: str) -> Fault | None:
    """Return why a key cannot be a button of the clicker, or None where it can."""
    name = key.removeprefix("Shift+") or key
    if any(f"{modifier}+" in key for modifier in HELD):
        return Fault.HELD
    if name in STARTS:
        return Fault.STARTS
    if name in STOPS:
        return Fault.STOPS
    if name in NEEDED or (name in IN_A_SESSION and name != key):
        return Fault.NEEDED
    # Qt writes the key of a letter as a capital, whether Shift is held or not.
    is_character = len(key) == 1 and key.isprintable() and key == key.upper() and not key.isspace()
    return None if is_character or name in NAMES else Fault.UNKNOWN


@dataclass(frozen=True, slots=True)
class ClickerKeys:
    """The key of each button; the usual ones are those that most remotes send."""

    pause: str = "PgUp"
    skip: str = "PgDown"
    stop: str = "B"

    def of(self, use: Use) -> str:
        """Return the key for this use."""
        return {Use.PAUSE: self.pause, Use.SKIP: self.skip, Use.STOP: self.stop}[use]

    def given(self, key: str, use: Use) -> ClickerKeys:
        """Return these keys with `key` for this use; a use that had `key` so far gets the key that became free."""
        changed = {field.name: getattr(self, field.name) for field in fields(self)}
        changed = {name: self.of(use) if present == key else present for name, present in changed.items()}
        return replace(self, **{**changed, use.value: key})

    @property
    def differ(self) -> bool:
        """Whether each use has a key of its own."""
        return len({self.pause, self.skip, self.stop}) == len(Use)


USUAL = ClickerKeys()
