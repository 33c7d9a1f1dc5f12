"""What those who make things to give away share: their jobs are done beside the window, and their pages told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from shiboken6 import isValid

from coach.background.errands import Errands
from coach.session.own_folders import own_folder
from coach.store import whole_files
from coach.store.paths import in_words
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.ui.kit.theme import Theme
    from coach.ui.sharing.told_page import ToldPage


class SharingPresenter(QObject):
    """Makes a new page each time one is asked for."""

    said = Signal(str)
    """News for a screen reader."""
    _place: ClassVar[QStandardPaths.StandardLocation]
    """The kind of folder in which its files are saved."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._errands = Errands()
        self.folder: Path | None = None
        """Where files are saved; None is the person's own folder."""

    def finish(self) -> None:
        """End with the program."""
        self._errands.finish()

    def _save_file(
        self, page: ToldPage, make: Callable[[], tuple[str, bytes]], failed: Callable[[str], str], job: str
    ) -> None:
        """Save what `make` makes, a name and what is in it, and tell on its page that it is there.

        Else tell what `failed` says of the folder in words.
        """
        folder = self.folder or own_folder(self._place)

        def write() -> Path:
            if folder is None:
                raise OSError
            name, data = make()
            whole_files.write(folder / name, data)
            return folder / name

        self._errands.do(
            write,
            lambda path: tell(page, tr("Written: {files}.", files=in_words(path))),
            lambda _why: tell(page, failed(in_words(folder or ""))),
            job,
        )


def tell(page: ToldPage, words: str) -> None:
    """Tell something on a page, where that is still there."""
    if isValid(page):
        page.show_told(words)
