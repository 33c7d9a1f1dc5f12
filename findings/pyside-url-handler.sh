#!/usr/bin/env bash
# QDesktopServices.setUrlHandler() asks for bytes and takes anything but bytes
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      The method's name is bytes, as for a property of QPropertyAnimation and as the stub of PySide6 says; a str is
#            refused or, as there, taken as well.
# Behaviour  Only a str is taken. Bytes are refused, with a message that says that bytes are wanted. A name that is no slot
#            is taken in silence, a method without @Slot being none: openUrl() then returns False.
# Seen       b"open": ValueError that names "method: bytes | bytearray | memoryview"; "open": called; no @Slot: not called
# Documented The signature, in the stub and in the message.
# Matters    What a type checker accepts ends the program, and what works has to be exempted from the checker. A link in a
#            text of help is the only place where it shows.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

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
PY
