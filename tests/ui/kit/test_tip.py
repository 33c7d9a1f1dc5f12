"""What somebody wrote into a routine is shown by a tooltip as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from coach.ui.editor.exercise_rows import RowModel
from coach.ui.editor.head import EditorHead
from coach.ui.editor.shown import Row
from coach.ui.home.hero_words import HeroWords
from coach.ui.home.own_routines import _Play
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.tip import as_tip
from coach.ui.library.tile import Tile

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage

NAMES = ("<b>Legs</b>", "<img src='file:///etc/passwd'>", "a &lt; b", "a < b", "Legs & arms")


def seen(tip: str) -> str:
    """Return the words that Qt shows for a tooltip."""
    if not QtGui.Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("name", NAMES)
def test_a_tip_shows_just_the_words(name: str) -> None:
    assert seen(as_tip(name)) == name


def test_every_tip_with_a_name_of_a_file_shows_it_as_it_is(stage: Stage, qtbot: QtBot) -> None:
    theme, name = stage.theme, NAMES[1]
    head, icon, words = EditorHead(theme), KeyButton(theme, name), HeroWords(theme, is_first=False)
    tile, play = Tile(theme, name), _Play(theme, name)
    tile.more.setParent(tile)
    parts: list[QWidget] = [head, icon, words, tile, play]
    for part in parts:
        qtbot.addWidget(part)
    head.show_name(name)
    head.show_history(f"Undo: Change {name}", "")
    icon.show_words(shown=False)
    words.offer_other(f"Start: {name}", "Other")
    words.arrange(10, is_wide=False)
    model = RowModel(head)
    model.set_rows((Row(name, ""),))

    tips = [each.toolTip() for part in parts for each in (part, *part.findChildren(QWidget)) if each.toolTip()]
    tips.append(str(model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)))

    assert sum(name in seen(tip) for tip in tips) == 7, tips


def test_an_ampersand_in_a_name_is_no_key(stage: Stage, qtbot: QtBot) -> None:
    button = KeyButton(stage.theme, "Legs &View")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()

    button.setText("Back &File")
    assert (button.text(), button.shortcut().isEmpty()) == ("Back &File", True)
