"""The properties and methods that MPRIS 2.2 asks of a player, as values with their D-Bus types."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coach import APP_ID
from coach.store.paths import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.devices.media_state import MediaState

Variant = tuple[str, object]
"""A D-Bus signature and a value of that type."""

ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"

METHODS = {
    ROOT: {"Raise": "", "Quit": ""},
    PLAYER: {
        "Play": "",
        "Pause": "",
        "PlayPause": "",
        "Stop": "",
        "Next": "",
        "Previous": "",
        "Seek": "x",
        "SetPosition": "ox",
        "OpenUri": "s",
    },
}
"""The signature of each method's arguments; none returns anything."""
WRITABLE = frozenset({"Rate", "Volume"})
"""Properties that MPRIS lets others write; here writing has no effect."""
SILENT = frozenset({"Position"})
"""Properties that change without a signal; clients read them."""


def root_properties() -> dict[str, Variant]:
    """Return the properties of the program. Its window can be raised; it can be quit at the window only."""
    return {
        "CanQuit": ("b", False),
        "CanRaise": ("b", True),
        "HasTrackList": ("b", False),
        "Identity": ("s", "coach"),
        "DesktopEntry": ("s", APP_ID),
        "SupportedUriSchemes": ("as", []),
        "SupportedMimeTypes": ("as", []),
    }


def player_properties(state: MediaState) -> dict[str, Variant]:
    """Return the properties of the session. Seeking is not possible: a stretch cannot be skipped second by second."""
    return {
        "PlaybackStatus": ("s", state.status.value),
        "Metadata": ("a{sv}", _metadata(state)),
        "Position": ("x", state.position_ms * 1000),
        "CanGoNext": ("b", state.can_go_next),
        "CanGoPrevious": ("b", state.can_go_previous),
        "CanPlay": ("b", state.is_live),
        "CanPause": ("b", state.is_live),
        "CanSeek": ("b", False),
        "CanControl": ("b", True),
        "Rate": ("d", 1.0),
        "MinimumRate": ("d", 1.0),
        "MaximumRate": ("d", 1.0),
        "Volume": ("d", 1.0),
    }


def _metadata(state: MediaState) -> dict[str, Variant]:
    if not state.is_live:
        return {"mpris:trackid": ("o", NO_TRACK)}
    metadata: dict[str, Variant] = {
        "mpris:trackid": ("o", f"/coach/block/{state.track}"),
        "mpris:artUrl": ("s", _art()),
        "xesam:title": ("s", state.title),
        "xesam:album": ("s", state.kind),
    }
    if state.place:
        metadata["xesam:artist"] = ("as", [state.place])
    if state.length_ms:
        metadata["mpris:length"] = ("x", state.length_ms * 1000)
    return metadata


@cache
def _art() -> str:
    """Return the address of the icon; the file is looked for once, not at each event of a session."""
    return (shipped("assets") / "icon" / "256.png").as_uri()


def changes(before: MediaState, now: MediaState) -> dict[str, Variant]:
    """Return the properties that have changed and have a signal."""
    known = player_properties(before)
    return {
        name: value for name, value in player_properties(now).items() if value != known[name] and name not in SILENT
    }


def introspection(player: dict[str, Variant]) -> str:
    """Return the XML that describes both interfaces."""
    lines = [
        '<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"',
        ' "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">',
        "<node>",
        *_interface(ROOT, root_properties()),
        *_interface(PLAYER, player),
        "</node>",
    ]
    return "\n".join(lines)


def _interface(name: str, properties: dict[str, Variant]) -> Iterator[str]:
    yield f'<interface name="{name}">'
    for method, signature in METHODS[name].items():
        # Each signature here is of basic types, one letter an argument.
        arguments = "".join(f'<arg type="{letter}" direction="in"/>' for letter in signature)
        yield f'<method name="{method}">{arguments}</method>'
    for property_name, (signature, _value) in properties.items():
        access = "readwrite" if property_name in WRITABLE else "read"
        yield f'<property name="{property_name}" type="{signature}" access="{access}"/>'
    if name == PLAYER:
        yield '<signal name="Seeked"><arg type="x"/></signal>'
    yield "</interface>"
