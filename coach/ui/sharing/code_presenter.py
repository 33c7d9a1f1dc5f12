"""Gives routines away as QR codes, and takes them in: what is read is shown before anything of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from shiboken6 import isValid

from coach.core.shown_routine import in_language
from coach.ui.sharing.sharing_presenter import SharingPresenter, tell
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from coach.session.routine_library import RoutineLibrary
    from coach.store.routines import one_routine, routine_code
    from coach.store.routines.incoming import Incoming
    from coach.ui.kit.theme import Theme
    from coach.ui.sharing import code_page, code_picture, code_reading, read_code_page
    from coach.ui.sharing.told_page import ToldPage
else:
    one_routine, routine_code = later("coach.store.routines.one_routine"), later("coach.store.routines.routine_code")
    code_page, code_picture = later("coach.ui.sharing.code_page"), later("coach.ui.sharing.code_picture")
    code_reading, read_code_page = later("coach.ui.sharing.code_reading"), later("coach.ui.sharing.read_code_page")


class CodePresenter(SharingPresenter):
    """Makes the page that shows a code, and the page that reads one."""

    _place = QStandardPaths.StandardLocation.PicturesLocation
    came = Signal(object)
    """What was read out of a QR code, an Incoming without problems: it is to be shown."""

    def __init__(self, theme: Theme, library: RoutineLibrary) -> None:
        super().__init__(theme)
        self._library = library

    # Giving away

    def page(self, routine_id: str) -> code_page.CodePage:
        """Return the page with the code of a routine; it is made meanwhile."""
        routine = next(each for each in self._library.selection.routines if each.id == routine_id)
        page = code_page.CodePage(self._theme, in_language(routine).name)
        page.said.connect(self.said)

        def make(document: dict[str, Any] | None) -> None:
            if document is None:
                _why_not(page, tr("The file of this routine cannot be read."))
                return
            self._errands.do(lambda: _code_of(document, routine_id), show, lambda why: _why_not(page, why), "code")

        def show(made: QImage | str) -> None:
            if isinstance(made, str):
                _why_not(page, made)
            elif isValid(page):
                page.show_code(made)
                page.save_wanted.connect(lambda: self._save(page, made, routine.name))
                page.copy_wanted.connect(lambda: _copy(page, made))

        self._library.document(routine_id, make)
        return page

    def _save(self, page: ToldPage, code: QImage, name: str) -> None:
        self._save_file(
            page,
            lambda: (f"coach-{one_routine.slug(name)}.png", _png(code_picture.to_save(code))),
            lambda folder: tr("The picture could not be written to {folder}.", folder=folder),
            "code",
        )

    # Taking in

    def read_page(self) -> read_code_page.ReadCodePage:
        """Return the page that reads a code."""
        page = read_code_page.ReadCodePage(self._theme)
        page.said.connect(self.said)
        page.file_wanted.connect(lambda path: self._read(page, lambda: code_reading.text_in_file(path), path.name))
        page.paste_wanted.connect(lambda: self._on_paste(page))
        return page

    def _on_paste(self, page: read_code_page.ReadCodePage) -> None:
        """Read what is on the clipboard: a picture, or the text that a telephone has read out of one."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and data.hasImage():
            image = QGuiApplication.clipboard().image()
            self._read(page, lambda: code_reading.text_in(image), tr("QR code"))
        elif data is not None and data.hasText():
            text = data.text()[: 2 * routine_code.MAX_LETTERS]
            self._read(page, lambda: text, tr("QR code"))
        else:
            page.show_told(tr("There is no picture among what you copied last."))

    def _read(self, page: read_code_page.ReadCodePage, text: Callable[[], str], name: str) -> None:
        page.show_reading(is_reading=True)

        def over(words: str) -> None:
            if isValid(page):
                page.show_reading(is_reading=False)
                page.show_told(words)

        def look(read: bytes | str) -> None:
            if isinstance(read, str):
                over(read)
            else:
                self._library.look_at_code(read, name, show)

        def show(incoming: Incoming | None) -> None:
            if incoming is None or incoming.problems:
                why = str(incoming.problems[0]) if incoming else ""
                over(tr("What is in this code does not fit: {problem}", problem=why))
            elif isValid(page):
                over("")
                self.came.emit(incoming)

        self._errands.do(lambda: _document_in(text), look, over, "code")


def _code_of(document: dict[str, Any], routine_id: str) -> QImage | str:
    """Return the code of a routine, or why there is none."""
    try:
        text = routine_code.encode(document, routine_id, routine_code.shipped_document())
        return code_picture.code_picture(text)
    except routine_code.CodeError as error:
        return error.words


def _document_in(text: Callable[[], str]) -> bytes | str:
    """Return what a routine file with the routine of a code would hold, or why there is none."""
    try:
        return one_routine.written(routine_code.decode(text(), routine_code.shipped_document()))
    except routine_code.CodeError as error:
        return error.words


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _copy(page: ToldPage, code: QImage) -> None:
    QGuiApplication.clipboard().setImage(code_picture.to_save(code))
    tell(page, tr("The picture is copied."))


def _why_not(page: code_page.CodePage, words: str) -> None:
    if isValid(page):
        page.show_why_not(words)
