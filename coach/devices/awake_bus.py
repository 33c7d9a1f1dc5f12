"""How wakepy speaks to a Linux desktop for coach: in coach's name, and without collecting garbage."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from wakepy import keep
from wakepy.core import BusType, DBusMethodCall
from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter

from coach.devices.bus import connect
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jeepney.io.blocking import DBusConnection  # type: ignore[import-untyped]

NAMES = ("application_name", "app_id")
REASONS = ("reason_for_inhibit", "reason")
"""The arguments of the two desktop interfaces for the name of the program and the reason."""


@contextlib.contextmanager
def lit() -> Iterator[bool]:
    """Keep the screen on within `with`; yields whether that worked. Raises RuntimeError where it cannot be released."""
    buses: list[_CoachBus] = []

    class Bus(_CoachBus):
        def __init__(self) -> None:
            super().__init__()
            buses.append(self)

    try:
        with keep.presenting(on_fail="pass", dbus_adapter=Bus) as mode:
            yield mode.active
    finally:
        # wakepy leaves its connection open where the desktop refused.
        for bus in buses:
            bus.close_connections()


class _CoachBus(JeepneyDBusAdapter):
    """Talks to the bus that coach uses everywhere."""

    def process(self, call: DBusMethodCall) -> object:
        return super().process(DBusMethodCall(call.method, _in_our_name(call.get_kwargs())))

    def _create_new_connection(self, bus: BusType | str | None = BusType.SESSION) -> DBusConnection:
        return connect() if bus == BusType.SESSION else super()._create_new_connection(bus)

    def close_connections(self) -> None:
        """Close what is open. The original also collects garbage, which may only happen on the GUI thread."""
        while self._connections:
            _bus, connection = self._connections.popitem()
            connection.close()  # type: ignore[attr-defined]  # wakepy calls it an object, jeepney has no types


def _in_our_name(arguments: Mapping[str, object] | None) -> dict[str, object] | None:
    """Return arguments that name coach and a session, not wakepy and a lock: the desktop may show them."""
    if arguments is None:
        return None
    named = dict(arguments)
    for name in named:
        if name in NAMES:
            named[name] = "coach"
        elif name in REASONS:
            named[name] = tr("A session is running.")
    return named
