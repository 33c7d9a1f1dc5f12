"""What leads to the pictures of the pages by which routines are given away and taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop

from coach.ui.sharing.code_page import CodePage
from coach.ui.sharing.hand_out_page import HandOutPage
from coach.ui.sharing.read_code_page import ReadCodePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.page_scenes import Studio


def _wait_until(studio: Studio, is_so: Callable[[], bool]) -> None:
    waiting = QDeadlineTimer(20_000)
    while not is_so() and not waiting.hasExpired():
        studio.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _hand_out(studio: Studio) -> None:
    studio.parts.flow.rooms.side_pages.routines.print_wanted.emit("lower-back")
    page = studio.program.window.page
    if isinstance(page, HandOutPage):
        _wait_until(studio, lambda: bool(page.sheets))


def _code(studio: Studio) -> None:
    studio.parts.flow.rooms.side_pages.routines.code_wanted.emit("lower-back")
    page = studio.program.window.page
    if isinstance(page, CodePage):
        _wait_until(studio, lambda: page.code is not None)


def _read(studio: Studio) -> None:
    studio.parts.flow.rooms.side_pages.routines.read_code_wanted.emit()


def _refused(studio: Studio) -> None:
    page = studio.program.window.page
    if isinstance(page, ReadCodePage):
        studio.app.clipboard().setText("https://example.org")
        page.paste.click()
        _wait_until(studio, lambda: page.news.text().startswith("This code"))


SCENES: dict[str, Callable[[Studio], object]] = {
    "hand_out": _hand_out,
    "code": _code,
    "code_read": _read,
    "code_refused": _refused,
}
