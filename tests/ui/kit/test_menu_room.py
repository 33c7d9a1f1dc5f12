"""The rows of a menu have room for their words: none is cut, whatever its width comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.menu import AFTER, Menu
from coach.ui.kit.menu_rows import BEFORE

if TYPE_CHECKING:
    from tests.ui.stage import Stage

WORDS = "Show as a QR code of the whole routine, with what is needed for it"


def test_no_row_of_a_menu_is_cut(stage: Stage) -> None:
    button = KeyButton(stage.theme, "More")
    button.setParent(stage.window)
    cut = []
    for end in range(3, len(WORDS)):
        menu = Menu(stage.theme, button)
        menu.add_choice(words := WORDS[:end].strip(), end)
        menu.ensurePolished()
        room = menu.actionGeometry(menu.actions()[0]).width() - stage.theme.px(BEFORE) - stage.theme.px(AFTER)
        if menu.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room) != words:
            cut.append(words)

    assert cut == []
