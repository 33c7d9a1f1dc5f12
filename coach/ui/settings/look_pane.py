"""The settings of the look: colours and figure, chosen by pictures, and the size of the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.store import options
from coach.store.settings import Colours, declared
from coach.ui.kit.button_looks import Look
from coach.ui.kit.card import Card
from coach.ui.kit.choices import Choices
from coach.ui.kit.fields import Slider
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.picture_choice import PictureChoice
from coach.ui.kit.tokens import DARK, LIGHT
from coach.ui.settings.pane import Pane
from coach.ui.settings.voice_pane import PAGE_STEPS
from coach.words.catalogue import tr, tr_in, translated

if TYPE_CHECKING:
    from coach.session.preferences import Preferences
    from coach.store.settings import Settings
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme, Tokens

PERSON = 119
"""Height of the picture of a figure, in px at 100 %."""


class TextSizeCard(Card):
    """A slider, and a sentence in the size that it shows; the rest follows when it is let go."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme, raised=True)
        self._preferences = preferences
        kind = declared("text_size", options.Number)
        self.slider = Slider(theme)
        self.slider.setRange(kind.least, kind.most)
        self.slider.setSingleStep(kind.step)
        self.slider.setPageStep(PAGE_STEPS * kind.step)
        self.slider.setAccessibleName(translated(kind.words))
        self.percent = label(theme, size=16, weight=600, wrap=False, tabular=True)
        self.sample = label(theme, tr("Keep still and breathe for 30 seconds."), size=16)
        self.as_desktop = KeyButton(theme, tr("As the system has it"), look=Look.LINK, height=44, size=15)
        self.as_desktop.clicked.connect(lambda: preferences.change(text_size=0))
        row = QHBoxLayout()
        row.setSpacing(16)
        # Note: a letter at each end of the slider for the size of the text, small and large
        letter = tr_in("a letter to show its size", "A")
        row.addWidget(label(theme, letter, size=16, weight=600, wrap=False))
        row.addWidget(self.slider, 1)
        row.addWidget(label(theme, letter, size=26, weight=600, wrap=False))
        row.addWidget(self.percent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.sample)
        column.addWidget(self.as_desktop, 0, Qt.AlignmentFlag.AlignLeft)
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.sliderReleased.connect(self._take)
        self.follow_text()

    def show_size(self) -> None:
        """Show the text size in force, and the way back to that of the desktop where another one is chosen."""
        percent = round(self._theme.scale * 100)
        self.slider.blockSignals(True)  # noqa: FBT003 - Qt's
        self.slider.setValue(percent)
        self.slider.blockSignals(False)  # noqa: FBT003 - Qt's
        self._show(percent)
        self.as_desktop.setVisible(bool(self._preferences.now.text_size))

    def follow_text(self) -> None:
        """Leave room for the longest number, and show what is in force now, also where the desktop changed it."""
        self.percent.setFixedWidth(self.percent.fontMetrics().horizontalAdvance(tr("{percent} %", percent=200)) + 4)
        self.show_size()

    def _show(self, percent: int) -> None:
        self.percent.setText(tr("{percent} %", percent=percent))
        self._theme.dress(self.sample, 16 * percent / 100 / self._theme.scale)

    def _on_moved(self, percent: int) -> None:
        self._show(percent)
        # While it is dragged it would move away under the pointer.
        if not self.slider.isSliderDown():
            self._take()

    def _take(self) -> None:
        if self.slider.value() != round(self._theme.scale * 100):
            self._preferences.change(text_size=self.slider.value())


class _Person(PictureChoice):
    """A figure, so narrow that all of them stand in one row in the window as it opens."""

    least_width = 136


