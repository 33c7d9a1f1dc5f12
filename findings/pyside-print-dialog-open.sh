#!/usr/bin/env bash
# QPrintDialog cannot be opened as every other dialog is
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      dialog.open() shows any QDialog without waiting for it: in C++ all dialogs with another open() keep this one too, and so
#            do those for colours, fonts, files, the page and the preview in PySide6.
# Behaviour  The print dialog alone has only the form with a receiver and the name of its slot. open() is a TypeError; the way
#            round is to call the method of the base class, which a type checker takes too.
# Seen       six other dialogs: opened; QPrintDialog().open(): TypeError; QDialog.open(dialog): opened
# Documented QPrintDialog has "using QDialog::open" in its header; the stub of PySide6 has open(receiver, member) alone.
# Matters    Who believes the message is left with exec(): an event loop inside the handler of a click, where a timer of the program
#            goes on and what stands after the call does not, until somebody has answered.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QColorDialog, QDialog, QFileDialog, QFontDialog, QInputDialog, QMessageBox

app = QApplication([])
printer = QPrinter()
printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)


def opened(dialog, how):
    try:
        how(dialog)
    except TypeError:
        return "TypeError"
    visible = dialog.isVisible()
    dialog.close()
    return visible


for kind in (QColorDialog, QFontDialog, QFileDialog, QInputDialog, QMessageBox):
    seen(f"{kind.__name__}.open()", opened(kind(), lambda dialog: dialog.open()), True)
seen("QPrintPreviewDialog.open()", opened(QPrintPreviewDialog(printer), lambda dialog: dialog.open()), True)
seen("QPrintDialog.open()", opened(QPrintDialog(printer), lambda dialog: dialog.open()), "TypeError")
seen("QDialog.open(QPrintDialog)", opened(QPrintDialog(printer), QDialog.open), True)
PY
