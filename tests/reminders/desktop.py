"""A desktop that shows notes, as far as coach speaks to it, and answers each as it was told.

Takes the address of the bus, what it can do, and what it sends after each note: names of signals with their arguments,
the number of the note left out; after “other ” it is about the note of another program. Prints each call as a line of
JSON: its method and its arguments.
"""

from __future__ import annotations

import json
import sys
from itertools import count

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import Proxy, open_dbus_connection  # type: ignore[import-untyped]

NAME = "org.freedesktop.Notifications"
OBJECT = DBusAddress("/org/freedesktop/Notifications", interface=NAME)
OTHER = "other "


def main() -> None:
    """Answer for ever."""
    address, can, answers = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
    connection = open_dbus_connection(address)
    Proxy(message_bus, connection).RequestName(NAME)
    tell(["ready"])
    numbers = count(7)
    while True:
        call = connection.receive()
        if call.header.message_type is not MessageType.method_call:
            continue
        method = call.header.fields.get(HeaderFields.member)
        tell([method, *call.body])
        if method == "GetCapabilities":
            connection.send(new_method_return(call, "as", (can,)))
        elif method == "Notify":
            number = next(numbers)
            signals = [
                new_signal(OBJECT, name.removeprefix(OTHER), kinds, (number + name.startswith(OTHER), *values))
                for name, kinds, *values in answers
            ]
            # At once, in one go: a program that holds one message alone loses the others.
            for message in (new_method_return(call, "u", (number,)), *signals):
                connection.send(message)
            tell(["shown"])
        elif method == "CloseNotification":
            connection.send(new_method_return(call))
        else:
            connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))


def tell(line: list[object]) -> None:
    """Print a line."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
