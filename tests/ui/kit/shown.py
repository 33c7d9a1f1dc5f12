"""The page of all components, shown in a look with colours of its own, so that no desktop has a say in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from coach.ui.help.components_page import ComponentsPage
from coach.ui.kit.style import Style
from coach.ui.kit.theme import Theme, palette
from coach.ui.shell.screen_readers import serve_screen_readers
from tests.ui.kit.test_theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOKS = tuple(name for name in THEMES if name != "stopped")


@contextmanager
def components(app: QApplication, look: str = "light") -> Iterator[ComponentsPage]:
    """Show the page, and put everything back at the end."""
    before = app.palette()
    serve_screen_readers(app)
    theme = Theme(app, Qt.ColorScheme.Dark if "dark" in look else Qt.ColorScheme.Light)
    theme.tokens = THEMES[look]
    app.setPalette(palette(theme.tokens))
    app.setStyle(Style(theme))
    page = ComponentsPage(theme)
    page.resize(1200, 2600)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    try:
        yield page
    finally:
        Shiboken.delete(page)
        Shiboken.delete(theme)
        app.setStyle("Fusion")
        app.setPalette(before)
