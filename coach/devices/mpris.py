"""coach as a media player on the session bus: one thread that only reads, and one that only writes.

Only these two wait for the bus. Not QtDBus: it waits for the bus while it holds Python's lock, and its own thread needs
that lock to close a connection (docs/decisions/0012).
"""

from __future__ import annotations

import contextlib
import os
import queue
import socket
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import DBusNameFlags, message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import DBusConnection, Proxy  # type: ignore[import-untyped]
from jeepney.wrappers import DBusErrorResponse  # type: ignore[import-untyped]

from coach.background.threads import in_words, run_beside
from coach.devices.bus import connect
from coach.devices.mpris_interface import METHODS, PLAYER, ROOT, changes, introspection, player_properties
from coach.devices.mpris_interface import root_properties as root
from coach.waves import later

if TYPE_CHECKING:
    from coach.background import log
    from coach.devices.media_state import MediaState
    from coach.devices.mpris_interface import Variant
else:
    log = later("coach.background.log")

PATH = "/org/mpris/MediaPlayer2"
SERVICE = "org.mpris.MediaPlayer2.coach"
PROPERTIES = "org.freedesktop.DBus.Properties"
UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"
FAILED = "org.freedesktop.DBus.Error.Failed"
WRONG = "org.freedesktop.DBus.Error.InvalidArgs"
IS_OWNER = 1

LEAP_MS = 1_000
"""So far back a position has leapt: clients, and coach itself, count on by another clock than that of the session."""

Ask = Callable[[str, Callable[[], None]], None]
"""Gets the name of a method and a function to call once it is done; called on a thread that is not Qt's."""


class Presence:
    """A player on the bus, from `work` until `leave`."""

    def __init__(self, state: MediaState, ask: Ask, failed: Callable[[str], None]) -> None:
        """Take the first state; nothing is sent yet. `failed` gets in words what goes wrong, on any thread."""
        self._shown = state, time.monotonic()
        self._ask, self._failed = ask, failed
        self._out: queue.SimpleQueue[Message | None] = queue.SimpleQueue()

    # From the GUI thread: these wait for nothing

    def show(self, state: MediaState) -> None:
        """Signal the properties that have changed; the position has no signal, clients read it."""
        before, self._shown = self._state, (state, time.monotonic())
        changed = changes(before, state)
        if changed:
            self._signal(PROPERTIES, "PropertiesChanged", "sa{sv}as", (PLAYER, changed, []))
        # MPRIS clients count the position on by themselves, so they have to be told when it jumps back.
        if state.track == before.track and state.position_ms < before.position_ms - LEAP_MS:
            self._signal(PLAYER, "Seeked", "x", (state.position_ms * 1000,))

    @property
    def _state(self) -> MediaState:
        """The present state: it is shown when something happens, and not each second while nobody sees the window."""
        state, at_s = self._shown
        return state.later(int((time.monotonic() - at_s) * 1000))

    def leave(self) -> None:
        """Disappear from the bus once everything queued is sent."""
        self._out.put(None)

    def _signal(self, interface: str, name: str, signature: str, body: tuple[object, ...]) -> None:
        self._out.put(new_signal(DBusAddress(PATH, interface=interface), name, signature, body))

    # The two threads

    def work(self) -> None:
        """Connect, take a name and answer calls until either side ends the connection.

        Without a bus, return at once.
        """
        with contextlib.suppress(OSError, KeyError, ValueError, RuntimeError, DBusErrorResponse):
            connection = connect()
            with connection:
                _take_name(connection)
                run_beside(lambda: self._write(connection), self._failed, "media control out")
                while True:
                    message = connection.receive()
                    if message.header.message_type is MessageType.method_call:
                        self._answer_safely(message)

    def _write(self, connection: DBusConnection) -> None:
        # The bus may be gone, or our own reader: then nothing can be sent any more.
        with contextlib.suppress(OSError):
            while (message := self._out.get()) is not None:
                try:
                    connection.send(message)
                except OSError:
                    raise
                except Exception as error:  # noqa: BLE001 - one message that cannot be written ends no other
                    log.failed("media control", error)
                    self._failed(in_words(error))
            # The reader blocks in receive() on another thread: closing the socket alone would not wake it.
            connection.sock.shutdown(socket.SHUT_RDWR)

    def _answer_safely(self, call: Message) -> None:
        try:
            self._answer(call)
        except Exception as error:  # noqa: BLE001 - one call that cannot be answered ends no other
            log.failed("media control", error)
            self._failed(in_words(error))
            self._reply(call, new_error(call, FAILED, "s", (type(error).__name__,)))

    def _answer(self, call: Message) -> None:
        fields = call.header.fields
        interface, name = fields.get(HeaderFields.interface, ""), fields.get(HeaderFields.member, "")
        signature = fields.get(HeaderFields.signature, "")
        if METHODS.get(interface, {}).get(name) == signature:
            self._ask(name, lambda: self._reply(call, new_method_return(call)))
        else:
            self._reply(call, self._describe(call, interface, name, signature))

    def _reply(self, call: Message, answer: Message) -> None:
        if not call.header.flags & MessageFlag.no_reply_expected:
            self._out.put(answer)

    def _describe(self, call: Message, interface: str, name: str, signature: str) -> Message:
        """Answer the calls of the standard interfaces that every object has."""
        player = player_properties(self._state)
        match interface, name, signature:
            case "org.freedesktop.DBus.Introspectable", "Introspect", "":
                return new_method_return(call, "s", (introspection(player),))
            case "org.freedesktop.DBus.Peer", "Ping", "":
                return new_method_return(call)
            case "org.freedesktop.DBus.Properties", "Set", "ssv":
                return new_method_return(call)  # rate and volume stay as they are
            case "org.freedesktop.DBus.Properties", "GetAll", "s":
                return new_method_return(call, "a{sv}", (_of(call.body[0], player),))
            case "org.freedesktop.DBus.Properties", "Get", "ss":
                value = _of(call.body[0], player).get(call.body[1])
                if value is None:
                    return new_error(call, WRONG, "s", (f"there is no property {call.body[1]}",))
                return new_method_return(call, "v", (value,))
            case _:
                return new_error(call, UNKNOWN, "s", (f"there is no method {name}",))


def _of(interface: str, player: dict[str, Variant]) -> dict[str, Variant]:
    return {ROOT: root(), PLAYER: player}.get(interface, {})


def _take_name(connection: DBusConnection) -> None:
    """Take the name of coach, or one with the process id where another coach has it."""
    bus = Proxy(message_bus, connection, timeout=2)
    for name in (SERVICE, f"{SERVICE}.instance{os.getpid()}"):
        if bus.RequestName(name, DBusNameFlags.do_not_queue) == (IS_OWNER,):
            return
