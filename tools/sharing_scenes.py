"""What leads to the pictures of the pages by which routines are given away and taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.sharing.code_page import CodePage
from coach.ui.sharing.hand_out_page import HandOutPage
from coach.ui.sharing.read_code_page import ReadCodePage
from tools.studio import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.studio import Studio


def _hand_out(studio: Studio) -> None:
    studio.parts.flow.rooms.side_pages.routines.print_wanted.emit("lower-back")
    page = studio.program.window.page
    if isinstance(page, HandOutPage):
        wait_until(studio, lambda: bool(page.sheets))


def _code(studio: Studio) -> None:
    studio.parts.flow.rooms.side_pages.routines.code_wanted.emit("lower-back")
    page = studio.program.window.page
    if isinstance(page, CodePage):
        wait_until(studio, lambda: page.code is not None)


def _read(studio: Studio) -> None:
    studio.parts.flow.rooms.side_pages.routines.read_code_wanted.emit()


def _refused(studio: Studio) -> None:
    page = studio.program.window.page
    if isinstance(page, ReadCodePage):
        studio.app.clipboard().setText("https://example.org")
        page.paste.click()
        wait_until(studio, lambda: page.news.text().startswith("This code"))


SCENES: dict[str, Callable[[Studio], object]] = {
    "hand_out": _hand_out,
    "code": _code,
    "code_read": _read,
    "code_refused": _refused,
}
