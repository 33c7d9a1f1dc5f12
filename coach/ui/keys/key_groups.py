"""All keys in four groups, with the caps that are to be pressed: what stops for pain comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.keys.actions import cap_name, key_words
from coach.ui.keys.key_lines import KeyList
from coach.ui.kit.card import Card
from coach.ui.kit.chip import IconTile
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import SIDE, outdented
from coach.ui.kit.list_rows import section_header
from coach.words.catalogue import Translatable, tr, translatable, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from coach.ui.keys.actions import Row
    from coach.ui.kit.theme import Theme

TWO_COLUMNS = 800
"""Width in px at 100 % from which the groups stand side by side."""


class Group(NamedTuple):
    """Commands that belong together, by id."""

    title: Translatable
    commands: tuple[str, ...]


STOP = Group(translatable("Pain — stop"), ("pain",))
SESSION = Group(
    translatable("In a session"),
    ("go", "pause", "skip", "back", "skip-exercise", "add-time", "easier", "feel", "end"),
)
SEEN = Group(translatable("Voice and view"), ("again", "mute", "floor", "turn", "list", "still", "figure"))
ELSEWHERE = Group(translatable("Anywhere else"), ())
"""What is in no other group."""
GROUPS = (STOP, SESSION, SEEN, ELSEWHERE)


def of_group(group: Group, rows: Sequence[Row]) -> list[Row]:
    """Return the commands of a group that have a key, in its order."""
    with_keys = [row for row in rows if row.keys]
    if group is ELSEWHERE:
        named = {command for other in GROUPS for command in other.commands}
        return [row for row in with_keys if row.id not in named]
    return sorted((row for row in with_keys if row.id in group.commands), key=lambda row: group.commands.index(row.id))


class KeyGroups(QWidget):
    """The four groups, one below the other or side by side; it can stand on any page."""

    def __init__(self, theme: Theme, rows: Sequence[Row]) -> None:
        super().__init__()
        self._theme = theme
        self.lists: list[KeyList] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self._stop_card(rows))
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(20)
        for groups in ((SESSION,), (SEEN, ELSEWHERE)):
            part = QVBoxLayout()
            part.setSpacing(8)
            for group in groups:
                part.addWidget(section_header(theme, translated(group.title)))
                part.addWidget(self._card(group, rows))
                part.addSpacing(12)
            part.addStretch()
            self._beside.addLayout(part, 1)
        column.addLayout(self._beside)

    def _list(self, group: Group, rows: Sequence[Row]) -> KeyList:
        lines = KeyList(self._theme, translated(group.title))
        for row in of_group(group, rows):
            lines.add_key(translated(row.text), [cap_name(key) for key in row.keys], key_words(row))
        self.lists.append(lines)
        return lines

    def _card(self, group: Group, rows: Sequence[Row]) -> Card:
        card = Card(self._theme, raised=True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 6, 24, 6)
        inside.addLayout(outdented(self._list(group, rows), side=SIDE, above=0))
        return card

    def _stop_card(self, rows: Sequence[Row]) -> Card:
        """Return the card of what is most needed: its keys, and when they count."""
        card = Card(self._theme, raised=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(outdented(self._list(STOP, rows), side=SIDE, above=0))
        sentence = tr("At any moment of a session, also in a pause and in the floor view. Nothing asks first.")
        when = label(self._theme, sentence, size=14, muted=True)
        self._theme.give(when, most_width=500)  # a line that is easy to follow
        line = QHBoxLayout()
        line.addWidget(when, 1)
        line.addStretch()  # else the whole column would be no wider than its line
        words.addLayout(line)
        inside = QHBoxLayout(card)
        inside.setContentsMargins(24, 12, 24, 16)
        inside.setSpacing(16)
        inside.addWidget(IconTile(self._theme, LineIcon.HAND, warns=True), 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(words, 1)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the groups side by side where they have room."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._theme.px(TWO_COLUMNS)
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
