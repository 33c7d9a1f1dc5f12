"""A routine is given away on paper and as a QR code, and taken in again: with real keys, in the real window."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from coach.session.places import Place
from coach.store.routines import routine_code
from coach.ui.library.incoming_page import IncomingPage
from coach.ui.library.routine_tile import RoutineTile
from coach.ui.library.routines_page import RoutinesPage
from coach.ui.sharing.code_page import CodePage
from coach.ui.sharing.code_picture import code_picture, to_save
from coach.ui.sharing.code_reading import text_in, text_in_file
from coach.ui.sharing.hand_out_page import HandOutPage
from coach.ui.sharing.read_code_page import ReadCodePage
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coach.store.routines.incoming import Incoming
    from tests.ui.stage import Stage

KNOWN = routine_code.shipped_document()


def routines_page(stage: Stage) -> RoutinesPage:
    stage.visit(Place.ROUTINES)
    page = stage.page()
    assert isinstance(page, RoutinesPage)
    return page


def choose(stage: Stage, place: int, words: str) -> None:
    """Choose an item of the menu of a card."""
    tile = routines_page(stage).tiles[place]
    assert isinstance(tile, RoutineTile)
    item = next(action for action in tile.menu().actions() if action.text() == words)
    item.trigger()
    wait_ms(1)


def hand_out(stage: Stage, qtbot: QtBot) -> HandOutPage:
    qtbot.waitUntil(lambda: bool(stage.pictures.variants), timeout=10_000)
    choose(stage, 0, "Print a hand-out")
    page = stage.page()
    assert isinstance(page, HandOutPage)
    return page


def name_of(widget: object) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)  # type: ignore[arg-type]


def test_a_hand_out_shows_its_pages_and_is_saved_as_a_pdf(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    stage.preferences.change(emergency_number="555 0100")
    stage.flow.rooms.side_pages.hand_outs.folder = tmp_path / "out"
    page = hand_out(stage, qtbot)
    assert page.title.text() == "Hand-out: Lower back stretches"
    assert "The pages are being drawn." in stage.texts(page)
    assert not page.print_button.isEnabled()
    qtbot.waitUntil(page.save.isEnabled, timeout=20_000)

    assert [name_of(sheet) for sheet in page.sheets] == ["Page 1 of 2 of the hand-out", "Page 2 of 2 of the hand-out"]
    page.save.setFocus()
    stage.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: "Written" in page.news.text(), timeout=20_000)
    (made,) = (tmp_path / "out").iterdir()
    assert made.name.startswith("coach-lower-back-stretches-")
    text = " ".join(" ".join(each.extract_text() for each in PdfReader(io.BytesIO(made.read_bytes())).pages).split())
    assert "Your emergency number: 555 0100" in text
    stage.press(KEY.Key_Escape)
    assert isinstance(stage.page(), RoutinesPage)


def test_a_folder_that_refuses_is_told(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    stage.flow.rooms.side_pages.hand_outs.folder = tmp_path / "file"
    page = hand_out(stage, qtbot)
    qtbot.waitUntil(page.save.isEnabled, timeout=20_000)
    stage.click(page.save)
    qtbot.waitUntil(lambda: "could not be written to" in page.news.text(), timeout=20_000)


def print_dialogs() -> list[QPrintDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QPrintDialog) and each.isVisible()]


def test_print_asks_how_and_prints_what_is_shown(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    page = hand_out(stage, qtbot)
    qtbot.waitUntil(page.print_button.isEnabled, timeout=20_000)
    stage.click(page.print_button)
    assert print_dialogs()
    stage.press(KEY.Key_Escape)
    assert not print_dialogs()
    assert page.news.text() == "", "Esc prints nothing"

    stage.click(page.print_button)
    (dialog,) = print_dialogs()
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: "with the printer" in page.news.text(), timeout=20_000)
    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert len(pages) == 2
    assert "7. Cat–cow 3 × 30 s" in " ".join(pages[1].extract_text().split())
    assert b"<0009>" not in (tmp_path / "printed.pdf").read_bytes(), "spaces are spaces here too"


def code_page(stage: Stage, qtbot: QtBot) -> CodePage:
    choose(stage, 1, "Show as a QR code")
    page = stage.page()
    assert isinstance(page, CodePage)
    qtbot.waitUntil(lambda: page.code is not None, timeout=20_000)
    return page


def test_a_routine_is_shown_saved_and_copied_as_a_code(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    stage.flow.rooms.side_pages.codes.folder = tmp_path / "pictures"
    page = code_page(stage, qtbot)
    assert page.title.text() == "QR code: Short version"
    assert page.code is not None
    assert name_of(page.code) == "QR code of Short version"
    wait_ms(1)
    on_screen = page.code.grab().toImage()
    wanted = routine_code.decode(text_in(on_screen), KNOWN)
    assert [each["id"] for each in wanted["routines"]] == ["lower-back-short"], "it is read from the screen"

    page.save.setFocus()
    stage.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(page.news.text()), timeout=20_000)
    assert "Written" in page.news.text()
    (made,) = (tmp_path / "pictures").iterdir()
    assert made.name == "coach-short-version.png"
    assert text_in_file(made) == text_in(on_screen)

    page.copy.setFocus()
    stage.press(KEY.Key_Return)
    assert page.news.text() == "The picture is copied."
    assert text_in(QGuiApplication.clipboard().image()) == text_in(on_screen)


def test_a_code_is_dark_on_light_in_dark_looks_too(stage: Stage, qtbot: QtBot) -> None:
    stage.theme.use(Qt.ColorScheme.Dark)
    page = code_page(stage, qtbot)
    assert page.code is not None
    wait_ms(1)
    shown = page.code.grab().toImage()
    inside = page.code.area().toRect().adjusted(3, 3, -3, -3)
    assert shown.pixelColor(inside.topLeft()).lightness() == 255
    assert shown.pixelColor(inside.bottomRight()).lightness() == 255


def reading(stage: Stage) -> ReadCodePage:
    link = routines_page(stage).sheet.read_code
    link.setFocus()
    stage.press(KEY.Key_Return)
    page = stage.page()
    assert isinstance(page, ReadCodePage)
    return page


@pytest.fixture(name="came")
def _came(stage: Stage) -> list[Incoming]:
    came: list[Incoming] = []
    stage.flow.rooms.side_pages.codes.came.connect(came.append)
    return came


def test_a_code_is_read_from_a_picture_and_nothing_is_kept_yet(
    stage: Stage, qtbot: QtBot, tmp_path: Path, came: list[Incoming]
) -> None:
    picture = tmp_path / "from-physio.png"
    to_save(code_picture(routine_code.encode(KNOWN, "lower-back-short", KNOWN))).save(str(picture))
    page = reading(stage)
    page.file_wanted.emit(picture)
    assert page.news.text() == "The picture is being looked at."
    qtbot.waitUntil(lambda: bool(came), timeout=20_000)

    assert came[0].name == "from-physio.png"
    assert [each.routine.name for each in came[0].routines] == ["Short version"]
    assert [exercise.rounds for exercise in came[0].routines[0].routine.exercises] == [1] * 7
    assert not stage.program.routines.own, "it is shown first"
    shown = stage.page()
    assert isinstance(shown, IncomingPage)
    assert "Short version" in stage.texts(shown)
    shown.keep_wanted.emit()
    qtbot.waitUntil(lambda: len(stage.program.routines.own) == 1, timeout=20_000)
    assert [own.name for own in stage.program.routines.own] == ["Short version"]


def test_what_was_copied_is_pasted_with_the_keys(stage: Stage, qtbot: QtBot, came: list[Incoming]) -> None:
    text = routine_code.encode(KNOWN, "lower-back", KNOWN)
    page = reading(stage)
    QGuiApplication.clipboard().setImage(to_save(code_picture(text)))
    stage.press(KEY.Key_V, CTRL)
    qtbot.waitUntil(lambda: len(came) == 1, timeout=20_000)
    page = reading(stage) if stage.page() is not page else page
    QGuiApplication.clipboard().setText(f"\n{text}\n")
    page.paste.setFocus()
    stage.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: len(came) == 2, timeout=20_000)

    assert {each.name for each in came} == {"QR code"}
    assert [each.routines[0].routine.name for each in came] == ["Lower back stretches"] * 2


@pytest.mark.parametrize(
    ("copied", "words"),
    [
        (None, "There is no picture among what you copied last."),
        ("https://example.org", "This code holds no routine of coach."),
        ("COACH9:ABC", "This code was made with a newer coach."),
        (QImage(200, 200, QImage.Format.Format_Grayscale8), "There is no code to be seen in this picture."),
    ],
    ids=range(4),
)
def test_what_holds_no_routine_is_refused_in_words(
    stage: Stage, qtbot: QtBot, came: list[Incoming], copied: str | QImage | None, words: str
) -> None:
    page = reading(stage)
    clipboard = QGuiApplication.clipboard()
    if isinstance(copied, QImage):
        copied.fill(Qt.GlobalColor.white)
        clipboard.setImage(copied)
    elif copied is None:
        clipboard.clear()
    else:
        clipboard.setText(copied)
    page.paste.setFocus()
    stage.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: page.news.text().startswith(words), timeout=20_000)

    assert came == []
    assert stage.page() is page
    assert focus() is page.paste


def test_a_code_with_a_routine_that_does_not_fit_is_refused(stage: Stage, qtbot: QtBot, came: list[Incoming]) -> None:
    entry = {"id": "x", "name": "X", "exercises": [{"exercise": "cat-cow", "rounds": 999}]}
    text = routine_code.encode({**KNOWN, "routines": [entry]}, "x", KNOWN)
    page = reading(stage)
    QGuiApplication.clipboard().setText(text)
    stage.click(page.paste)
    qtbot.waitUntil(lambda: page.news.text().startswith("What is in this code does not fit"), timeout=20_000)

    assert "rounds" in page.news.text()
    assert came == []
