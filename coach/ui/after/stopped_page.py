"""The page after Pain — stop: dark, quiet, readable from the floor. Nothing on it continues the routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPalette, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.ui.after.signs_card import SignsCard
from coach.ui.figure.rest_view import RestView
from coach.ui.kit.button_rows import ButtonRows, at_left
from coach.ui.kit.given import UNBOUND
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import ABOVE, SIDE, Lines, outdented
from coach.ui.kit.marks import GROUP
from coach.ui.kit.note_box import NoteBox
from coach.ui.kit.pain_scale import SIDE as SCALE_SIDE
from coach.ui.kit.pain_scale import PainScale
from coach.ui.kit.painting import RIM
from coach.ui.kit.scroll_page import column_of, scrolling_column
from coach.ui.kit.theme import STOPPED, STOPPED_RELEASE, palette
from coach.words import safety_messages
from coach.words.catalogue import tr, translated
from coach.words.sentences import sentences, where_signs_are

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme


TITLE, LESS_TITLE = 78, 58
"""Size of the title in the window of the look, and after a rest, when it leaves room for a question, in px."""
WIDE, HIGH = 1200, 760
"""The window of the look, in px: all letters and distances are as large beside it as the window is."""
WIDEST, APART, RIGHT, FIGURE = 1080, 68, 432, 235
"""Width of both columns together, room between them, width of the right one, height of the figure in it, in px."""
TWO_COLUMNS = 960
"""Width in px at 100 % from which the signs are beside the words."""
LOW = 540
"""Height in px below which the buttons are lower."""
LEAST_FIGURE = 0.6
"""Share of its height below which the figure gives way to the signs."""
LEAST_SIGNS = 240
"""Height of the signs beside the words, in px, below which the page scrolls instead of them."""
AROUND, GAP = 24, 8
"""Room that a page leaves above and below its column, and room between figure and signs, in px."""
MARGIN = 27
"""Room beside all in the smallest window, in px."""
WINDOW_KEYS = ("F11", "F5")


class StoppedPage(QWidget):
    """Says how to come out of the position, what to do now, and which signs need help at once."""

    close_wanted = Signal()
    contact_wanted = Signal()
    """The person asks for the contact of their professional."""
    mistake_wanted = Signal()
    """The person pressed by mistake and has no more pain than at the start."""
    window_wanted = Signal()
    """The person asks to leave full screen."""

    def __init__(self, theme: Theme, pictures: PictureCache, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme = theme
        self.setPalette(palette(STOPPED))
        for key in WINDOW_KEYS:  # the session's own keys are off here
            QShortcut(QKeySequence(key), self).activated.connect(self.window_wanted)
        self._column = column = scrolling_column(self, theme, translated(safety_messages.M_STOP_TITLE), widest=WIDEST)
        column.setSpacing(0)
        self._inner = column.parentWidget() or self
        self._wide = 0
        """Width of the right column, in px; 0 where there is one column."""
        self._open_height = 0
        """Height of both columns before all the signs showed, in px, which these keep; 0 while they do not show."""
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.addLayout(self._make_words(), 1)
        self._right = self._make_right(RestView(pictures, STOPPED.paper, now_ms))
        self._beside.addWidget(self._right)
        column.addStretch(1)
        column.addLayout(self._beside)
        self.note = NoteBox(theme, Look.STOPPED, own_button=False)
        column.addLayout(outdented(self.note, side=RIM, above=0))
        column.addLayout(outdented(self._question(), side=RIM, above=0))
        column.addStretch(2)
        self._buttons = self._make_buttons()
        outer = self.layout()
        if outer is not None:
            outer.setSpacing(0)
            outer.addWidget(self._buttons)
        column_of(self).installEventFilter(self)

    def _make_words(self) -> QBoxLayout:
        """Return what happened and what to do now, the most urgent first."""
        self.title = heading(self._theme, translated(safety_messages.M_STOP_TITLE), size=78)
        advice = Lines(self._theme, self.title.text(), STOPPED)
        advice.set_spacing(10)
        self.release = advice.add("", size=46, weight=700)
        self.first = advice.add(translated(safety_messages.M_STOP_FIRST), size=33, weight=600)
        self.then = advice.add(translated(safety_messages.M_STOP_THEN), size=25)
        for line, ink in ((self.release, STOPPED_RELEASE), (self.then, STOPPED.muted)):
            colours = line.palette()
            colours.setColor(QPalette.ColorRole.WindowText, ink)
            line.setPalette(colours)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, ABOVE)
        words.setSpacing(14)
        words.addWidget(self.title)
        words.addLayout(outdented(advice))
        words.addWidget(self._make_number())
        words.addStretch()
        return words

    def _make_right(self, figure: RestView) -> QWidget:
        """Return the figure at rest, and below it the signs."""
        self.figure = figure
        figure.hide()
        self.signs = SignsCard(self._theme)
        self.signs.turned.connect(self._on_turned)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(figure)
        column.addWidget(self.signs)
        column.addStretch()
        return right

    def _on_turned(self) -> None:
        """Show the lists from their top, once they have found their place: the room above them goes as they grow.

        Beside the words they scroll by themselves, and the words stay.
        """
        self._open_height = self._beside.geometry().height() if self.signs.is_full else 0
        self._fit_figure()
        if not self._wide:
            QTimer.singleShot(0, self.signs, lambda: column_of(self).bring(self.signs))

    def _make_number(self) -> QWidget:
        """Return the question that comes after a rest."""
        self.after = QWidget()
        column = QVBoxLayout(self.after)
        column.setContentsMargins(0, 14, 0, 0)
        column.addWidget(heading(self._theme, translated(safety_messages.ASK_PAIN_AFTER), size=20, weight=600))
        self.scale = PainScale(self._theme, STOPPED)
        self.scale.set_question(translated(safety_messages.ASK_PAIN_AFTER))
        column.addLayout(outdented(self.scale, side=SCALE_SIDE, above=0))
        self.after.hide()
        return self.after

    def _make_buttons(self) -> ButtonRows:
        """Return the buttons, which are outside the part that scrolls: they stay in sight in the smallest window."""
        self.close_button = KeyButton(self._theme, tr("Close"), look=Look.STOPPED_PRIMARY)
        self.close_button.setMinimumWidth(120)
        self.close_button.clicked.connect(self.close_wanted)
        self.contact = KeyButton(self._theme, "", look=Look.STOPPED, icon=LineIcon.PERSON)
        self.contact.clicked.connect(self.contact_wanted)
        self.contact.hide()
        self.mistake = KeyButton(
            self._theme, tr("I pressed this by mistake"), look=Look.STOPPED_LINK, height=44, size=15
        )
        self.mistake.clicked.connect(lambda: self._show_question(shown=True))
        return ButtonRows(self.close_button, self.contact, self.note.open_button, self.mistake, margin=MARGIN)

    def _question(self) -> QWidget:
        self.question = QWidget()
        self.question.setObjectName(GROUP)
        column = QVBoxLayout(self.question)
        column.setContentsMargins(RIM, 14, RIM, 0)  # rings are not cut
        question = translated(safety_messages.M_MISTAKE)
        self.question.setAccessibleName(question)
        column.addWidget(heading(self._theme, question, size=20, weight=600))
        self.no = KeyButton(self._theme, tr("No"), look=Look.STOPPED, height=52)
        self.yes = KeyButton(self._theme, tr("Yes, or not sure"), look=Look.STOPPED, height=52)
        self.no.setAccessibleDescription(question)
        self.yes.setAccessibleDescription(question)  # this one has the focus when it is asked
        self.no.clicked.connect(self.mistake_wanted)
        self.yes.clicked.connect(lambda: self._show_question(shown=False))
        column.addLayout(at_left(self.yes, self.no))
        return self.question

    def _show_question(self, *, shown: bool) -> None:
        self.question.setVisible(shown)
        self.mistake.setVisible(not shown)
        if not shown:
            self.settle()
            return
        self.yes.setFocus()
        column_of(self).bring(self.question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the question after a mistake with Esc as if it was none: the session stays stopped."""
        if event.key() == Qt.Key.Key_Escape and self.question.isVisible():
            self.yes.click()
        else:
            super().keyPressEvent(event)

    def show_stop(self, release: str, contact: str = "", emergency: str = "") -> str:
        """Show the page for a stop; return what a screen reader has to say.

        `release` is how to come out of the position, `contact` the person's professional in words, `emergency` their
        emergency number; the last two may be empty.
        """
        # “Stopping.” is for the ear: on the screen the title says it.
        head, _, tail = release.partition(". ")
        shown = tail if tail and len(head.split()) == 1 else release
        self.release.setText("\n".join(shown.replace(". ", ".\n").splitlines()))
        self.signs.show_all(shown=False)
        self._open_height = 0
        self.question.hide()
        self.mistake.show()
        self.after.hide()
        self.scale.clear()
        self.contact.setText(tr("Contact: {who}", who=contact))
        self.contact.setVisible(bool(contact))
        self.contact.updateGeometry()
        number = self.signs.show_number(emergency)
        self._fit()
        paragraphs = [
            release,
            self.title.text(),
            self.first.text(),
            self.then.text(),
            self.signs.title.text(),
            number,
            where_signs_are(),
        ]
        return sentences(paragraphs)

    def ask_number(self) -> None:
        """Show the question how the back feels, once the person has rested; the answer is optional.

        In a small window it is below the visible part; scrolled to only if the person has not begun to read.
        """
        self.after.show()
        self._fit()
        if self.title.hasFocus():
            column_of(self).bring(self.after)

    def settle(self) -> None:
        """Scroll to the top and give the title the focus, where a key does no harm."""
        self.title.setFocus()
        column_of(self).to_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the letters as large as the window has room for: they are read from the floor."""
        super().resizeEvent(event)
        self._open_height = 0
        self._fit()

    def _fit(self) -> None:
        theme, scale = self._theme, self._theme.scale
        window = min(self.width() / WIDE, self.height() / HIGH)
        factor = min(1.35, max(0.5, window / scale))
        title = TITLE if self.after.isHidden() else LESS_TITLE
        for words, size, weight in ((self.title, title, 700), (self.release, 46, 700), (self.first, 33, 600)):
            theme.dress(words, size * factor, weight)
        theme.dress(self.then, max(16, 25 * factor))
        self.signs.fit_letters(factor)
        wide = self.width() >= TWO_COLUMNS * scale
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(round(APART * factor) if wide else 14)
        most = round(WIDEST * max(window, factor * scale)) if wide else theme.px(WIDEST)
        margin = max(MARGIN, (self.width() - most) // 2 - RIM)
        self._inner.setMaximumWidth(min(most, self.width() - 2 * (margin + RIM)) + 2 * SIDE)
        is_low = self.height() < LOW
        self._buttons.set_least_height(44 if is_low else 60)
        self._buttons.set_margins(margin, 4 if is_low else 8, MARGIN // 2 if is_low else MARGIN)
        right = round(RIGHT * max(window, factor * scale))
        self._right.setMinimumWidth(right if wide else 0)
        self._right.setMaximumWidth(right if wide else UNBOUND)
        self._wide = right if wide else 0
        self._fit_figure()

    def _fit_figure(self) -> None:
        """Show the figure where it has room above the signs, as high as that is."""
        wide, whole = self._wide, column_of(self).height() - 2 * AROUND
        most = min(whole, self._open_height or whole)
        self.signs.set_most_height(max(most, LEAST_SIGNS) if wide else None)
        room = whole - (self.signs.needed(wide) if wide else 0) - GAP
        high = min(round(wide * FIGURE / RIGHT), room)
        fits = wide > 0 and high >= LEAST_FIGURE * wide * FIGURE / RIGHT
        self.figure.setVisible(fits)
        if fits:
            self.figure.setFixedHeight(high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the figure to the room that the buttons leave: they may need another row."""
        if event.type() == QEvent.Type.Resize:
            self._fit_figure()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark ground."""
        QPainter(self).fillRect(self.rect(), STOPPED.paper)
