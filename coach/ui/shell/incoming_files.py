"""Takes files with routines in, from wherever they come, and shows what is in them; never in a session or its check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent

from coach.session.places import Place
from coach.waves import later

if TYPE_CHECKING:
    from coach.session.commands import Commands
    from coach.ui.kit.text_page import TextPage
    from coach.ui.library import drop_hint
    from coach.ui.library.drop_hint import DropHint
    from coach.ui.library.incoming_presenter import IncomingPresenter
    from coach.ui.shell.browsing import Browsing
    from coach.ui.shell.services import Services
else:
    drop_hint = later("coach.ui.library.drop_hint")


class IncomingFiles(QObject):
    """A file that is dropped on the window, chosen in a dialog, or opened from outside."""

    def __init__(self, services: Services, incoming: IncomingPresenter, browsing: Browsing, commands: Commands) -> None:
        super().__init__()
        self._services, self._incoming, self._browsing, self._commands = services, incoming, browsing, commands
        self._window = services.window
        self._hint: DropHint | None = None
        incoming.page_wanted.connect(self._on_page)
        services.routines.file_wanted.connect(incoming.look_at)
        self._window.setAcceptDrops(True)
        self._window.installEventFilter(self)

    @property
    def _can_show(self) -> bool:
        return self._commands.situation().browses

    def _on_page(self, page: TextPage) -> None:
        """Show a page over that of all routines; where a session has begun meanwhile, not at all."""
        if not self._can_show:
            page.deleteLater()
            return
        if self._services.navigator.base is not Place.ROUTINES:
            self._browsing.visit(Place.ROUTINES)
        self._browsing.read(page)

    # Drag and drop

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take one file that is dropped on the window, wherever on it."""
        if isinstance(event, QDropEvent) and event.type() in {
            QEvent.Type.DragEnter,
            QEvent.Type.DragMove,
            QEvent.Type.Drop,
        }:
            return self._take(event)
        if event.type() == QEvent.Type.DragLeave:
            self._show_hint(shown=False)
        return False

    def _take(self, event: QDropEvent) -> bool:
        path = file_of(event)
        is_wanted = path is not None and self._can_show
        is_over = event.type() == QEvent.Type.Drop
        self._show_hint(shown=is_wanted and not is_over)
        if path is None or not is_wanted:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if is_over:
            self._incoming.look_at(path)
        return True

    def _show_hint(self, *, shown: bool) -> None:
        if shown and self._hint is None:
            self._hint = drop_hint.DropHint(self._services.theme, self._window)
        if self._hint is not None:
            self._hint.show_over(shown=shown)


def file_of(event: QDropEvent) -> Path | None:
    """Return the one file that is dragged; None where it is something else, or several."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
