"""What the desktop asks for, from its settings portal: read at the start and followed when it changes.

Qt reads such settings only of the desktops it knows, and of none the one for less motion. One thread reads and then
listens; without a bus, a portal or an answer, the desktop asks for nothing (docs/decisions/0015).
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from coach.background.threads import in_words, run_beside
from coach.core.desktop_wishes import NAMESPACES, Wishes, wishes
from coach.devices import bus
from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Callable

    import jeepney  # type: ignore[import-untyped]
    from jeepney import Message, bus_messages, wrappers
    from jeepney.io import blocking  # type: ignore[import-untyped]
    from jeepney.io.blocking import DBusConnection  # type: ignore[import-untyped]

    from coach.background import log
else:
    log = later("coach.background.log")
    jeepney, bus_messages = later("jeepney"), later("jeepney.bus_messages")
    blocking, wrappers = later("jeepney.io.blocking"), later("jeepney.wrappers")

ANSWER_S = 20
"""Longest wait for the bus to accept a subscription; only this thread waits."""
FIRST_MS = 150
"""Longest wait of the first frame for the answer, so that it is not light where it should be dark."""

Setting = tuple[str, str]


class SettingsPortal(QObject):
    """The wishes of the desktop, now and as they change. Without a portal there are none."""

    changed = Signal(object)
    """The Wishes: once when they are known, and then whenever they change."""

    def __init__(self) -> None:
        super().__init__()
        self.now = Wishes()
        self._is_known = False
        self._fault = ""
        self._tells: Callable[[str], None] = lambda _why: None
        self._told.connect(self._on_told)
        self._broke.connect(self._on_broke)

    _told = Signal(object)
    _broke = Signal(str)

    def start(self) -> None:
        """Start the thread that reads and listens."""
        if sys.platform != "linux" or bus.address() is None:
            self._is_known = True
            return
        run_beside(_Asking(self._tell, self._broke.emit).work, self._broke.emit, "settings portal")

    def tell_faults(self, tell: Callable[[str], None]) -> None:
        """Call `tell` in words, once, when the desktop cannot be followed; at once if that is known already."""
        self._tells = tell
        if self._fault:
            tell(self._fault)

    def _on_broke(self, why: str) -> None:
        if not self._is_known:
            self._on_told(self.now)  # so that `wait` ends
        if not self._fault:
            self._fault = why
            self._tells(why)

    def wait(self) -> None:
        """Let the event loop run until the first answer is here, FIRST_MS at most."""
        if self._is_known:
            return
        loop = QEventLoop()
        self.changed.connect(loop.quit)
        QTimer.singleShot(FIRST_MS, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.changed.disconnect(loop.quit)

    def _tell(self, new_wishes: Wishes) -> None:
        with contextlib.suppress(RuntimeError):  # the program may be gone by now
            self._told.emit(new_wishes)

    def _on_told(self, new_wishes: Wishes) -> None:
        is_new, self._is_known = not self._is_known or new_wishes != self.now, True
        self.now = new_wishes
        if is_new:
            self.changed.emit(new_wishes)


class _Asking:
    """The thread that reads and listens. It never blocks for one answer: every message is taken in turn."""

    def __init__(self, tell: Callable[[Wishes], None], failed: Callable[[str], object]) -> None:
        self._tell, self._failed = tell, failed
        self._settings: dict[Setting, object] = {}
        self._asked = 0

    def work(self) -> None:
        """Read the settings, then listen until the bus is gone; the last ones stay in force then."""
        with contextlib.suppress(OSError, ValueError), bus.connect() as connection:
            _listen(connection)
            self._ask(connection)
            while True:
                self._take_safely(connection, connection.receive())
        self._tell(wishes(self._settings))

    def _ask(self, connection: DBusConnection) -> None:
        portal = jeepney.DBusAddress(bus.PORTAL_PATH, bus_name=bus.PORTAL, interface=bus.PORTAL_SETTINGS)
        self._asked = next(connection.outgoing_serial)
        connection.send(jeepney.new_method_call(portal, "ReadAll", "as", (list(NAMESPACES),)), self._asked)

    def _take_safely(self, connection: DBusConnection, message: Message) -> None:
        try:
            self._take(connection, message)
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001 - one message that makes no sense ends no other
            log.failed("settings portal", error)
            self._failed(in_words(error))

    def _take(self, connection: DBusConnection, message: Message) -> None:
        """Take an answer, a changed setting, or a new portal, which may have other settings."""
        header, fields = jeepney.HeaderFields, message.header.fields
        if fields.get(header.reply_serial) == self._asked:
            if fields.get(header.signature) == "a{sa{sv}}":  # and no error, as where there is no portal
                settings = message.body[0]
                self._settings = {
                    (space, key): _plain(value) for space in settings for key, value in settings[space].items()
                }
            self._tell(wishes(self._settings))
            return
        match fields.get(header.member), fields.get(header.signature), message.body:
            case "SettingChanged", "ssv", (space, key, value) if space in NAMESPACES:
                self._settings[space, key] = _plain(value)
                self._tell(wishes(self._settings))
            case "NameOwnerChanged", "sss", (_name, _before, now) if now:
                self._ask(connection)
            case _:
                pass


def _listen(connection: DBusConnection) -> None:
    """Subscribe to signals of the portal, and of no other program."""
    proxy = blocking.Proxy(bus_messages.message_bus, connection, timeout=ANSWER_S)
    with contextlib.suppress(wrappers.DBusErrorResponse):
        changed = f"sender='{bus.PORTAL}',interface='{bus.PORTAL_SETTINGS}',member='SettingChanged'"
        proxy.AddMatch(f"type='signal',{changed}")
        proxy.AddMatch(f"type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='{bus.PORTAL}'")


def _plain(value: object) -> object:
    """Return the value of a variant; some portals wrap it twice."""
    while isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):  # noqa: PLR2004 - type and value
        value = value[1]
    return value
