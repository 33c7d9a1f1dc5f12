#!/usr/bin/env bash
# A combo box that has been shown keeps its least size when the letters grow
#
# Versions   PySide6 6.11.3 (Qt 6.11.3), style Fusion.
# Guess      With a larger font both sizes of a combo box, the preferred and the least, are measured anew, as those of a button are.
# Behaviour  sizeHint() is, minimumSizeHint() is not: it stays that of the small letters, also when an item is added, until
#            the style changes. A new box has the right one at once.
# Seen       from 9 to 40 points: the box may be less than half as wide as it wants to be, and so may its window; a new box with
#            the same font and items: not narrower than it wants to be
# Documented Nothing at QComboBox::minimumSizeHint. A layout takes it for the least width where room is short.
# Matters    Somebody sets larger letters, in the program or on the desktop: the window goes down to a width at which what is chosen
#            in the box is cut, and no button is. After the next start all is well, so nobody can show it.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QVBoxLayout, QWidget

app = QApplication([])
app.setStyle("Fusion")
small, large = QFont("Sans Serif", 9), QFont("Sans Serif", 40)


def shown(part):
    """A window with this part that has been shown."""
    page = QWidget()
    QVBoxLayout(page).addWidget(part)
    page.show()
    app.processEvents()
    return page


def box_of(*items):
    box = QComboBox()
    box.addItems(items)
    return box


def least_is_enough(part):
    """Whether the least width is the one that the part wants."""
    app.processEvents()
    return part.minimumSizeHint().width() >= part.sizeHint().width()


app.setFont(small)
box, button = box_of("The voice of the desktop"), QPushButton("The voice of the desktop")
page, page_of_button = shown(box), shown(button)
least = box.minimumSizeHint()
seen("small letters", (least_is_enough(box), least_is_enough(button)), (True, True))
app.setFont(large)
seen("large letters: the button", least_is_enough(button), True)
seen("large letters: the box", least_is_enough(box), False)
seen("its least size is as before", box.minimumSizeHint() == least, True)
seen("it wants more than twice the width", box.sizeHint().width() > 2 * least.width(), True)
seen("the window may be narrower than the box wants to be", page.minimumSizeHint().width() < box.sizeHint().width(), True)
box.addItem("My own voice")
seen("after another item, still", box.minimumSizeHint() == least, True)
new = box_of("The voice of the desktop", "My own voice")
page_of_new = shown(new)
seen("a new box with large letters", least_is_enough(new), True)
QApplication.sendEvent(box, QEvent(QEvent.Type.StyleChange))
seen("after a change of style", least_is_enough(box), True)

app.setFont(small)
alone = box_of("The voice of the desktop")
page_of_alone = shown(alone)
alone.minimumSizeHint()
alone.setFont(large)
seen("the font of the box alone", least_is_enough(alone), False)
PY
