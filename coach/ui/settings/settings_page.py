"""The settings page: the groups at the left, the chosen one beside them, or where room is short one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from coach.ui.kit.button_rows import at_left
from coach.ui.kit.card import ground
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.scroll_page import column_of
from coach.ui.kit.states import ENTER
from coach.ui.kit.text_page import TextPage
from coach.ui.kit.writing_row import WritingRow
from coach.ui.settings.contact_pane import ContactPane
from coach.ui.settings.group_list import GroupList
from coach.ui.settings.keys_pane import KeysPane
from coach.ui.settings.look_pane import LookPane
from coach.ui.settings.record_pane import RecordPane
from coach.ui.settings.reminders_pane import RemindersPane
from coach.ui.settings.session_pane import SessionPane
from coach.ui.settings.voice_pane import VoicePane
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from coach.session.preferences import Preferences
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.settings.pane import Pane

LIST, LIST_NARROW, WIDEST = 268, 252, 680
"""Width of the list, in a window of 1060 px and in one with less, and most width of a group, in px at 100 %."""
ONE_AT_A_TIME, NARROW = 860, 1060
"""Width of the window, in px at 100 %, below which list and group take turns; and that of the narrower list."""


class SettingsPage(TextPage):
    """All settings; what needs more than a setting is a signal of its pane."""

    _widest = WIDEST

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        pictures: PictureCache,
        folder: Path,
        voices: Mapping[str, str],
    ) -> None:
        super().__init__(theme, tr("Settings"))
        self.session = SessionPane(theme, preferences)
        self.voice = VoicePane(theme, preferences, voices)
        self.look = LookPane(theme, preferences, pictures)
        self.keys = KeysPane(theme, preferences)
        self.contact = ContactPane(theme, preferences)
        self.reminders = RemindersPane(theme, preferences)
        self.record = RecordPane(theme, preferences, folder)
        icons = (
            LineIcon.CLOCK,
            LineIcon.SOUND,
            LineIcon.LETTERS,
            LineIcon.KEYBOARD,
            LineIcon.HEART,
            LineIcon.BELL,
            LineIcon.BOOK,
        )
        self.panes: tuple[Pane, ...] = (
            self.session,
            self.voice,
            self.look,
            self.keys,
            self.contact,
            self.reminders,
            self.record,
        )
        groups = [(icon, pane.title.text()) for icon, pane in zip(icons, self.panes, strict=True)]
        self.list = GroupList(theme, self.title, self.close_button, groups)
        self.back = KeyButton(theme, tr("All settings"), look=Look.LINK, height=44, size=15)
        self.writing = WritingRow(theme, self.record.export)
        """The progress of an export, whichever group shows."""
        self.told = label(theme, size=16, weight=600)
        self.told.hide()
        self._at = 0
        self._is_narrow = self._shows_list = False
        self._was_chosen = False
        """Whether the person chose a group: where room becomes short, that one stays in sight."""
        self._lay_out()
        self.list.wanted.connect(self._on_wanted)
        self.list.searched.connect(self._search)
        self.back.clicked.connect(self.show_list)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._look_for)
        self._show(0)

    def _lay_out(self) -> None:
        """Put the list beside the column that the page has anyway, which keeps the group."""
        while self._column.count():
            self._column.takeAt(0)
        self._column.setSpacing(0)
        self._column.addLayout(at_left(self.back))
        for pane in self.panes:
            self._column.addLayout(outdented(pane, side=RIM, above=0))
        self._column.addSpacing(12)
        self._column.addWidget(self.writing)
        self._column.addWidget(self.told)
        self._column.addStretch()
        self._area = column_of(self)
        outer = self.layout()
        row = QHBoxLayout()
        row.setSpacing(0)
        if isinstance(outer, QBoxLayout):
            outer.removeWidget(self._area)
            row.addWidget(self.list)
            row.addWidget(self._area, 1)
            outer.addLayout(row)

    @property
    def offered(self) -> dict[str, QWidget]:
        """The controls of all settings, by the names of the settings."""
        return {name: field for pane in self.panes for name, field in pane.fields.items()}

    # Which group shows

    def _on_wanted(self, index: int) -> None:
        self._show(index)
        self._was_chosen = True
        if self._is_narrow:
            self._shows_list = False
            self._arrange()
            self.panes[index].title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pane(self, pane: Pane) -> None:
        """Show a group, as if it had been chosen."""
        self._on_wanted(self.panes.index(pane))

    def show_list(self) -> None:
        """Show the list of the groups, where it is a page of its own."""
        self._shows_list = True
        self._arrange()
        self.list.items[self._at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, index: int) -> None:
        self._at = index
        self.told.hide()
        for place, pane in enumerate(self.panes):
            pane.setVisible(place == index)
        self.list.choose(index)
        self._area.to_top()

    def _arrange(self) -> None:
        """Show both, or the one whose turn it is."""
        self.list.setVisible(not self._is_narrow or self._shows_list)
        self._area.setVisible(not self._is_narrow or not self._shows_list)
        self.back.setVisible(self._is_narrow)

    def follow_text(self) -> None:
        """Take as much width as the letters need."""
        wide = self.window().width() / self._theme.scale
        was_narrow, self._is_narrow = self._is_narrow, wide < ONE_AT_A_TIME
        self._shows_list = self._shows_list if was_narrow else self._is_narrow and not self._was_chosen
        if self._is_narrow:
            self.list.setMinimumWidth(0)
            self.list.setMaximumWidth(1 << 16)
        else:
            self.list.setFixedWidth(self._theme.px(LIST if wide >= NARROW else LIST_NARROW))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and group beside each other, or one of them."""
        super().resizeEvent(event)
        self.follow_text()

    def settle(self) -> None:
        """Begin at the top, with the focus on the title."""
        super().settle()
        self._area.to_top()

    # Searching

    def _look_for(self) -> None:
        if self._is_narrow and not self._shows_list:
            self.show_list()
        self.list.look_for()

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        found = [all(word in " ".join(pane.words).casefold() for word in wanted) for pane in self.panes]
        self.list.show_only(found)
        if any(found) and not found[self._at]:
            self._show(found.index(True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go one step back with Esc: out of the search, from a group to the list, from the page."""
        if event.key() == Qt.Key.Key_Escape and self.list.end_search():
            self.list.items[self._at].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self._is_narrow and not self._shows_list:
            self.show_list()
        elif event.key() in ENTER and self.list.field.hasFocus():
            self._on_wanted(self._at)
        else:
            super().keyPressEvent(event)

    # What came of what was asked for

    @property
    def export(self) -> KeyButton:
        """What starts an export."""
        return self.record.export

    def show_told(self, text: str) -> None:
        """Show what came of an export, of a report or of deleting."""
        self.told.setText(text)
        self.told.show()
        self._area.bring(self.told)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line between list and group."""
        super().paintEvent(event)
        if self._is_narrow:
            return
        t = self._theme.tokens
        line = QRect(self.list.geometry().right() + 1 - t.border_px, 0, t.border_px, self.height())
        if self.isRightToLeft():
            line.moveLeft(self.list.geometry().left())
        ground(QPainter(self), line, t.line)
