"""Lays a hand-out out on pages, and draws them: on two where that can be, in letters no smaller than can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QPainter, QPen

from coach.ui.kit.paper_text import Paragraph, Run, Words
from coach.ui.kit.theme import LIGHT
from coach.ui.sharing.hand_out import ALL
from coach.ui.sharing.hand_out_blocks import Closing, ExerciseBlock, Fit, Head, WhenToStop
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.ui.kit.paper_text import Paper
    from coach.ui.sharing.hand_out import HandOut
    from coach.ui.sharing.hand_out_blocks import Block
    from coach.ui.sharing.hand_out_pictures import Drawn

FEW = 2
"""Pages that a hand-out should have at most."""
BETWEEN = 10.0
"""Room between two parts, in pt."""
FOOT_SIZE = 8.0
ABOVE_FOOT = 8.0


FITS = (
    *(Fit(size, ALL, 150, is_tight=False) for size in (11, 10.5, 10)),
    *(Fit(10, rank, wide, is_tight=False) for rank, wide in ((3, 140), (2, 130))),
    *(
        Fit(size, rank, wide, is_tight=True)
        for size, rank, wide in (
            (10, 2, 130),
            (9.5, 2, 114),
            (10, 1, 118),
            (9.5, 1, 114),
            (9, 1, 108),
            (9, 0, 104),
        )
    ),
)
"""What is tried, one after the other, until there are few pages."""
LONG = Fit(10, ALL, 150, is_tight=False)
"""How it is where nothing makes few pages of it."""


class Part(NamedTuple):
    """A block, or a piece of one that is higher than a page, and where on its page it is."""

    top: float
    block: Block
    piece: tuple[float, float]


Pages = list[list[Part]]


def laid_out(hand_out: HandOut, paper: Paper, pictures: Drawn) -> Pages:
    """Return what is on each page, on as few as it takes for the words to be there whole."""
    room = paper.height - _foot(hand_out, paper, 1, 1).height - ABOVE_FOOT
    tightest = _on_pages(_blocks(hand_out, paper, FITS[-1], pictures), room)
    if len(tightest) > FEW:
        return _on_pages(_blocks(hand_out, paper, LONG, pictures), room)
    for fit in FITS[:-1]:
        pages = _on_pages(_blocks(hand_out, paper, fit, pictures), room)
        if len(pages) <= FEW:
            return pages
    return tightest


def _blocks(hand_out: HandOut, paper: Paper, fit: Fit, pictures: Drawn) -> list[Block]:
    return [
        Head(paper, hand_out, fit.size),
        WhenToStop(paper, fit.size),
        *(ExerciseBlock(paper, each, fit, pictures.get(each.number)) for each in hand_out.exercises),
        Closing(paper, fit.size, hand_out.emergency),
    ]


def _on_pages(blocks: list[Block], room: float) -> Pages:
    pages: Pages = [[]]
    top = 0.0
    for block in blocks:
        for piece in block.pieces(room):
            if top and top + piece[1] > room:
                pages.append([])
                top = 0.0
            pages[-1].append(Part(top, block, piece))
            top += piece[1] + BETWEEN
    return pages


def draw(
    hand_out: HandOut, paper: Paper, pictures: Drawn, painter: QPainter, next_page: Callable[[], QPainter]
) -> None:
    """Draw all pages; `next_page` begins another one and returns what draws on it."""
    pages = laid_out(hand_out, paper, pictures)
    for number, page in enumerate(pages, 1):
        painter = painter if number == 1 else next_page()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for top, block, piece in page:
            block.draw(painter, top, piece)
        _draw_foot(_foot(hand_out, paper, number, len(pages)), paper, painter)


def _foot(hand_out: HandOut, paper: Paper, number: int, count: int) -> Words:
    made = tr(
        "{routine}. Made with coach on {day}. Page {number} of {count}.",
        routine=hand_out.title,
        day=hand_out.made,
        number=number,
        count=count,
    )
    told = f"{translated(safety_messages.M_NOTDEVICE)} {made}"
    return paper.words(paper.width, [Paragraph([Run(told, FOOT_SIZE, muted=True)])])


def _draw_foot(words: Words, paper: Paper, painter: QPainter) -> None:
    top = paper.height - words.height
    rule = paper.area(0, top - ABOVE_FOOT / 2, paper.width, 0)
    painter.setPen(QPen(LIGHT.line, 0.8 * paper.unit))
    painter.drawLine(rule.topLeft(), rule.topRight())
    words.draw(painter, paper.corner(0, top, paper.width))
