#!/usr/bin/env bash
# Asking a widget for the next in the order of Tab ties the two: when it is deleted, the other's layout counts as deleted too
#
# Versions   PySide6 6.11.3, QWidget.nextInFocusChain(); previousInFocusChain() is described to PySide in the same way.
# Guess      A getter: it hands out the widget that is there anyway, and changes nothing for either of them.
# Behaviour  The wrapper of the widget that comes back becomes a child of the one that was asked. When that one is deleted,
#            PySide marks what hangs on the wrapper as deleted, though Qt has all of it still: items of its layout raise from
#            now on. The widget itself is said to be valid.
# Seen       never asked: the item's widget is read; asked once: RuntimeError, “... (PySide6.QtWidgets.QWidgetItem) already deleted.”
# Documented No. The pages of QWidget say that it returns the next widget in the focus chain.
# Matters    A page that asks for neighbours to set its order of Tab, and then replaces a row, fails later and elsewhere: in
#            whatever goes through the neighbour's layout. Work the order out from your own lists, and call setTabOrder alone.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

app = QApplication([])


def after_deletion(*, asks):
    """Return whether the group is valid, and what is read through its layout, once its neighbour is deleted."""
    page = QWidget()
    column = QVBoxLayout(page)
    first, group = QPushButton("first"), QWidget()
    inner = QVBoxLayout(group)
    inner.addWidget(QPushButton("in the group"))
    column.addWidget(first)
    column.addWidget(group)
    item = inner.itemAt(0)
    if asks:
        seen("next is the group", first.nextInFocusChain() is group, True)
    first.deleteLater()
    QCoreApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    try:
        read = item.widget().text()
    except RuntimeError as error:
        read = str(error).partition(": ")[2]
    return isValid(group), read


seen("never asked", after_deletion(asks=False), (True, "in the group"))
seen("asked once", after_deletion(asks=True), (True, "Internal C++ object (PySide6.QtWidgets.QWidgetItem) already deleted."))
PY
