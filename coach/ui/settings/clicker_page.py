"""The page that shows what a button of a remote or a pedal sends, and sets what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from coach.core.clicker import IN_A_SESSION, USUAL, Use
from coach.store.options import Key
from coach.store.settings import declared
from coach.ui.keys.actions import key_name
from coach.ui.keys.clicker import action_text, in_force, refusal, row_of_key
from coach.ui.keys.key_lines import KeyList
from coach.ui.keys.listener import KeyListener
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.card import Card, DashedCard
from coach.ui.kit.chip import IconTile
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import SIDE, outdented
from coach.ui.kit.list_rows import section_header
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.ui.kit.text_page import TextPage
from coach.ui.settings.clicker_uses import ClickerUses
from coach.words import basics
from coach.words.catalogue import tr, translated
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent
    from PySide6.QtWidgets import QApplication

    from coach.core.clicker import ClickerKeys
    from coach.ui.kit.theme import Theme


NARROW = 760
"""Width of the page below which the picture gives way, in px at 100 %."""


class ClickerPage(TextPage):
    """Shows each key as it is pressed, and gives it to one of the three uses; the change is signalled."""

    keys_wanted = Signal(object)
    """The ClickerKeys to use from now on."""
    told = Signal(str)
    """News for a screen reader."""

    def __init__(self, app: QApplication, theme: Theme, keys: ClickerKeys) -> None:
        super().__init__(theme, tr("Clicker and pedal"))
        self._keys = in_force(keys)
        self._for: Use | None = None
        self._sent = self._place = ""
        self._names = {use: translated(declared(f"clicker_{use}", Key).words) for use in Use}
        self._line(tr("Three buttons of a remote or a pedal steer a session from the mat."))
        self.listener = KeyListener(app, self)
        self.listener.heard.connect(self._on_heard)
        self.listener.ended.connect(self._on_ended)
        self._lay_out_uses()
        self._lay_out_hearing()
        self._lay_out_the_rest()
        self._column.addStretch()
        self._show_keys()

    def _lay_out_uses(self) -> None:
        """Lay out what each button is for, and what brings the usual keys back."""
        card = ClickerUses(self._theme, self._names)
        card.change_wanted.connect(self._on_use)
        card.give_wanted.connect(self._on_give)
        self.uses, self.gives, self.caps, self.picture = card.changes, card.gives, card.caps, card.picture
        self.choices = card
        self._column.addWidget(card)
        self.usual = KeyButton(self._theme, tr("Back to the usual keys"), height=44, size=15)
        self.usual.clicked.connect(self._on_usual)
        self._column.addLayout(at_left(self.usual))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the uses out for the room that there is."""
        super().resizeEvent(event)
        self.choices.use_room(is_narrow=self.width() < self._theme.px(NARROW))

    def _lay_out_hearing(self) -> None:
        """Lay out what shows what a button sends."""
        card = DashedCard(self._theme)
        self.listen = KeyButton(self._theme, tr("Listen"), look=Look.PRIMARY, height=48)
        self.listen.clicked.connect(self._on_listen)
        self.state = label(self._theme, tr("Press Listen, then any button of your clicker."), size=15, muted=True)
        self.sent = label(self._theme, size=28, weight=700)
        self.meaning = label(self._theme, size=17)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self._theme, tr("Try your clicker"), size=16, weight=600))
        words.addWidget(self.state)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconTile(self._theme, LineIcon.REMOTE), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(words, 1)
        head.addWidget(self.listen)
        column = QVBoxLayout(card)
        column.setContentsMargins(along(24, 16, 24 - RIM, 16))
        column.setSpacing(8)
        column.addLayout(head)
        for line in (self.sent, self.meaning):
            line.hide()
            column.addWidget(line)
        self._column.addWidget(card)

    def _lay_out_the_rest(self) -> None:
        """Lay out the keys that nobody can change."""
        title = tr("Always the same")
        lines = KeyList(self._theme, title)
        for use, keys in ((Use.PAUSE, ("Space",)), (Use.STOP, ("Esc", "S"))):
            caps = [key_name(key) for key in keys]
            lines.add_key(self._names[use], caps, basics.listed(caps))
        card = Card(self._theme, raised=True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 6, 24, 6)
        inside.addLayout(outdented(lines, side=SIDE, above=0))
        self._column.addSpacing(8)
        self._column.addWidget(section_header(self._theme, title))
        self._column.addWidget(card)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop listening when the page goes."""
        self._rest("")
        super().hideEvent(event)

    # Listening

    def _on_listen(self) -> None:
        if self.listener.listens and self._for is None:
            self._rest(tr("Not listening any more."))
            return
        self._listen(None, tr("Listening. Press a button of your clicker. Esc ends it."))

    def _on_use(self, use: Use) -> None:
        words = tr("Listening. Press the button for “{use}”. Esc ends it.", use=self._names[use])
        self._listen(use, words)

    def _listen(self, use: Use | None, words: str) -> None:
        self._for = use
        self.picture.light(use)
        self.listener.listen()
        self.listen.set_face(tr("Stop listening"), Icon.NONE, Look.PLAIN)
        self._say(words)

    def _on_ended(self, moves: bool) -> None:  # noqa: FBT001 - a signal's value
        if moves:
            self._rest(tr("Tab moves on. Not listening any more."))
            return
        # A remote may send it too: some send F5 and Esc in turn with the button that starts a show.
        self._rest(tr("Esc was heard. In a session it always stops for pain. Not listening any more."))

    def _rest(self, words: str) -> None:
        self.listener.stop()
        self._for = None
        self.picture.light(None)
        self.listen.set_face(tr("Listen"), Icon.NONE, Look.PRIMARY)
        if words:
            self._say(words)

    def _say(self, words: str) -> None:
        self.state.setText(words)
        self._bring_into_sight()
        self.told.emit(words)

    def _bring_into_sight(self) -> None:
        """Scroll to the news: the button that was pressed may be far below it."""
        area = self.findChild(QScrollArea)
        if area is not None:
            area.ensureWidgetVisible(self.state)

    # What was heard

    def _on_heard(self, key: str, place: str) -> None:
        use = self._for
        why_not = refusal(key)
        self._sent, self._place = "" if why_not else key, place
        name = key_name(key) if key else tr("an unknown key")
        sent_words = tr("Your clicker sent: {key}", key=name)
        if use is not None and not why_not:
            self._show_sent(sent_words, "")
            self._give(key, use)
            return
        self._show_sent(sent_words, why_not or self._now(key))
        self._bring_into_sight()
        self.told.emit(sentences([sent_words, self.meaning.text()]))

    def _show_sent(self, sent_words: str, meaning: str) -> None:
        self.sent.setText(sent_words)
        self.meaning.setText(meaning)
        self.sent.show()
        self.meaning.setVisible(bool(meaning))
        self._show_keys()

    def _now(self, key: str) -> str:
        row = row_of_key(key, self._keys, self._place)
        if key in IN_A_SESSION:
            if row is None:
                return tr("It does nothing in a session now.")
            return tr("In a session it does now: {action}.", action=action_text(row))
        if row is None:
            return tr("It does nothing in coach now.")
        return tr("Now it does: {action}.", action=action_text(row))

    # Giving

    def _on_give(self, use: Use) -> None:
        self._give(self._sent, use)

    def _give(self, key: str, use: Use) -> None:
        if not key:
            return
        before = self._keys
        row, own = row_of_key(key, before, self._place), row_of_key(before.of(use), before)
        if row is not None and own is not None and row.id == own.id:
            self._done(tr("It does that already: {use}.", use=self._names[use]))
            return
        self._change(before.given(key, use))
        words = self._it_does(use)
        words += "".join(
            f" {self._it_does(other)}" for other in Use if other is not use and self._differs(other, before)
        )
        if key in IN_A_SESSION:
            words += " " + tr("It is that in a session; elsewhere it does what it always does.")
        self._done(words)

    def _differs(self, use: Use, before: ClickerKeys) -> bool:
        return self._keys.of(use) != before.of(use)

    def _it_does(self, use: Use) -> str:
        return tr("{key} is now for “{use}”.", key=key_name(self._keys.of(use)), use=self._names[use])

    def _on_usual(self) -> None:
        self._change(USUAL)
        self._done(tr("The usual keys are back."))

    def _change(self, keys: ClickerKeys) -> None:
        self._keys = keys
        self.keys_wanted.emit(keys)

    def _done(self, words: str) -> None:
        self._rest("")
        if self._sent:
            self.meaning.setText(self._now(self._sent))
            self.meaning.show()
        self._show_keys()
        self._say(words)

    def _show_keys(self) -> None:
        self.choices.show_keys(self._keys, self._sent)
