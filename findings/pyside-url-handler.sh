#!/usr/bin/env bash
# QDesktopServices.setUrlHandler() asks for bytes and takes anything but bytes
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      The method's name is bytes, as for a property of QPropertyAnimation and as the stub of PySide6 says; a str is
#            refused or, as there, taken as well.
# Behaviour  Only a str is taken. Bytes are refused, with a message that says that bytes are wanted. A name that is no slot
#            is taken in silence, a method without @Slot being none: openUrl() then returns False.
#            The format of a picture is alike in QImage, where a str is taken and bytes are asked for; in QImageWriter
#            it is the other way round, as the stub says.
# Seen       b"open": ValueError that names "method: bytes | bytearray | memoryview"; "open": called; no @Slot: not called. Format
#            of QImage.save() and fromData(): b"PNG" ValueError, "PNG" taken; of QImageWriter: b"PNG" taken, "PNG" TypeError
# Documented The signature, in the stub and in the message.
# Matters    What a type checker accepts ends the program, and what works has to be exempted from the checker. A link in a
#            text of help, or a picture kept in memory, is the only place where it shows.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QBuffer, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QImageWriter

app = QGuiApplication([])
opened = []


class Help(QObject):
    @Slot(QUrl)
    def open(self, url):
        opened.append(url.toString())

    def plain(self, url):
        opened.append(url.toString())


helper = Help()


def handled(name):
    opened.clear()
    try:
        QDesktopServices.setUrlHandler("coach", helper, name)
    except ValueError as error:
        return "method: bytes" in str(error)
    return QDesktopServices.openUrl(QUrl("coach:help")), list(opened)


seen("bytes are refused, and asked for", handled(b"open"), True)
seen("a str", handled("open"), (True, ["coach:help"]))
seen("a str, no slot", handled("plain"), (False, []))

picture, kept = QImage(2, 2, QImage.Format.Format_RGB32), QBuffer()
picture.fill(0)
kept.open(QBuffer.OpenModeFlag.ReadWrite)


def taken(call, name):
    """Whether a picture's format may be named so: True, or the error and whether it asks for bytes."""
    try:
        call(name)
    except (TypeError, ValueError) as error:
        return type(error).__name__, "format: bytes" in str(error)
    return True


seen('QImage.save(), "PNG"', taken(lambda name: picture.save(kept, name), "PNG"), True)
seen('QImage.save(), b"PNG"', taken(lambda name: picture.save(kept, name), b"PNG"), ("ValueError", True))
data = kept.data()
seen('QImage.fromData(), "PNG"', taken(lambda name: QImage.fromData(data, name), "PNG"), True)
seen('QImage.fromData(), b"PNG"', taken(lambda name: QImage.fromData(data, name), b"PNG"), ("ValueError", True))
seen('QImageWriter, b"PNG"', taken(lambda name: QImageWriter(kept, name), b"PNG"), True)
seen('QImageWriter, "PNG"', taken(lambda name: QImageWriter(kept, name), "PNG")[0], "TypeError")
PY
