"""A page of text in place of the page, for as long as the person wants to read it. The bar stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coach.ui.kit.text_page import TextPage
    from coach.ui.shell.window import Window


class SidePage(QObject):
    """Shows one page of text at a time and brings back what was there before it."""

    def __init__(self, window: Window, on_left: Callable[[], None]) -> None:
        super().__init__()
        self._window = window
        self._on_left = on_left
        self._page: TextPage | None = None
        self._before: QWidget | None = None

    def show(self, page: TextPage) -> None:
        """Show this page until the person leaves it, another one comes, or something more urgent does."""
        self.drop()
        self._before, self._page = self._window.page, page
        self._window.add_page(page)
        page.left.connect(self._leave)
        self._window.show_page(page)
        page.settle()

    def drop(self) -> None:
        """Take the page away, if there is one, and show again what was there before it."""
        page, before = self._page, self._before
        self._page = self._before = None
        if page is not None and before is not None:
            self._window.show_page(before)
            self._window.drop_page(page)

    def _leave(self) -> None:
        self.drop()
        self._on_left()
