"""Draws the report for a health professional: one A4 page, plain text, shortened until it fits.

Nothing in it is a widget, so that it can be drawn in the background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from coach import __version__
from coach.ui.kit.theme import FAMILY, LIGHT
from coach.words import basics, safety_messages
from coach.words.catalogue import plural, tr, tr_in, translated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.store.record.report import Held, Report, Stop

DPI = 300
MARGIN_MM = 16.0


class Room(NamedTuple):
    """Most lines of each list and most characters of a note; smaller ones are tried until everything fits."""

    held: int
    pairs: int
    stops: int
    notes: int
    letters: int


ROOMS = (
    Room(14, 45, 8, 8, 240),
    Room(14, 36, 8, 6, 180),
    Room(14, 30, 7, 6, 120),
    Room(12, 24, 6, 4, 120),
    Room(12, 18, 5, 4, 90),
    Room(10, 12, 4, 3, 80),
    Room(8, 6, 3, 2, 60),
)


def pdf(report: Report, names: Mapping[str, str]) -> bytes:
    """Return the report as a PDF of one page; `names` are those of exercises by id, an unknown id is shown itself."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setCreator(f"coach {__version__}")
    writer.setTitle(tr("Stretching at home"))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    for room in ROOMS:
        document = _Page(writer).fill(report, names, room)
        if document.pageCount() == 1:
            break
    painter = QPainter(writer)
    # The last room is small enough for any record; with another font it may be longer, and is cut at the page's end.
    painter.setClipRect(0, 0, writer.width(), writer.height())
    document.drawContents(painter)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def shortened(text: str, letters: int) -> str:
    """Return a text on one line of at most `letters` characters, cut with “…”."""
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: letters - 1].rstrip()}…"


class _Page:
    """The page as it is written, from the top down."""

    def __init__(self, writer: QPdfWriter) -> None:
        self._document = QTextDocument()
        self._document.documentLayout().setPaintDevice(writer)
        self._document.setPageSize(QSizeF(writer.width(), writer.height()))
        self._document.setDocumentMargin(0)
        font = QFont(FAMILY)
        font.setPointSizeF(9)
        # Contextual forms off: the colon between digits would have no character in the PDF, and 2:15 could not be
        # copied.
        font.setFeature(QFont.Tag("calt"), 0)
        self._document.setDefaultFont(font)
        self._cursor = QTextCursor(self._document)
        self._is_empty = True

    def fill(self, report: Report, names: Mapping[str, str], room: Room) -> QTextDocument:
        """Write all of it and return the document."""
        self._cursor.beginEditBlock()  # laid out once, at the end
        self._line(tr("Stretching at home: what was done"), size=17, bold=True)
        self._line(self._period(report), size=10.5)
        self._line(
            tr("From the person's own record, kept with coach {version}.", version=__version__)
            + " "
            + tr("The numbers are the person's own, from 0 (no pain) to 10. Nothing here is a judgement."),
            muted=True,
        )
        self._heading(tr("How often"))
        self._line(self._often(report))
        self._held(report.held, names, room.held)
        self._pairs(report, room.pairs)
        self._stops(report.stops, names, room.stops)
        self._notes(report, room)
        self._line("")
        self._line(translated(safety_messages.M_NOTDEVICE), size=8, muted=True)
        self._cursor.endEditBlock()
        return self._document

    def _period(self, report: Report) -> str:
        since = report.since or report.first
        if since is None:
            return basics.day_words(report.until)
        # The first day of a period is in the local time of its last.
        return tr(
            "{since} to {until}",
            since=basics.day_words(since._replace(offset_min=report.until.offset_min) if report.since else since),
            until=basics.day_words(report.until),
        )

    def _often(self, report: Report) -> str:
        if not report.sessions:
            return tr("No session in this period.")
        count, ended = report.sessions, report.endings.get
        finished, early, pain, cut = (ended(kind, 0) for kind in ("finished", "ended", "stopped for pain", "cut off"))
        parts = [
            plural("{number} session.", "{number} sessions.", count),
            count > 1 and tr("Days with a session: {days}.", days=report.days),
            finished and plural("{number} finished.", "{number} finished.", finished),
            early and plural("{number} ended early.", "{number} ended early.", early),
            pain and plural("{number} stopped for pain.", "{number} stopped for pain.", pain),
            cut and plural("{number} cut off.", "{number} cut off.", cut),
        ]
        return " ".join(part for part in parts if isinstance(part, str))

    def _held(self, held: Sequence[Held], names: Mapping[str, str], most: int) -> None:
        if not held:
            return
        self._heading(tr("What was done"))
        head = (
            tr("Exercise"),
            tr("Sessions"),
            tr_in("a side of the body: head of a column", "Right"),
            tr_in("a side of the body: head of a column", "Left"),
            tr("In all"),
        )
        rows = _by_exercise(held, names)
        self._table(head, rows[:most], (36, 13, 17, 17, 17))
        self._more(len(rows) - most)
        self._line(tr("Times held; in brackets how many times."), size=8, muted=True)

    def _pairs(self, report: Report, most: int) -> None:
        if not report.pairs:
            return
        self._heading(tr("Pain before and after, newest first"))
        shown = report.pairs[: max(most, 0)]
        height = -(-len(shown) // 3)
        cells = [(basics.day_words(pair.at), _number(pair.before), _number(pair.after)) for pair in shown]
        cells += [("", "", "")] * (3 * height - len(cells))
        rows = [(*cells[row], *cells[row + height], *cells[row + 2 * height]) for row in range(height)]
        head = (tr("Day"), tr("Before"), tr("After")) * 3
        self._table(head, rows, (15, 9, 9) * 3)
        self._more(len(report.pairs) - len(shown))

    def _stops(self, stops: Sequence[Stop], names: Mapping[str, str], most: int) -> None:
        if not stops:
            return
        self._heading(tr("Stopped for pain, or more pain afterwards"))
        head = (tr("Day"), tr("What happened"), tr_in("how strong the pain was, 0 to 10", "Number"))
        rows = [(basics.day_words(stop.at), _what(stop, names), _number(stop.number)) for stop in stops[:most]]
        self._table(head, rows, (16, 72, 12))
        self._more(len(stops) - most)

    def _notes(self, report: Report, room: Room) -> None:
        if not report.notes:
            return
        self._heading(tr("The person's notes"))
        for note in report.notes[: room.notes]:
            self._line(tr("{day}: {note}", day=basics.day_words(note.at), note=shortened(note.text, room.letters)))
        self._more(len(report.notes) - room.notes)

    # Writing

    def _more(self, count: int) -> None:
        if count > 0:
            self._line(tr("… and more in the exported record."), muted=True)

    def _heading(self, text: str) -> None:
        self._line(text, size=11, bold=True, above=10)

    def _line(self, text: str, *, size: float = 9, bold: bool = False, muted: bool = False, above: float = 2) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        look = QTextCharFormat()
        look.setFontPointSize(size)
        look.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        look.setForeground(LIGHT.muted if muted else LIGHT.ink)
        if self._is_empty:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._is_empty = False
        self._cursor.insertText(text, look)

    def _table(self, head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int]) -> None:
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        shape.setCellPadding(1.5)
        shape.setCellSpacing(0)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in shares])
        shape.setHeaderRowCount(1)
        table = self._cursor.insertTable(len(rows) + 1, len(head), shape)
        for row, texts in enumerate([head, *rows]):
            for column, text in enumerate(texts):
                look = QTextTableCellFormat()
                look.setFontWeight(QFont.Weight.DemiBold if row == 0 else QFont.Weight.Normal)
                look.setForeground(LIGHT.muted if row == 0 else LIGHT.ink)
                look.setBottomBorder(0.5)
                look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                look.setBottomBorderBrush(LIGHT.line)
                cell = table.cellAt(row, column)
                cell.setFormat(look)
                cell.firstCursorPosition().insertText(text)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)


