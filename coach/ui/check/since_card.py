"""How it was since last time: the question after more pain and after a warning sign, with the lists a press away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core import safety
from coach.ui.check.answer_buttons import WIDE
from coach.ui.kit.bullet_list import sign_cards
from coach.ui.kit.card import Card
from coach.ui.kit.columns import Rows, beside
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import Lines, outdented
from coach.ui.kit.marks import GROUP
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from coach.core.safety import Answers, Known
    from coach.ui.check.answer_buttons import AnswerButtons
    from coach.ui.check.room import Room
    from coach.ui.kit.bullet_list import ListCard
    from coach.ui.kit.label import Heading
    from coach.ui.kit.theme import Theme


class SinceCard(Card):
    """The questions in one line where they fit, the answers in another, and two links."""

    def __init__(
        self, theme: Theme, answers: AnswerButtons, known: Known, given: Answers, *, title: bool = False
    ) -> None:
        """`title` says whether the card has to say what it is about; a page of its own says it in its heading."""
        super().__init__(theme, raised=True)
        self.setObjectName(GROUP)
        self._answers = answers
        asks_after = known.asks_after_last and given.after_last is None
        # Where the full list is due it comes next: a short “none of these” must not replace it.
        asks_sign = given.signs is None and not safety.shows_full_list(known, given)
        asked = [safety_messages.ASK_AFTER_LAST] * asks_after + [safety_messages.ASK_SIGN] * asks_sign
        self.title = tr("Since last time")
        self.setAccessibleName(self.title)
        self.texts = [translated(line) for line in asked]
        self._column = QVBoxLayout(self)
        theme.give(self._column, spacing=10)
        if title:
            self._column.addWidget(heading(theme, self.title, size=21))
        lines = Lines(theme, self.title, layout=Rows(0))
        for text in self.texts:
            lines.add(text, 17)
        self._column.addLayout(outdented(lines))
        self._add_answers(asks_after=asks_after, asks_sign=asks_sign)
        self._add_links(has_changed=given.changed)
        self.signs = QWidget()
        """Both lists of warning signs, below this card; they are made when they are wanted."""
        self._signs: list[ListCard] = []
        self._below = QVBoxLayout(self.signs)
        self._below.setContentsMargins(0, 0, 0, 0)
        self.signs.hide()

    def _add_answers(self, *, asks_after: bool, asks_sign: bool) -> None:
        none: dict[str, object] = {"signs": False} if asks_sign else {}
        self.none = self._answers.make(tr("None of these"), none | ({"after_last": False} if asks_after else {}))
        self.none.keep_room_for(Icon.CHOSEN)
        self.buttons = [self.none]
        if asks_after:
            self.buttons.append(self._answers.make(tr("It hurt more after last time"), {"after_last": True}))
        if asks_sign:
            self.buttons.append(self._answers.make(tr("One or more warning signs"), {"signs": True}))
        row = Rows(2, out=self.none.inset)
        for button in self.buttons:
            row.addWidget(button)
        self._column.addLayout(row)

    def _add_links(self, *, has_changed: bool) -> None:
        theme = self._theme
        self._last = self.see = KeyButton(theme, tr("See the warning signs"), look=Look.LINK, height=44, size=15)
        links = Rows(8, 0, out=self.see.inset)
        links.addWidget(self.see)
        if not has_changed:
            self._last = self._answers.link(tr("Something about my health has changed"), {"changed": True})
            links.addWidget(self._last)
        self._column.addLayout(links)
        self._ends_in_words = has_changed
        if has_changed:
            self._column.addWidget(label(theme, tr("What has changed comes next."), size=16, muted=True))

    def turn_signs(self) -> Heading | None:
        """Show or hide both lists of warning signs; return their first heading if they show now."""
        if not self._signs:
            self._make_signs()
        self.signs.setVisible(self.signs.isHidden())
        return None if self.signs.isHidden() else self._signs[0].title

    def _make_signs(self) -> None:
        """Make the lists, while they are hidden: most days nobody asks for them."""
        self._signs = sign_cards(self._theme)
        self._below.addWidget(beside(self._theme, *self._signs))
        before: QWidget = self._last
        for part in (part for card in self._signs for part in (card.title, *card.lines.lines)):
            QWidget.setTabOrder(before, part)  # else they would come after all that was there before them
            before = part

    def show_none(self, *, given: bool) -> None:
        """Show that “none of these” was said."""
        self.none.set_face(self.none.text(), Icon.CHOSEN if given else Icon.NONE, Look.CHOSEN if given else Look.ANSWER)
        self.none.setAccessibleDescription(tr("chosen") if given else "")

    def fit(self, room: Room) -> None:
        """Put everything closer where there is less room."""
        above, below = (20, 6) if not room.is_low else (12, 0)
        if self._ends_in_words:  # a link has room of its own below itself
            below = above
        self._column.setContentsMargins(28, above, 28, below)
        for button in self.buttons:
            button.set_size(15 if room.is_narrow else 18, 48 if room.is_narrow else 60)
            self._theme.give(button, least_width=0 if room.is_narrow else WIDE)
        self._theme.give(self._column, spacing=4 if room.is_low else 6)
