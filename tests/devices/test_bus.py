"""Which bus is used."""

from __future__ import annotations

import os
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from coach.devices import bus as which

if TYPE_CHECKING:
    from pathlib import Path

    from tests.devices.conftest import Bus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a bus as on Linux")


@pytest.fixture(name="told_nothing", autouse=True)
def _told_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def test_the_bus_that_was_told_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as usual:
        usual.bind(str(tmp_path / "bus"))
        assert which.address() == f"unix:path={tmp_path}/bus"
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "")
        assert which.address() == f"unix:path={tmp_path}/bus"

        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/told")
        assert which.address() == "unix:path=/told"


@pytest.mark.parametrize("folder", ["", "relative", None])
def test_without_a_folder_for_it_there_is_none(monkeypatch: pytest.MonkeyPatch, folder: str | None) -> None:
    if folder is None:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
    else:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)

    assert which.address() is None
    with pytest.raises(OSError, match="there is no session bus"):
        which.connect()


def test_only_a_socket_counts(tmp_path: Path) -> None:
    assert which.address() is None

    (tmp_path / "bus").touch()

    assert which.address() is None


@pytest.mark.parametrize("name", ["a b", "a%,;=", "bücher", os.fsdecode(b"caf\xe9")])
def test_a_folder_may_have_any_name(bus: Bus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    where = bus.address.removeprefix("unix:path=").partition(",")[0]
    (tmp_path / name).mkdir()
    (tmp_path / name / "bus").symlink_to(where)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / name))

    with which.connect() as connection:
        assert connection.unique_name.startswith(":")


def test_of_several_addresses_one_that_answers_is_used(bus: Bus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"tcp:host=localhost;unix:path=/gone;noise;{bus.address};")

    with which.connect() as connection:
        assert connection.unique_name.startswith(":")
