"""Borrows the bus and the sound server of the tests of devices."""

from __future__ import annotations

from tests.devices.conftest import _bus  # noqa: F401 - a fixture
from tests.devices.sound.conftest import _place, _server  # noqa: F401 - fixtures
