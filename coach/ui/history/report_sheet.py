"""Paints the upper part of the report, and its foot: whose it is, how often, the days, and the numbers.

Nothing in it is a widget, so that it can be drawn in the background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen
from PySide6.QtWidgets import QStyle

from coach.core.months import Month, day_of_month
from coach.store.record.report import MONTHS
from coach.ui.history import day_signs
from coach.ui.history.month_model import first_weekday
from coach.ui.history.numbers_chart import Look, paint_numbers
from coach.ui.kit.painting import panel
from coach.ui.kit.paper import brand_mark, font_of
from coach.ui.kit.theme import LIGHT
from coach.words import basics, day_words, safety_messages
from coach.words.catalogue import plural, tr, translated

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPainter, QPdfWriter

    from coach.store.record.report import Report

CELL, WEEK = 13.0, 15.5
"""Height of a day, and from one week to the next, in pt."""
CHART = 102.0
"""Height of the chart, in pt."""
FOOT = 34.0
"""Height of the foot, in pt."""
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE, CENTRE = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter


class Sheet:
    """A page that is painted from the top down; lengths are in pt."""

    def __init__(self, painter: QPainter, writer: QPdfWriter, *, mirrored: bool = False) -> None:
        self._painter, self._writer, self._mirrored = painter, writer, mirrored
        self.unit = writer.resolution() / 72
        self.width = writer.width() / self.unit
        self.height = writer.height() / self.unit
        self.y = 0.0
        """How far down it is painted."""

    def _area(self, left: float, width: float, height: float, top: float | None = None) -> QRectF:
        """Return a part of the page in the units of the painter; where text runs from right to left it is mirrored."""
        left = self.width - left - width if self._mirrored else left
        top = self.y if top is None else top
        return QRectF(left * self.unit, top * self.unit, width * self.unit, height * self.unit)

    def _write(self, area: QRectF, words: str, font: QFont, ink: QColor, where: Qt.AlignmentFlag = LEFT) -> None:
        self._painter.setFont(font)
        self._painter.setPen(ink)
        down = MIDDLE if where in {LEFT, RIGHT} else CENTRE
        self._painter.drawText(area, self._across(where) | down, words)

    def _across(self, where: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
        """Return the side of the sheet, whichever way the program itself is read."""
        direction = Qt.LayoutDirection.RightToLeft if self._mirrored else Qt.LayoutDirection.LeftToRight
        return QStyle.visualAlignment(direction, where)

    def _rule(self, ink: QColor, thick: float, top: float | None = None) -> None:
        line = self._area(0, self.width, 0, top)
        self._painter.setPen(QPen(ink, thick * self.unit))
        self._painter.drawLine(line.topLeft(), line.topRight())

    # What is on it

    def title(self, report: Report) -> None:
        """Write what it is, for which time, and leave room for a name."""
        self._write(self._area(0, self.width, 26), tr("Stretching at home"), font_of(20, 700), LIGHT.ink)
        brand_mark(self._painter, self._area(self.width - 64, 64, 22, self.y + 10), self.unit, mirrored=self._mirrored)
        self.y += 26
        words = basics.dotted([period(report), tr("the person’s own notes")])
        self._write(self._area(0, self.width - 70, 16), words, font_of(10), LIGHT.muted)
        self.y += 22
        self._rule(LIGHT.ink, 1.2)
        self.y += 8
        for left, width, words in ((0.0, 0.62, tr("Name")), (0.66, 0.34, tr("Date of birth"))):
            self._to_fill_in(left * self.width, width * self.width, words)
        self.y += 27

    def _to_fill_in(self, left: float, width: float, words: str) -> None:
        """Leave a line to be written on, by hand or with a program that shows the page."""
        font = font_of(9)
        long = QFontMetricsF(font, self._writer).horizontalAdvance(words) / self.unit + 6
        self._write(self._area(left, long, 18), words, font, LIGHT.muted)
        line = self._area(left + long, width - long, 0, self.y + 16)
        self._painter.setPen(QPen(LIGHT.edge, 0.6 * self.unit))
        self._painter.drawLine(line.topLeft(), line.topRight())

    def counts(self, report: Report) -> None:
        """Write how often, and how it ended."""
        ended = report.endings.get
        days = period_days(report)
        words = plural("session in {days} days", "sessions in {days} days", report.sessions, days=days)
        if days == 1:
            words = plural("session on one day", "sessions on one day", report.sessions)
        cells = [
            (report.sessions, words),
            (ended("finished", 0), day_signs.ending_words("finished")),
            (ended("ended", 0), day_signs.ending_words("ended")),
            (ended("stopped for pain", 0), day_signs.ending_words("stopped for pain")),
        ]
        if ended("cut off", 0):
            cells.append((ended("cut off", 0), day_signs.ending_words("cut off")))
        gap, unit = 10.0, self.unit
        width = (self.width - gap * (len(cells) - 1)) / len(cells)
        for place, (number, words) in enumerate(cells):
            left = place * (width + gap)
            panel(self._painter, self._area(left, width, 46), LIGHT.surface, QPen(LIGHT.line, 0.8 * unit), 9 * unit)
            inside = left + 10
            self._write(self._area(inside, width - 12, 22, self.y + 5), str(number), font_of(16, 700), LIGHT.ink)
            self._write(self._area(inside, width - 12, 14, self.y + 27), words, font_of(8.5), LIGHT.muted)
        self.y += 46 + 12

    def heading(self, words: str, more: str = "") -> None:
        """Write the title of a part, and a line below it."""
        self._write(self._area(0, self.width, 16), words, font_of(11.5, 600), LIGHT.ink)
        self.y += 17
        if more:
            self._write(self._area(0, self.width, 12), more, font_of(8.5), LIGHT.muted)
            self.y += 15

    def days(self, report: Report) -> None:
        """Paint the days, month by month, and write what their signs mean."""
        months = shown_months(report)
        if not months:
            return
        self.heading(tr("Days"))
        columns = max(3, len(months))
        gap = 20.0
        width = (self.width - gap * (columns - 1)) / columns
        weeks = max(month.cells(first_weekday(), month.end - 1)[0] + 1 for month in months)
        for place, month in enumerate(months):
            self._month(report, month, place * (width + gap), width)
        self.y += 14 + weeks * WEEK + 3
        words = tr("Filled: finished. Low bar: ended early. Outline: stopped for pain.")
        self._write(self._area(0, self.width, 12), words, font_of(8), LIGHT.muted)
        self.y += 20

    def _month(self, report: Report, month: Month, left: float, width: float) -> None:
        unit, first = self.unit, first_day(report)
        self._write(self._area(left, width, 12), day_words.month_name(month.number), font_of(9, 600), LIGHT.ink)
        step = width / 7
        # Days outside the time of the report are not there: nothing is known of them.
        for day in range(max(month.first, first), min(month.end, last_day(report) + 1)):
            row, column = month.cells(first_weekday(), day)
            cell = self._area(left + column * step + 0.8, step - 1.6, CELL, self.y + 14 + row * WEEK)
            kind = report.kinds.get(day, "")
            if kind:
                day_signs.paint_sign(self._painter, cell, kind, LIGHT, 3.5 * unit, unit=0.45 * unit)
            ink = LIGHT.on_brand if kind == day_signs.FINISHED else LIGHT.ink if kind else LIGHT.muted
            self._write(cell, str(day_of_month(day)), font_of(7, 600 if kind else 400), ink, CENTRE)

    def numbers(self, report: Report) -> None:
        """Paint the chart of the numbers."""
        self.heading(
            tr("Numbers from 0 to 10, before and after"),
            tr("Ring: before. Dot: after. As the person chose them; nothing is worked out."),
        )
        area = self._area(0, self.width, CHART)
        most = max(1, len(report.pairs))
        small = 0.75 * min(1.0, max(0.5, 30 / most))
        look = Look(LIGHT, font_of(8), small * self.unit, self._mirrored)
        paint_numbers(self._painter, area, report.pairs[::-1], look)
        self.y += CHART + 6

    def foot(self, report: Report) -> None:
        """Write what coach is not, and when this was made."""
        top = self.height - FOOT
        self._rule(LIGHT.line, 0.8, top)
        made = tr("Made on this computer on {day}. Page 1 of 1.", day=basics.day_words(report.made or report.until))
        area = self._area(0, self.width, FOOT - 6, top + 6)
        self._painter.setFont(font_of(8))
        self._painter.setPen(LIGHT.muted)
        across = self._across(LEFT)
        words = f"{translated(safety_messages.M_NOTDEVICE)} {made}"
        self._painter.drawText(area, int(Qt.TextFlag.TextWordWrap | across | Qt.AlignmentFlag.AlignTop), words)


def period(report: Report) -> str:
    """Return the first and the last day of a report."""
    since = report.since or report.first
    if since is None:
        return basics.day_words(report.until)
    # The first day of a period is in the local time of its last.
    return tr(
        "{since} to {until}",
        since=basics.day_words(since._replace(offset_min=report.until.offset_min) if report.since else since),
        until=basics.day_words(report.until),
    )


def first_day(report: Report) -> int:
    """Return the first day of a report, as days since 1970."""
    since = report.since or report.first or report.until
    first = since._replace(offset_min=report.until.offset_min) if report.since else since
    return first.day


def last_day(report: Report) -> int:
    """Return the last day that can have a sign: not later than today, also where a clock was once ahead."""
    return min(report.until, report.made or report.until).day


def period_days(report: Report) -> int:
    """Return of how many days a report is."""
    return report.until.day - first_day(report) + 1


def shown_months(report: Report) -> list[Month]:
    """Return the months of a report, the latest ones where there is no room for all; none where all is to come."""
    last, first = Month.of(last_day(report)), Month.of(first_day(report))
    return [last.after(back) for back in range(1 - MONTHS, 1) if last.after(back) >= first]
