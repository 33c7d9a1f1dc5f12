"""A worker lives as long as its threads, and is destroyed by none of them."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.background import worker
from coach.background.worker import Worker

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

FORGOTTEN = """
from PySide6.QtCore import QCoreApplication, Signal
from coach.background.worker import Worker

class Teller(Worker):
    told = Signal(object)

app = QCoreApplication([])
for number in range(2_000):
    teller, heard = Teller(), []
    teller.told.connect(heard.append)
    teller.begin(lambda teller=teller: teller.told.emit(number), print, "teller")
    if number % 3 == 0:
        app.processEvents()
    del teller
    app.processEvents()
print("survived")
"""


class Teller(Worker):
    told = Signal(object)
    failed = Signal(str)


def test_one_that_everybody_else_forgot_is_not_destroyed_by_its_thread() -> None:
    done = subprocess.run([sys.executable, "-c", FORGOTTEN], capture_output=True, text=True, check=False, timeout=60)

    assert "survived" in done.stdout, done.stderr


def test_it_tells_what_a_job_raised_and_lets_go_of_itself(qtbot: QtBot) -> None:
    teller = Teller()

    with qtbot.waitSignal(teller.failed) as told:
        teller.begin(lambda: int("none"), teller.failed.emit, "teller")

    assert told.args is not None
    assert "ValueError" in told.args[0]
    qtbot.waitUntil(lambda: teller._kept is None)
    assert not [each for each in threading.enumerate() if each.name == "teller"]


def test_where_no_thread_can_start_it_says_so_at_once(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def refuse(_job: object, failed: object, _name: str) -> None:
        assert callable(failed)
        failed("no thread")

    monkeypatch.setattr(worker, "run_beside", refuse)
    told: list[str] = []
    teller = Teller()
    teller.begin(print, told.append, "teller")

    assert told == ["no thread"]
    qtbot.waitUntil(lambda: teller._kept is None)


def test_the_end_of_the_program_waits_for_a_thread(qtbot: QtBot) -> None:
    teller, goes_on = Teller(), threading.Event()
    teller.begin(goes_on.wait, teller.failed.emit, "teller")
    threading.Timer(0.05, goes_on.set).start()

    teller.finish()

    assert not [each for each in threading.enumerate() if each.name == "teller"]
    qtbot.waitUntil(lambda: teller._kept is None)
