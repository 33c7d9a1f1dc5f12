"""The note against another desktop than ours: the one of python-dbusmock, where that is installed."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import threading
import time
from typing import TYPE_CHECKING

import pytest
from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection, unwrap_msg  # type: ignore[import-untyped]
from jeepney.wrappers import DBusErrorResponse  # type: ignore[import-untyped]

from coach.reminders import note
from coach.reminders.note import Answer, Told
from coach.reminders.remind import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.devices.conftest import Bus

MOCK = DBusAddress("/org/freedesktop/Notifications", bus_name=note.SERVER, interface="org.freedesktop.DBus.Mock")
PATIENCE_S = 30


@pytest.fixture(name="mocked")
def _mocked(bus: Bus) -> Iterator[Bus]:
    python = shutil.which("python3", path="/usr/bin")
    if python is None or subprocess.run([python, "-c", "import dbusmock"], capture_output=True, check=False).returncode:
        pytest.skip("needs python-dbusmock")
    command = [python, "-m", "dbusmock", "--template", "notification_daemon"]
    command += ["--parameters", '{"capabilities": "actions body body-markup"}']
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        yield bus
        process.kill()


def call(bus: Bus, method: str, signature: str, *values: object) -> tuple[object, ...]:
    with open_dbus_connection(bus.address) as connection:
        answer: tuple[object, ...] = unwrap_msg(
            connection.send_and_get_reply(new_method_call(MOCK, method, signature, values), timeout=PATIENCE_S)
        )
        return answer


def test_a_click_there_is_heard(mocked: Bus) -> None:
    told: list[Told] = []
    person = threading.Thread(target=lambda: told.append(note.show(words())))
    person.start()
    for _try in range(PATIENCE_S * 20):
        with contextlib.suppress(DBusErrorResponse):  # it is not there yet
            if call(mocked, "GetMethodCalls", "s", "Notify")[0]:
                break
        time.sleep(0.05)
    for name, kind, value in (("ActionInvoked", "us", ("s", "later")), ("NotificationClosed", "uu", ("u", 2))):
        call(mocked, "EmitSignal", "sssav", note.SERVER, name, kind, [("u", 1), value])
    person.join(PATIENCE_S)

    assert told == [Told(Answer.LATER)]