class LookPane(Pane):
    """What is seen."""

    def __init__(self, theme: Theme, preferences: Preferences, pictures: PictureCache) -> None:
        super().__init__(theme, preferences, tr("Look and text size"))
        self._pictures = pictures
        self._portraits: dict[str, QImage] = {}
        self.section(tr("Colours"))
        self.theme_choice = Choices(theme, tr("Colours"), across=3)
        looks = {
            Colours.SYSTEM: _halves,
            Colours.LIGHT: lambda painter, area: _window(painter, area, LIGHT),
            Colours.DARK: lambda painter, area: _window(painter, area, DARK),
        }
        self.theme_choice.offer(
            [
                PictureChoice(theme, str(value), translated(value.words), looks[value])
                for value in declared("theme", options.Choice).offered
            ],
            preferences.now.theme,
        )
        self.theme_choice.chosen.connect(lambda value: preferences.change(theme=value))
        self.add(self.theme_choice)
        self.section(tr("Text size"))
        self.text_size = TextSizeCard(theme, preferences)
        self.column.addWidget(self.text_size)
        self.section(tr("Who shows the exercises"))
        self.figure = Choices(theme, tr("Who shows the exercises"), across=4)
        self.figure.chosen.connect(lambda value: preferences.change(figure=value))
        self.add(self.figure)
        self.fields |= {"theme": self.theme_choice, "text_size": self.text_size.slider, "figure": self.figure}
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._draw_next)
        self._offer_figures()
        pictures.changed.connect(self._on_pictures)

    def _on_pictures(self) -> None:
        if tuple(each.value for each in self.figure.choices) != self._pictures.variants:
            self._offer_figures()
        self._portraits.clear()
        self.figure.update()

    def _offer_figures(self) -> None:
        """Offer the figures; they may come after the page."""
        self.figure.offer(
            [
                _Person(
                    self._theme,
                    variant,
                    tr_in("the drawn person", "Figure {number}", number=number),
                    partial(self._paint_person, variant),
                    PERSON,
                )
                for number, variant in enumerate(self._pictures.variants, 1)
            ],
            self._pictures.variant,
        )

    def _paint_person(self, variant: str, painter: QPainter, area: QRectF) -> None:
        drawn = self._portraits.get(variant)
        if drawn is None:
            painter.fillRect(area, self._theme.tokens.sunk)
            self._next.start()  # in the next turn, so that the page is there first
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, drawn, QRectF(drawn.rect()))

    def _draw_next(self) -> None:
        """Draw one of the figures that are missing, as large as it is shown."""
        missing = [each for each in self.figure.choices if each.value not in self._portraits and each.isVisible()]
        if not missing:
            return
        ratio = self.devicePixelRatioF()
        size = QSize(missing[0].width() - 10, self._theme.px(PERSON)) * ratio
        drawn = self._pictures.portrait(missing[0].value, size)
        if drawn is not None:
            self._portraits[missing[0].value] = drawn
            missing[0].update()
            self._next.start()

    def show_choices(self, now: Settings) -> None:
        """Show what was changed elsewhere."""
        super().show_choices(now)
        self.theme_choice.choose(now.theme)
        self.figure.choose(self._pictures.variant)
        self.text_size.show_size()


def _window(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    """Paint a window in some colours, as small as it gets."""
    painter.fillRect(area, tokens.paper)
    wide, high = area.width(), area.height()
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y, width, height, colour, opacity in (
        (0.06, 0.14, 0.125, 0.74, tokens.muted, 0.28),
        (0.225, 0.18, 0.5, 0.10, tokens.ink, 0.75),
        (0.225, 0.35, 0.36, 0.10, tokens.ink, 0.35),
        (0.225, 0.56, 0.31, 0.20, tokens.brand, 1.0),
    ):
        painter.setOpacity(opacity)
        painter.setBrush(colour)
        bar = QRectF(area.left() + x * wide, area.top() + y * high, width * wide, height * high)
        painter.drawRoundedRect(bar, 5, 5)
    painter.setOpacity(1)


def _halves(painter: QPainter, area: QRectF) -> None:
    """Paint both: light, and dark beyond a slanting line."""
    _window(painter, area, LIGHT)
    dark = QPainterPath(QPointF(area.left() + area.width() * 0.58, area.top()))
    dark.lineTo(area.topRight())
    dark.lineTo(area.bottomRight())
    dark.lineTo(area.left() + area.width() * 0.42, area.bottom())
    dark.closeSubpath()
    painter.save()
    painter.setClipPath(dark, Qt.ClipOperation.IntersectClip)
    _window(painter, area, DARK)
    painter.restore()
