"""Says in words why Qt opens no window: a missing library, a screen that does not answer, a platform that it lacks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.devices import system_libraries
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STATUS = 2
"""The exit status where no window opens."""
ASKED = "QT_QPA_PLATFORM"
_KNOWN = "Available platform plugins are:"
_NOT_THERE = "even though it was found"
_ADVICE = "From 6.5.0"
_NO_ANSWER = ("could not connect to display", "Failed to create wl_display")
"""What Qt says, which is never translated."""

_PURPOSES = {"xcb": "x11", "wayland": "wayland"}


def tell(words: str) -> None:
    """Write a line for whoever started coach from a terminal."""
    sys.stderr.write(f"coach: {words}\n")
    sys.stderr.flush()


def reason_for_import(error: ImportError, environment: Mapping[str, str]) -> str:
    """Return why a part of Qt could not be loaded."""
    missing = system_libraries.missing_in(error.msg)
    if not missing:
        return tr("A part of coach cannot be loaded: {words}", words=error.msg)
    # All at once: whoever installs one library at a time gives up.
    return system_libraries.in_words([missing, *system_libraries.missing_for("qt", *_purposes(_wanted(environment)))])


def reason_for_end(plugins: str, environment: Mapping[str, str], told: Sequence[str]) -> str:
    """Return why Qt ended the program before there was a window.

    `plugins` is the folder of its platforms, `told` all that it said, of which the last is why it ended.
    """
    wanted = _wanted(environment)
    files = [Path(plugins) / f"libq{name}.so" for name in wanted]
    found = [system_libraries.missing_in(system_libraries.words_about(file)) for file in files if file.exists()]
    if any(found):
        return system_libraries.in_words([*filter(None, found), *system_libraries.missing_for(*_purposes(wanted))])
    if asked := environment.get(ASKED, ""):
        return _about_what_was_asked(asked, told)
    return _about_the_screen(environment, told)


def _about_what_was_asked(asked: str, told: Sequence[str]) -> str:
    known = told[-1].partition(_KNOWN)[2].strip(" .\n")
    if known and not any(_NOT_THERE in words for words in told):
        return tr(
            "{variable} asks for “{platform}”, which Qt does not know here. It knows: {known}.",
            variable=ASKED,
            platform=asked,
            known=known,
        )
    return tr(
        "{variable} asks for “{platform}”, and no window opens there: {words}",
        variable=ASKED,
        platform=asked,
        words=_reasons(told),
    )


def _about_the_screen(environment: Mapping[str, str], told: Sequence[str]) -> str:
    named = [f"{name}={environment[name]}" for name in ("WAYLAND_DISPLAY", "DISPLAY") if environment.get(name)]
    if not named:
        return tr("There is no screen to draw on. Start coach in a desktop session.")
    if any(words.startswith(_NO_ANSWER) for words in told):
        return tr("The screen does not answer: {names}. Start coach in a desktop session.", names=", ".join(named))
    return tr("No window opens: {words}", words=_reasons(told))


def _reasons(told: Sequence[str]) -> str:
    """Return what Qt said in one line, without what it always says."""
    said = [words.strip() for words in told if _KNOWN not in words and _NOT_THERE not in words and _ADVICE not in words]
    return "; ".join(" ".join(words.split()) for words in said) or tr("Qt says no more.")


def _wanted(environment: Mapping[str, str]) -> list[str]:
    """Return the platforms that Qt tries, by the names of its plugins, some of which have several: `wayland-egl`."""
    if asked := environment.get(ASKED, ""):
        return [name.partition(":")[0].partition("-")[0].lower() for name in asked.split(";")]
    on_wayland = environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland"
    # Without any screen too: X11 is what Qt tries then.
    return [*(["wayland"] if on_wayland else []), *(["xcb"] if environment.get("DISPLAY") or not on_wayland else [])]


def _purposes(wanted: Sequence[str]) -> list[str]:
    """Return for what these platforms need libraries, as the list of them says it."""
    return [_PURPOSES[name] for name in wanted if name in _PURPOSES]
