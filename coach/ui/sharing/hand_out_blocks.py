"""The parts of a hand-out, each of which stays in one piece on its page: head, when to stop, an exercise, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from coach.ui.kit.paper import brand_mark
from coach.ui.kit.paper_text import Paper, Paragraph, Run, Words
from coach.ui.kit.theme import LIGHT
from coach.ui.sharing.hand_out_pictures import BETWEEN, SHAPE, small_width
from coach.words import basics, safety_messages
from coach.words.catalogue import tr, translated
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QImage, QPainter

    from coach.ui.sharing.hand_out import HandOut, HandOutExercise, Part
    from coach.ui.sharing.hand_out_pictures import Poses

BESIDE = 14.0
"""Room between pictures and words, in pt."""
INSIDE = 9.0
"""Room within a frame, in pt."""
LINE = 22.0
"""Height of a line to write a name on, in pt."""


class Fit(NamedTuple):
    """How much there is room for: size of the letters and width of the pictures in pt, and rank of what is told.

    Where it is tight, the parts follow each other on one line.
    """

    size: float
    rank: int
    wide: float
    is_tight: bool


class Placed(NamedTuple):
    """Words in a block: where they begin, and how wide they are."""

    left: float
    top: float
    width: float
    words: Words


class Block:
    """Words one below or beside the other, and what else is painted; nothing of it is torn from the rest."""

    def __init__(self, paper: Paper, *, framed: bool = False) -> None:
        self.paper, self.framed = paper, framed
        self.placed: list[Placed] = []
        self.height = 0.0

    def put(self, words: Words, left: float, width: float, top: float = 0.0) -> float:
        """Put words somewhere, and return where they end."""
        self.placed.append(Placed(left, top, width, words))
        self.height = max(self.height, top + words.height)
        return top + words.height

    def pieces(self, room: float) -> list[tuple[float, float]]:
        """Return the piece that all of it is, or more where it is higher than any page."""
        if self.height <= room or len(self.placed) != 1:
            return [(0.0, self.height)]
        return self.placed[0].words.pieces(room)

    def draw(self, painter: QPainter, top: float, piece: tuple[float, float]) -> None:
        """Draw it, or a piece of it, at that height of the page."""
        if self.framed:
            frame = self.paper.area(0, top, self.paper.width, self.height)
            painter.setPen(QPen(LIGHT.ink, 1.1 * self.paper.unit))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 8 * self.paper.unit, 8 * self.paper.unit)
        whole = piece == (0.0, self.height)
        for left, below, width, words in self.placed:
            words.draw(painter, self.paper.corner(left, top + below, width), None if whole else piece)
        if piece[0] == 0:
            self._decorate(painter, top)

    def _decorate(self, painter: QPainter, top: float) -> None:
        """Paint what else there is."""


class Head(Block):
    """What it is, how much, from when, for whom, and a line to write a name on."""

    def __init__(self, paper: Paper, hand_out: HandOut, size: float) -> None:
        super().__init__(paper)
        facts = basics.dotted([hand_out.facts, hand_out.made])
        wide = paper.width - 74
        title = [Paragraph([Run(hand_out.title, 20, bold=True)]), Paragraph([Run(facts, 10, muted=True)])]
        at = self.put(paper.words(wide, title), 0, wide)
        self._rule = at + 6
        name = paper.words(paper.width / 2, [Paragraph([Run(tr("Name"), 9, muted=True)])])
        self._line = self.put(name, 0, paper.width / 2, self._rule + 14) - 1
        told = sentences([hand_out.note, translated(safety_messages.M_FOR)])
        self.put(paper.words(paper.width, [Paragraph([Run(told, size)])]), 0, paper.width, self._line + 9)

    def _decorate(self, painter: QPainter, top: float) -> None:
        paper, unit = self.paper, self.paper.unit
        brand_mark(painter, paper.area(paper.width - 64, top + 8, 64, 22), unit, mirrored=paper.mirrored)
        for left, width, down, ink, thick in (
            (0.0, paper.width, self._rule, LIGHT.ink, 1.2),
            (38.0, paper.width / 2 - 38, self._line, LIGHT.edge, 0.6),
        ):
            line = paper.area(left, top + down, width, 0)
            painter.setPen(QPen(ink, thick * unit))
            painter.drawLine(line.topLeft(), line.topRight())


class WhenToStop(Block):
    """What is all right, when to stop, and what to do then; framed, before the first exercise."""

    def __init__(self, paper: Paper, size: float) -> None:
        super().__init__(paper, framed=True)
        width = paper.width - 2 * INSIDE
        lines = [
            Paragraph([Run(tr("When to stop"), size + 2, bold=True)]),
            Paragraph([Run(sentences(map(translated, safety_messages.STOP_WHEN)), size, bold=True)]),
            Paragraph([Run(translated(safety_messages.M_RULE_ON_PAPER), size)]),
            Paragraph([Run(translated(safety_messages.M_STOP_THEN), size)]),
        ]
        self.height = self.put(paper.words(width, lines), INSIDE, width, INSIDE) + INSIDE


class ExerciseBlock(Block):
    """One exercise: its pictures, and beside them its name, its dose and what is to be told."""

    def __init__(self, paper: Paper, exercise: HandOutExercise, fit: Fit, poses: Poses | None) -> None:
        super().__init__(paper)
        self._wide, self._poses = fit.wide, poses
        left = 0.0 if poses is None else fit.wide + BESIDE
        width = paper.width - left
        head = [
            Run(f"{exercise.number}. {exercise.name}", fit.size + 2, bold=True),
            Run(f"\N{EN SPACE}{exercise.dose}", fit.size + 1),
        ]
        self.put(paper.words(width, [Paragraph(head), *_told(exercise.parts, fit)]), left, width)
        if poses is not None:
            self.height = max(self.height, *(bottom for _left, _wide, _top, bottom, _image in self._areas(poses)))

    def _decorate(self, painter: QPainter, top: float) -> None:
        if self._poses is None:
            return
        for left, wide, above, bottom, image in self._areas(self._poses):
            area = self.paper.area(left, top + above, wide, bottom - above)
            painter.drawImage(area, image)
            painter.setPen(QPen(LIGHT.line, 0.6 * self.paper.unit))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)

    def _areas(self, poses: Poses) -> Iterator[tuple[float, float, float, float, QImage]]:
        """Yield where each picture is, as left, width, top and bottom: the one that shows most, the others below it."""
        below = self._wide * SHAPE
        yield 0.0, self._wide, 0.0, below, poses.hero
        wide = small_width(self._wide, max(2, len(poses.others)))
        for place, image in enumerate(poses.others):
            yield place * (wide + BETWEEN), wide, below + BETWEEN, below + BETWEEN + wide * SHAPE, image


class Closing(Block):
    """The signs that need help at once, and what to do afterwards; framed, after the last exercise."""

    def __init__(self, paper: Paper, size: float, emergency: str) -> None:
        super().__init__(paper, framed=True)
        width = paper.width - 2 * INSIDE
        title = [Paragraph([Run(translated(safety_messages.EMERGENCY_TITLE), size + 1, bold=True)])]
        if emergency:
            title.append(Paragraph([Run(tr("Your emergency number: {number}", number=emergency), size + 1, bold=True)]))
        at = self.put(paper.words(width, title), INSIDE, width, INSIDE) + 3
        signs = [Paragraph([Run(translated(each), size)], 1.5, item=True) for each in safety_messages.EMERGENCY_SIGNS]
        half = (width - INSIDE) / 2
        middle = -(-len(signs) // 2)
        for left, some in ((INSIDE, signs[:middle]), (INSIDE + half + INSIDE, signs[middle:])):
            self.put(paper.words(half, some), left, half, at)
        last = " ".join(translated(each) for each in (safety_messages.M_DONE, safety_messages.M_BOOK))
        words = paper.words(width, [Paragraph([Run(last, size)])])
        self.height = self.put(words, INSIDE, width, self.height + 4) + INSIDE


def _told(parts: Iterable[Part], fit: Fit) -> Iterator[Paragraph]:
    told = [part for part in parts if part.rank <= fit.rank]
    if fit.is_tight:
        for is_step in (True, False):
            runs = [run for part in told if part.is_step is is_step for run in _runs(part, fit.size)]
            if runs:
                yield Paragraph(runs, 3)
    else:
        yield from (Paragraph(_runs(part, fit.size), 2.5) for part in told)


def _runs(part: Part, size: float) -> list[Run]:
    # Note: on paper, a word that leads some sentences, as in “Breath: Breathe in.”
    lead = tr("{lead}:", lead=part.lead)
    return [Run(f"{lead} ", size, bold=True), Run(f"{part.text} ", size)]
