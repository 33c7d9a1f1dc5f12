"""`coach figure FILE`: the movement of a file, over and over; what is wrong stands below the last good picture."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from coach.ui.figure.preview import FigurePreview
from coach.ui.kit.theme import Theme
from tests.cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

EXAMPLE = ROOT / "docs" / "examples" / "heel-slide.json"


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    file = tmp_path / "heel-slide.json"
    file.write_bytes(EXAMPLE.read_bytes())
    return file


@pytest.fixture(name="window")
def _window(qapp: QApplication, qtbot: QtBot, file: Path) -> Iterator[FigurePreview]:
    window = FigurePreview(file, Theme(qapp, Qt.ColorScheme.Light))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    QTest.keyClick(window, Qt.Key.Key_Space)  # it stands still, so that pictures can be compared
    yield window
    window.close()


def save(file: Path, text: str) -> None:
    """Save a file as somebody does who writes one: later than before, by the clock of the disk."""
    later_ns = file.stat().st_mtime_ns + 1_000_000_000
    file.write_text(text, "utf-8")
    os.utime(file, ns=(later_ns, later_ns))


def shown(window: FigurePreview) -> QImage:
    return window.screen_.grab().toImage()


def test_the_example_of_the_documents_is_shown_with_what_it_shows(window: FigurePreview) -> None:
    told = json.loads(EXAMPLE.read_text("utf-8"))

    assert window.windowTitle() == told["title"]
    assert window.words.text().startswith(told["shows"].format(side="right", other="left"))
    assert window.screen_.accessibleName()
    blank = QImage(shown(window))
    blank.fill(blank.pixelColor(0, 0))
    assert shown(window) != blank


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_T, Qt.Key.Key_V])
def test_each_key_changes_the_picture(window: FigurePreview, key: Qt.Key) -> None:
    before = shown(window)
    QTest.keyClick(window, key)

    assert shown(window) != before


def test_the_words_follow_the_side(window: FigurePreview) -> None:
    QTest.keyClick(window, Qt.Key.Key_F)

    assert "the left heel slides" in window.words.text()


def test_side_and_colours_come_back_with_the_second_press(window: FigurePreview) -> None:
    before = shown(window)
    for key in (Qt.Key.Key_F, Qt.Key.Key_T) * 2:
        QTest.keyClick(window, key)

    assert shown(window) == before


def test_a_saved_file_is_shown_anew(window: FigurePreview, file: Path) -> None:
    before = shown(window)
    save(file, file.read_text("utf-8").replace('"Heel slide"', '"Heel slides"').replace('"pitch": 15', '"pitch": 25'))
    window.look()

    assert window.windowTitle() == "Heel slides"
    assert shown(window) != before


def test_a_bad_file_is_told_below_the_last_good_picture_until_it_is_good_again(
    window: FigurePreview, file: Path
) -> None:
    before, good = shown(window), file.read_text("utf-8")
    save(file, good.replace('"pitch": 15', '"pitch": NaN'))
    window.look()
    assert window.words.text().startswith("heel-slide.json: ")
    assert window.words.text().count("\n") == 0
    assert shown(window) == before

    save(file, good)
    window.look()
    assert window.words.text().startswith("Lying on the back")


def test_a_file_that_goes_away_leaves_the_picture(window: FigurePreview, file: Path) -> None:
    before = shown(window)
    file.unlink()
    window.look()

    assert shown(window) == before
