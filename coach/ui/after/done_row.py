"""One exercise in the list of what was done: its picture, its rounds as pills, and the time spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle

from coach.core.own_pictures import drawing_of
from coach.ui.after.done import parts_of
from coach.ui.home.exercise_row import THUMBNAIL_RATIO, USUAL
from coach.ui.kit.line_list import SIDE, Line
from coach.ui.kit.painting import focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from coach.ui.after.done import Done, Part
    from coach.ui.figure.close_ups import View
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.line_list import Lines
    from coach.ui.kit.theme import Theme

THUMB = QSize(50, 38)
HEIGHT, LOW_HEIGHT = 57, 50
"""Height of a row, and that in a low window."""
PILL, BETWEEN = QSize(22, 8), 4
AFTER_THUMB, AFTER_WORDS, AFTER_SIDE, BELOW_NAME = 14, 6, 9, 4
"""All in px at 100 %."""


class DoneRow(Line):
    """One row: picture, name, rounds, time. Its text, which is not painted, says all of it."""

    def __init__(self, theme: Theme, lines: Lines, pictures: PictureCache, done: Done) -> None:
        self._theme, self._pictures, self.done = theme, pictures, done
        self._is_low = False
        super().__init__(lines)

    def set_low(self, *, low: bool) -> None:
        """Be lower, for a low window, or not."""
        if low is not self._is_low:
            self._is_low = low
            self.updateGeometry()

    def fit_dot(self) -> None:
        """Need no margins: it paints itself."""
        self.setContentsMargins(0, 0, 0, 0)

    # Sizes

    @property
    def _name_font(self) -> QFont:
        return self._theme.font(16, 600)

    @property
    def _small_font(self) -> QFont:
        return self._theme.font(13)

    @property
    def _time_font(self) -> QFont:
        done = self.done
        is_time = bool(done.row.total_ms or done.row.blocks_done)
        return self._theme.font(17 if is_time else 16, 600 if is_time else 400, tabular=True)

    def _widths(self, width: int) -> tuple[int, int]:
        """Return where the words begin, and how wide they may be, in px."""
        left = SIDE + self._theme.px(THUMB.width() + AFTER_THUMB)
        time = QFontMetrics(self._time_font).horizontalAdvance(self.done.how_much)
        return left, max(40, width - left - SIDE - time - self._theme.px(12))

    def _part_width(self, part: Part) -> float:
        px, words = self._theme.px, QFontMetricsF(self._small_font)
        pills = len(part.shares) * px(PILL.width()) + (len(part.shares) - 1) * px(BETWEEN)
        beside = sum(words.horizontalAdvance(text) + px(AFTER_WORDS) for text in (part.name, part.seconds) if text)
        return pills + beside

    def _lines_of(self, room: int) -> list[list[Part]]:
        """Return the parts in as many lines as they need."""
        if not self.done.row.total_ms:
            return []
        lines: list[list[Part]] = []
        left = 0.0
        for part in parts_of(self.done):
            width = self._part_width(part)
            if not lines or width > left:
                lines.append([])
                left = room
            lines[-1].append(part)
            left -= width + self._theme.px(AFTER_SIDE)
        return lines

    def _name_height(self, room: int) -> int:
        words = QFontMetrics(self._name_font)
        return words.boundingRect(
            QRect(0, 0, room, 1 << 16), int(Qt.TextFlag.TextWordWrap), self.done.exercise.name
        ).height()

    def _below(self, room: int) -> int:
        """Return the height of the lines below the name."""
        lines = len(self._lines_of(room))
        return lines * (QFontMetrics(self._small_font).height() + 2) + (self._theme.px(BELOW_NAME) if lines else 0)

    def hasHeightForWidth(self) -> bool:
        """Return true: a long name wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the look, or more where the words need it."""
        _left, room = self._widths(width)
        needed = self._name_height(room) + self._below(room) + self._theme.px(12)
        return max(self._theme.px(LOW_HEIGHT if self._is_low else HEIGHT), needed)

    def sizeHint(self) -> QSize:
        """Return the size of the look."""
        return QSize(self._theme.px(420), self.heightForWidth(self._theme.px(420)))

    def minimumSizeHint(self) -> QSize:
        """Return the least width, at which all of it wraps."""
        return QSize(200, self._theme.px(LOW_HEIGHT))

    # Painting

    @property
    def view(self) -> View | None:
        """What its picture shows, the same as in the list of exercises; None where there is no figure."""
        exercise = self.done.exercise
        drawing = drawing_of(exercise)
        if drawing is None or not self._pictures.knows(drawing):
            return None
        side = exercise.sides[0] if exercise.sides else None
        return self._pictures.view(drawing, side, USUAL.picture, THUMBNAIL_RATIO)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above, picture, words, pills, time and ring."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.line, t.border_px))
        painter.drawLine(SIDE, 0, self.width() - SIDE, 0)
        self._paint_thumb(painter)
        left, room = self._widths(self.width())
        name_height, below = self._name_height(room), self._below(room)
        top = (self.height() - name_height - below) // 2
        is_done = bool(self.done.row.total_ms)
        painter.setPen(t.ink if is_done else t.muted)
        painter.setFont(self._name_font)
        name = self._mirrored(QRectF(left, top, room, name_height))
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(name, int(leading) | int(Qt.TextFlag.TextWordWrap), self.done.exercise.name)
        painter.setFont(self._time_font)
        trailing = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignRight)
        painter.drawText(
            QRectF(SIDE, 0, self.width() - 2 * SIDE, self.height()),
            int(trailing | Qt.AlignmentFlag.AlignVCenter),
            self.done.how_much,
        )
        self._paint_parts(painter, left, top + name_height + self._theme.px(BELOW_NAME), room)
        if self._ring and self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self._lines.focus, 9)

    def _mirrored(self, area: QRectF) -> QRectF:
        if self.isRightToLeft():
            area.moveLeft(self.width() - area.right())
        return area

    def _paint_thumb(self, painter: QPainter) -> None:
        px, t = self._theme.px, self._theme.tokens
        area = self._mirrored(QRectF(SIDE, (self.height() - px(THUMB.height())) / 2, px(50), px(THUMB.height())))
        shape = QPainterPath()
        shape.addRoundedRect(area, 8, 8)
        painter.fillPath(shape, t.sunk)
        view = self.view
        if view is not None and self._pictures.has_close_up(view):
            picture = self._pictures.close_up(view)
            painter.save()
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            high = picture.width() * area.height() / area.width()
            painter.drawImage(area, picture, QRectF(0, (picture.height() - high) / 2, picture.width(), high))
            painter.restore()
        else:
            painter.setPen(t.muted)
            painter.setFont(self._name_font)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self.done.row.position + 1))

    def _paint_parts(self, painter: QPainter, left: int, top: int, room: int) -> None:
        px = self._theme.px
        words = QFontMetrics(self._small_font)
        height = words.height()
        painter.setFont(self._small_font)
        for parts in self._lines_of(room):
            at = float(left)
            for part in parts:
                at = self._paint_words(painter, part.name, at, top, height)
                at = self._paint_pills(painter, part, QRectF(at, top, room, height), left + room)
                at = self._paint_words(painter, part.seconds, at, top, height) + px(AFTER_SIDE)
            top += height + 2

    def _paint_words(self, painter: QPainter, text: str, at: float, top: int, height: int) -> float:
        if not text:
            return at
        width = QFontMetricsF(self._small_font).horizontalAdvance(text) + 1
        painter.setPen(self._theme.tokens.muted)
        painter.drawText(self._mirrored(QRectF(at, top, width, height)), Qt.AlignmentFlag.AlignCenter, text)
        return at + width + self._theme.px(AFTER_WORDS)

    def _paint_pills(self, painter: QPainter, part: Part, line: QRectF, end: float) -> float:
        """Paint a pill for each round, filled as far as it was done; many become narrower. Return where they end."""
        px, t = self._theme.px, self._theme.tokens
        gap, count = px(BETWEEN), len(part.shares)
        seconds = QFontMetricsF(self._small_font).horizontalAdvance(part.seconds)
        width = min(float(px(PILL.width())), max(3.0, (end - line.left() - seconds) / count - gap))
        at = line.left()
        for share in part.shares:
            pill = self._mirrored(QRectF(at, line.center().y() - px(PILL.height()) / 2, width, px(PILL.height())))
            shape = QPainterPath()
            shape.addRoundedRect(pill, px(4), px(4))
            painter.fillPath(shape, t.paper if t.is_high_contrast else t.line)
            done = QRectF(pill)
            done.setWidth(pill.width() * share)
            if self.isRightToLeft():
                done.moveRight(pill.right())
            painter.save()
            painter.setClipPath(shape)
            painter.fillRect(done, t.brand)
            painter.restore()
            if t.is_high_contrast:
                painter.strokePath(shape, QPen(t.ink, 1))
            at += width + gap
        return at - gap + px(AFTER_WORDS)
