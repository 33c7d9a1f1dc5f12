"""Looks at what a Linux desktop does for coach over the session bus: each look has a connection of its own."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]
from jeepney.bus_messages import DBusNameFlags, message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import Proxy, unwrap_msg  # type: ignore[import-untyped]
from jeepney.wrappers import DBusErrorResponse  # type: ignore[import-untyped]

from coach.core.desktop_wishes import NAMESPACES
from coach.core.findings import Finding
from coach.devices import awake_bus, bus, mpris
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWER_S = 4.0
"""Longest wait for one answer."""
_OWNER, _ANOTHERS = 1, 3
"""Answers of the bus to who asks for a name: it is theirs, or another program has it."""


def session_bus() -> Iterator[Finding]:
    """Look whether the session bus answers."""
    what = tr("Session bus")
    if bus.address() is None:
        words, remedy = tr("There is none."), tr("Start coach from a desktop session.")
        yield Finding(what, works=False, words=words, remedy=remedy)
        return
    try:
        with bus.connect():
            yield Finding(what, works=True, words=tr("It answers."))
    except OSError:
        remedy = tr("Log out and in again; on a desktop started by hand, start it with dbus-run-session.")
        yield Finding(what, works=False, words=tr("It does not answer."), remedy=remedy)


def keep_awake() -> Iterator[Finding]:
    """Look whether the screen can be kept on: it is, for a moment."""
    is_kept = False
    with contextlib.suppress(OSError, RuntimeError), awake_bus.lit() as is_lit:
        is_kept = is_lit
    what = tr("Screen stays on")
    if is_kept:
        yield Finding(what, works=True, words=tr("The desktop keeps it on when it is asked."))
    else:
        remedy = tr("Switch off the screen saver of your desktop for the time of a session.")
        words = _why(tr("The desktop does not do it."))
        yield Finding(what, works=False, words=words, remedy=remedy)


def media_keys() -> Iterator[Finding]:
    """Look whether coach may appear in the media control: it takes its name there for a moment, and shows nothing."""
    what, answer = tr("Media keys and headset buttons"), 0
    with contextlib.suppress(OSError, DBusErrorResponse), bus.connect() as connection:
        proxy = Proxy(message_bus, connection, timeout=ANSWER_S)
        (answer,) = proxy.RequestName(mpris.SERVICE, DBusNameFlags.do_not_queue)
    if answer in {_OWNER, _ANOTHERS}:
        yield Finding(what, works=True, words=tr("The desktop can hand them on."))
    else:
        remedy = tr("The keyboard and a clicker steer a session too: Help, All keys.")
        words = _why(tr("The desktop cannot hand them on."))
        yield Finding(what, works=False, words=words, remedy=remedy)


def settings_portal() -> Iterator[Finding]:
    """Look whether the desktop tells its colours and its other wishes."""
    what, told = tr("Wishes of the desktop"), False
    with contextlib.suppress(OSError, DBusErrorResponse), bus.connect() as connection:
        portal = DBusAddress(bus.PORTAL_PATH, bus_name=bus.PORTAL, interface=bus.PORTAL_SETTINGS)
        call = new_method_call(portal, "ReadAll", "as", (list(NAMESPACES),))
        unwrap_msg(connection.send_and_get_reply(call, timeout=ANSWER_S))
        told = True
    if told:
        yield Finding(what, works=True, words=tr("The desktop tells its colours, its contrast and its motion."))
    else:
        remedy = tr("Choose colours and less motion in the settings, or install xdg-desktop-portal.")
        words = _why(tr("The desktop does not tell them."))
        yield Finding(what, works=False, words=words, remedy=remedy)


def _why(words: str) -> str:
    """Return these words about the desktop, or that there is no way to it."""
    return tr("There is no session bus.") if bus.address() is None else words
