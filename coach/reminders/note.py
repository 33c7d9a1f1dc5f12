"""One quiet note on the desktop, by org.freedesktop.Notifications, and what the person answers to it.

A click sends several signals in a row; they are kept in a queue that holds all of them, opened before the note is sent.
"""

from __future__ import annotations

import contextlib
import html
import time
from collections import deque
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, new_method_call  # type: ignore[import-untyped]
from jeepney.bus_messages import DBusNameFlags, message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import Proxy, unwrap_msg  # type: ignore[import-untyped]
from jeepney.wrappers import DBusErrorResponse  # type: ignore[import-untyped]

from coach import APP_ID
from coach.devices.bus import connect
from coach.store.paths import shipped

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

SERVER = "org.freedesktop.Notifications"
NAME = f"{APP_ID}.Reminder"
"""Taken by the process whose note shows: a newer one takes it over, and the older note goes."""
NORMAL = 1
"""Urgency. One that is low is shown by some desktops only to whoever looks for it."""
CALL_S = 5.0
"""Time for the answer to a call."""
OPEN_S = 60.0
"""Time for a desktop that is just starting to have something that shows notes."""
LOOK_S = 2.0
SHOWN_S = 3600.0
"""So long a note stays, if the desktop keeps it: then it goes, for its buttons have nobody to answer to any more."""
_TRIES = TimeoutError, DBusErrorResponse


class Answer(Enum):
    """What the person did with the note."""

    START = "start"
    LATER = "later"
    NOT_TODAY = "not-today"
    NONE = ""


_MEANS = {answer.value: answer for answer in Answer if answer.value} | {"default": Answer.START}
"""What each button means, by its id; the default one is the note itself."""


class Words(NamedTuple):
    """What a note says; `alone` is added where a desktop has no buttons."""

    title: str
    text: str
    alone: str
    buttons: tuple[tuple[Answer, str], ...]


class Told(NamedTuple):
    """What came of it; `token` is the leave to come forward that the desktop gives with a click."""

    answer: Answer
    token: str = ""


class NobodyShowsNotesError(OSError):
    """There is no desktop that shows notes."""


def show(words: Words, open_s: float = OPEN_S, shown_s: float = SHOWN_S) -> Told:
    """Show the note and wait for an answer, `shown_s` at most. Raises OSError."""
    with connect() as connection:
        try:
            _wait_for_server(connection, open_s)
            _take_name(connection)
            return _shown(connection, words, shown_s)
        except _TRIES as error:
            raise NobodyShowsNotesError(str(error)) from error


def take_away() -> None:
    """Have a note that shows go away, whichever process shows it. Raises OSError."""
    with connect() as connection, contextlib.suppress(*_TRIES):
        _take_name(connection)


def _wait_for_server(connection: DBusConnection, open_s: float) -> None:
    bus = Proxy(message_bus, connection, timeout=CALL_S)
    until = time.monotonic() + open_s
    while not (bus.NameHasOwner(SERVER)[0] or SERVER in bus.ListActivatableNames()[0]):
        if time.monotonic() > until:
            message = "nothing on this desktop shows notifications"
            raise NobodyShowsNotesError(message)
        time.sleep(LOOK_S)


def _take_name(connection: DBusConnection) -> None:
    flags = DBusNameFlags.allow_replacement | DBusNameFlags.replace_existing | DBusNameFlags.do_not_queue
    Proxy(message_bus, connection, timeout=CALL_S).RequestName(NAME, flags)


def _shown(connection: DBusConnection, words: Words, shown_s: float) -> Told:
    signals: deque[Message] = deque()
    of_server = MatchRule(type="signal", interface=SERVER)
    Proxy(message_bus, connection, timeout=CALL_S).AddMatch(of_server)
    with connection.filter(of_server, queue=signals), connection.filter(_LOST, queue=signals):
        can = _call(connection, "GetCapabilities")[0]
        number = _call(connection, "Notify", "susssasa{sv}i", _body(words, can))[0]
        told = _answered(connection, signals, number, time.monotonic() + shown_s)
        with contextlib.suppress(OSError, *_TRIES):  # it may be gone already
            _call(connection, "CloseNotification", "u", (number,))
        return told


_LOST = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameLost")


def _body(words: Words, can: list[str]) -> tuple[object, ...]:
    has_buttons = "actions" in can
    text = words.text if has_buttons else f"{words.text} {words.alone}"
    # A press on the note itself is what its first button is.
    actions = ["default", words.buttons[0][1]] if has_buttons else []
    actions += [part for answer, name in words.buttons if has_buttons for part in (answer.value, name)]
    hints = {
        "urgency": ("y", NORMAL),
        "suppress-sound": ("b", True),
        "desktop-entry": ("s", APP_ID),
    }
    return "coach", 0, _icon(), words.title, html.escape(text) if "body-markup" in can else text, actions, hints, -1


def _icon() -> str:
    """Return the icon: its file, since coach need not be installed where desktops look for icons."""
    file = shipped("assets") / "icon" / "128.png"
    return file.as_uri() if file.is_file() else APP_ID


def _call(
    connection: DBusConnection, method: str, signature: str | None = None, body: tuple[object, ...] = ()
) -> tuple:  # type: ignore[type-arg]  # as it comes
    address = DBusAddress("/org/freedesktop/Notifications", bus_name=SERVER, interface=SERVER)
    reply = connection.send_and_get_reply(new_method_call(address, method, signature, body), timeout=CALL_S)
    return unwrap_msg(reply)  # type: ignore[no-any-return]  # jeepney has no types


def _answered(connection: DBusConnection, signals: deque[Message], number: int, until: float) -> Told:
    """Wait for what becomes of the note."""
    token = ""
    while (left_s := until - time.monotonic()) > 0:
        try:
            signal = connection.recv_until_filtered(signals, timeout=left_s)
        except OSError:  # nobody answered in that time, or the person logged out
            break
        match signal.header.fields.get(HeaderFields.member), signal.body:
            case "NameLost", (name,) if name == NAME:
                break
            case "ActivationToken", (of, given) if of == number:
                token = given
            case "ActionInvoked", (of, key) if of == number and key in _MEANS:
                return Told(_MEANS[key], token)
            case "NotificationClosed", (of, _why) if of == number:
                break
    return Told(Answer.NONE)
