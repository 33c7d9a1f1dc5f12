"""Own routines and files of routines for tests, and hands that choose and drop a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLibraryInfo, QMimeData, QPoint, QPointF, Qt, QUrl, QVersionNumber
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from coach.session.places import Place
from coach.store.paths import shipped
from coach.ui.library.routines_page import RoutinesPage
from tests.ui.stage import KEY
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coach.session.routine_library import RoutineLibrary
    from coach.ui.library.tile import Tile
    from tests.ui.stage import Stage


def shipped_document(*names: str) -> dict[str, Any]:
    """Return the shipped file with routines of these names, each a copy of the first."""
    document: dict[str, Any] = json.loads(shipped("routines.json").read_text("utf-8"))
    first = document["routines"][0]
    if names:
        document["routines"] = [{**first, "id": f"r-{place}", "name": name} for place, name in enumerate(names)]
    return document


def write(path: Path, document: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document), "utf-8")
    return path


def library_of(stage: Stage, qtbot: QtBot) -> RoutineLibrary:
    library = stage.program.routines
    qtbot.waitUntil(lambda: library.is_read, timeout=10_000)
    return library


def opened(stage: Stage, qtbot: QtBot) -> RoutinesPage:
    """Go to the page of all routines, once the own ones have been read and every card is made."""
    library_of(stage, qtbot)
    stage.visit(Place.ROUTINES)
    page = stage.page()
    assert isinstance(page, RoutinesPage)
    qtbot.waitUntil(lambda: len(page.tiles) == len(page._ids))
    return page


def names(page: RoutinesPage) -> list[str]:
    return [tile.shown.name for tile in page.tiles]


def card(page: RoutinesPage, name: str) -> Tile:
    return next(tile for tile in page.tiles if tile.shown.name == name)


def choose(stage: Stage, tile: Tile, words: str) -> None:
    """Open the menu of a card with the keyboard, and choose a row with it."""
    tile.more.setFocus()
    stage.press(KEY.Key_Space)
    menu = tile.menu()
    assert QApplication.activePopupWidget() is menu
    rows = [row.text() for row in menu.actions() if row.isEnabled()]
    assert words in rows, rows
    while (row := menu.activeAction()) is None or row.text() != words:
        QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    if QApplication.activeModalWidget() is None:
        stage.window.activateWindow()  # a window manager does
    wait_ms(1)  # what is new in a layout is shown in the next turn


def choose_in_dialog(stage: Stage, qtbot: QtBot, path: Path) -> None:
    """Type the name of a file into the dialog that is open, and press Enter."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, str(path))
    QTest.keyClick(field, KEY.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    stage.window.activateWindow()  # a window manager does
    qtbot.waitUntil(stage.window.isActiveWindow)


def drag(stage: Stage, path: Path) -> bool:
    """Drag a file over the window; return whether it would be taken."""
    files = _files(path)
    # The one is new with Qt 6.12, and the other deprecated there.
    place: Any = QPointF(300, 300) if QLibraryInfo.version() >= QVersionNumber(6, 12) else QPoint(300, 300)
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, _NONE)
    QApplication.sendEvent(stage.window, enter)
    return enter.isAccepted()


def drop(stage: Stage, path: Path) -> None:
    """Let a file go over the window, as a desktop does: only where it would be taken."""
    if not drag(stage, path):
        QApplication.sendEvent(stage.window, QDragLeaveEvent())
        return
    files = _files(path)
    dropped = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, _NONE)
    QApplication.sendEvent(stage.window, dropped)


_NONE = Qt.KeyboardModifier.NoModifier
_KEPT: list[QMimeData] = []
"""Qt has no share in what an event points to."""


def _files(path: Path) -> QMimeData:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    _KEPT[:] = [*_KEPT[-4:], files]
    return files
