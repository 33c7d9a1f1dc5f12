#!/usr/bin/env bash
# A radio button of a group is called a check box once it is no longer exclusive by itself
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A QRadioButton has the role of a radio button, whatever its settings are. Exclusiveness is left to a
#            QButtonGroup by setAutoExclusive(False), as for buttons in different parents; a screen reader still says
#            "radio button". A QCheckBox is a check box, and of checkable tool buttons the same holds as of push buttons.
# Behaviour  The role follows autoExclusive, not the class, and not the group: the radio button becomes a check box, and a
#            check box that excludes others is a radio button. A tool button alone stays a check box in either case.
# Seen       QRadioButton: RadioButton, without autoExclusive, in an exclusive group: CheckBox; QCheckBox with it: RadioButton;
#            QPushButton: CheckBox and RadioButton; QToolButton: CheckBox and CheckBox
# Documented QAbstractButton::autoExclusive: "This property has no effect on buttons that belong to a button group." Roles are
#            not mentioned there.
# Matters    Who hears "check box, not checked" eleven times believes that several answers can be given. The role has to be
#            given by an accessible interface of one's own, or autoExclusive has to stay on beside the group.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QButtonGroup, QCheckBox, QPushButton, QRadioButton, QToolButton

app = QApplication([])


def roles(button):
    """Return its roles without and with autoExclusive."""
    button.setCheckable(True)
    found = []
    for exclusive in (False, True):
        button.setAutoExclusive(exclusive)
        found.append(QAccessible.queryAccessibleInterface(button).role().name)
    return tuple(found)


alone, grouped, group = QRadioButton("3"), QRadioButton("4"), QButtonGroup()
group.addButton(grouped)
grouped.setAutoExclusive(False)
seen("the group is exclusive", group.exclusive(), True)
seen("a radio button in it", QAccessible.queryAccessibleInterface(grouped).role().name, "CheckBox")
seen("a radio button", roles(alone), ("CheckBox", "RadioButton"))
seen("a check box", roles(QCheckBox("5")), ("CheckBox", "RadioButton"))
seen("a push button", roles(QPushButton("6")), ("CheckBox", "RadioButton"))
seen("a tool button", roles(QToolButton()), ("CheckBox", "CheckBox"))
PY
