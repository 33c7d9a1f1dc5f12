"""The lower part of the report: what was done, the last sessions, stops and notes, shortened until they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF

from coach.ui.history.day_signs import ending_words
from coach.ui.kit.paper_table import Table
from coach.ui.kit.paper_text import Paragraph, Run
from coach.words import basics, day_words
from coach.words.catalogue import tr, tr_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPainter

    from coach.store.record.history import SessionSummary
    from coach.store.record.report import Held, Report, Stop
    from coach.ui.kit.paper_text import Paper, Words


class Names(NamedTuple):
    """Shown names of exercises and routines by their names in the record; those of old exercises by their id."""

    exercises: Mapping[str, str]
    routines: Mapping[str, str]


class Room(NamedTuple):
    """Most lines of each list and most characters of a note; smaller ones are tried until everything fits."""

    held: int
    latest: int
    stops: int
    notes: int
    letters: int


ROOMS = (
    Room(14, 5, 8, 6, 240),
    Room(12, 5, 6, 5, 180),
    Room(10, 5, 5, 4, 120),
    Room(10, 4, 4, 3, 120),
    Room(8, 4, 3, 3, 90),
    Room(8, 3, 3, 2, 90),
    Room(7, 3, 2, 2, 80),
    Room(7, 2, 2, 1, 80),
    Room(5, 1, 2, 1, 60),
    Room(3, 1, 1, 1, 40),
)


def shortened(text: str, letters: int) -> str:
    """Return a text on one line of at most `letters` characters, cut with “…”."""
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: letters - 1].rstrip()}…"


def text_part(report: Report, names: Names, paper: Paper, height: float) -> Text:
    """Return the text that fits into that height, in pt; or the shortest where none does."""
    for room in ROOMS:
        text = Text(paper, report, names, room)
        if text.height <= height:
            break
    return text


class Text:
    """The text as it is written, from the top down. Lengths are in pt."""

    def __init__(self, paper: Paper, report: Report, names: Names, room: Room) -> None:
        self._paper = paper
        self._parts: list[tuple[float, Words | Table]] = []
        """Each with its top."""
        self.height = 0.0
        self._held(report.held, names.exercises, room.held)
        self._latest(report.latest[: room.latest], names.routines)
        self._stops(report.stops, names.exercises, room.stops)
        self._notes(report, room)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its upper left corner at a place in the units of the painter."""
        for top, part in self._parts:
            part.draw(painter, at + QPointF(0, top * self._paper.unit))

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
        below = tr("Times held; in brackets how many times.")
        if any(each.reps for each in held):
            below = tr("Times held, or repetitions (×); in brackets how many times.")
        self._line(below, size=8, muted=True)

    def _latest(self, latest: Sequence[SessionSummary], names: Mapping[str, str]) -> None:
        if not latest:
            return
        self._heading(tr("Last sessions"))
        head = (tr("Day"), tr("Routine"), tr("How it went"), tr("Before"), tr("After"))
        rows = [
            (
                day_words.short_day(past.at.day),
                names.get(past.routine, past.routine),
                tr("{ending}, {time} held", ending=ending_words(past.ending), time=basics.duration(past.held_ms)),
                _number(past.pain_before),
                _number(past.pain_after),
            )
            for past in latest
        ]
        self._table(head, rows, (12, 32, 34, 11, 11))

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
        words = [Paragraph([Run(text, size, bold=bold, muted=muted)])]
        self._add(self._paper.words(self._paper.width, words), above)

    def _table(self, head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]) -> None:
        self._add(Table(self._paper, [head, *rows], shares, 9), 1)

    def _add(self, part: Words | Table, above: float) -> None:
        top = self.height + above if self._parts else 0.0
        self._parts.append((top, part))
        self.height = top + part.height


def _by_exercise(held: Sequence[Held], names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return a row for each exercise: name, sessions, and the times on the right, on the left and in all."""
    by_name: dict[str, list[Held]] = {}
    for part in held:
        by_name.setdefault(names.get(part.exercise, part.exercise), []).append(part)
    return [(name, *_amounts(parts)) for name, parts in by_name.items()]


def _amounts(parts: Sequence[Held]) -> tuple[str, ...]:
    """Return sessions and times of one exercise; the record may have it by its name and, from before, by its id."""
    told, times = {part.exercise for part in parts}, []
    for side in ("right", "left"):
        of_side = [part for part in parts if part.side == side]
        times.append(_sum_held(of_side) if of_side else "")
    sessions = sum(max(part.sessions for part in parts if part.exercise == called) for called in told)
    return str(sessions), *times, _sum_held(parts)


def _sum_held(parts: Sequence[Held]) -> str:
    times = sum(part.times for part in parts)
    if all(part.reps for part in parts):
        # Note: how many repetitions were done in all, and in brackets how often the exercise was done
        return tr("{reps} × ({times})", reps=sum(part.reps for part in parts), times=times)
    return _time_held(sum(part.spent_ms for part in parts), times)


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
    where = {"exercise": names.get(stop.where, stop.where), "round": stop.round}
    if stop.set > 1:
        where["set"] = stop.set
        if stop.side is None:
            return tr("Stopped for pain in {exercise}, set {set}, round {round}.", **where)
        if stop.side == "right":
            return tr("Stopped for pain in {exercise}, right, set {set}, round {round}.", **where)
        return tr("Stopped for pain in {exercise}, left, set {set}, round {round}.", **where)
    if stop.side is None:
        return tr("Stopped for pain in {exercise}, round {round}.", **where)
    if stop.side == "right":
        return tr("Stopped for pain in {exercise}, right, round {round}.", **where)
    return tr("Stopped for pain in {exercise}, left, round {round}.", **where)
