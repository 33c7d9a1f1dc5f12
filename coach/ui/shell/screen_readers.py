"""Has screen readers find our own words and roles for what is painted, once in each application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from coach.waves import later

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QApplication

    from coach.ui.shell import accessibility
else:
    accessibility = later("coach.ui.shell.accessibility")

SERVED = "screen readers are served"
"""The property of an application that has our interfaces."""


def serve_screen_readers(app: QApplication) -> None:
    """Have Qt ask for our interfaces; however often it is called, an application asks once for each widget.

    PySide 6.11 and 6.12 ask a factory as often as it was installed, where Qt takes none twice, and can take none away.
    """
    if app.property(SERVED) is None:
        app.setProperty(SERVED, "yes")
        QAccessible.installFactory(_interface_for)


def _interface_for(key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return our own interface of a widget; called only where assistive technology runs, so it is imported then."""
    return accessibility.interface_for(key, thing)