def _by_exercise(held: Sequence[Held], names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return a row for each exercise: name, sessions, and the times on the right, on the left and in all."""
    rows = []
    for exercise in dict.fromkeys(part.exercise for part in held):
        sides = {part.side: part for part in held if part.exercise == exercise}
        times = [
            _time_held(sides[side].spent_ms, sides[side].times) if side in sides else "" for side in ("right", "left")
        ]
        whole = sum(part.spent_ms for part in sides.values())
        count = sum(part.times for part in sides.values())
        sessions = max(part.sessions for part in sides.values())
        rows.append((names.get(exercise, exercise), str(sessions), *times, _time_held(whole, count)))
    return rows


def _time_held(time_ms: int, times: int) -> str:
    # Note: how long an exercise was held in all, and in brackets how many times
    return tr("{time} ({times})", time=basics.duration(time_ms), times=times)


def _number(number: int | None) -> str:
    return "–" if number is None else str(number)


def _what(stop: Stop, names: Mapping[str, str]) -> str:
    parts = []
    if stop.ending == "stopped for pain":
        parts.append(_where(stop, names))
    elif stop.compared == "more" or not stop.next_day:
        parts.append(tr("More pain right after."))
    if stop.next_day:
        parts.append(tr("More pain later that day or the day after."))
    return " ".join(parts)


def _where(stop: Stop, names: Mapping[str, str]) -> str:
    if stop.where is None:
        return tr("Stopped for pain.")
    exercise, round_ = names.get(stop.where, stop.where), stop.round
    if stop.side is None:
        return tr("Stopped for pain in {exercise}, round {round}.", exercise=exercise, round=round_)
    if stop.side == "right":
        return tr("Stopped for pain in {exercise}, right, round {round}.", exercise=exercise, round=round_)
    return tr("Stopped for pain in {exercise}, left, round {round}.", exercise=exercise, round=round_)
