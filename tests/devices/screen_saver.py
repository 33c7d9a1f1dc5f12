"""A desktop's screen saver on the bus, as far as coach speaks to it: prints a line for each call."""

from __future__ import annotations

import sys

from jeepney import HeaderFields, MessageType, new_method_return  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import Proxy, open_dbus_connection  # type: ignore[import-untyped]

NAME = "org.freedesktop.ScreenSaver"
COOKIE = 78


def main() -> None:
    """Take the name on the bus at the address that was named, and answer for ever."""
    connection = open_dbus_connection(sys.argv[1])
    bus = Proxy(message_bus, connection)
    bus.RequestName(NAME)
    bus.AddMatch("type='signal',member='NameOwnerChanged'")
    tell("ready")
    holders: set[str] = set()
    while True:
        message = connection.receive()
        called = message.header.fields.get(HeaderFields.member)
        if message.header.message_type is MessageType.method_call:
            sender = message.header.fields[HeaderFields.sender]
            given = ("u", (COOKIE,)) if called == "Inhibit" else (None, ())
            holders = holders | {sender} if called == "Inhibit" else holders - {sender}
            tell(called, *message.body)
            connection.send(new_method_return(message, *given))
        elif called == "NameOwnerChanged" and message.body[0] in holders and not message.body[2]:
            tell("gone without giving back")


def tell(*words: object) -> None:
    """Print a line at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
