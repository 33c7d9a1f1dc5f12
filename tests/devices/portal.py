"""A desktop's settings portal on the bus, as far as coach speaks to it.

Takes the address, and settings as JSON: namespace, key, type and value each. Each further line of its input, another
such setting, is told as a change.
"""

from __future__ import annotations

import json
import sys
import threading

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import Proxy, open_dbus_connection  # type: ignore[import-untyped]

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"


def main() -> None:
    """Answer for ever."""
    connection = open_dbus_connection(sys.argv[1])
    settings = {(space, key): (kind, value) for space, key, kind, value in json.loads(sys.argv[2])}
    if sys.argv[3:] != ["unnamed"]:
        Proxy(message_bus, connection).RequestName(NAME)
    threading.Thread(target=change, args=(connection, settings), daemon=True).start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        answer(connection, settings)


def change(connection, settings) -> None:  # type: ignore[no-untyped-def]
    """Tell each line of the input as a change."""
    for line in sys.stdin:
        space, key, kind, value = json.loads(line)
        settings[space, key] = (kind, value)
        told = (space, key, (kind, value))
        connection.send(new_signal(DBusAddress(PATH, interface=INTERFACE), "SettingChanged", "ssv", told))


def answer(connection, settings) -> None:  # type: ignore[no-untyped-def]
    """Answer one call."""
    message = connection.receive()
    if message.header.message_type is not MessageType.method_call:
        return
    if message.header.fields.get(HeaderFields.member) != "ReadAll":
        connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
        return
    wanted = {space for space, _key in settings} & set(message.body[0])
    found = {space: {key: value for (of, key), value in settings.items() if of == space} for space in wanted}
    connection.send(new_method_return(message, "a{sa{sv}}", (found,)))


if __name__ == "__main__":
    main()
