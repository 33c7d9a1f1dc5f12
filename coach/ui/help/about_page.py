"""What coach is, and what it is not: for whom, where its rules come from, and who has not looked at them yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from coach import __version__
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.text_page import TextPage
from coach.ui.kit.tile_card import TileCard
from coach.words import safety_messages
from coach.words.catalogue import Translatable, tr, translatable, translated

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme

OF_THE_TIMES = (
    translatable("American College of Sports Medicine: guidelines for stretching and flexibility, 2021. www.acsm.org"),
    translatable("NHS inform, Scotland: exercises for back pain, 2020. www.nhsinform.scot"),
    translatable("Mayo Clinic, United States: back exercises in 15 minutes a day. www.mayoclinic.org"),
)
"""What the times of the routine were compared with, each with its address, and its year where it has one."""
OF_THE_RULES = (
    translatable("NHS, England: back pain. www.nhs.uk/conditions/back-pain"),
    translatable("NHS inform, Scotland: back problems. www.nhsinform.scot"),
    translatable(
        "National Institute for Health and Care Excellence, United Kingdom: guideline NG59 on low back pain, 2016,"
        " updated 2020. www.nice.org.uk/guidance/ng59"
    ),
    translatable("NHS Greater Glasgow and Clyde, Scotland: lower back, self-help and information. www.nhsggc.scot"),
    translatable(
        "IFOMPT, a federation of physiotherapists: international framework for signs of serious trouble of the spine,"
        " 2020. www.ifompt.org"
    ),
)
"""What the rules about stopping and about the signs were made from."""


class AboutPage(TextPage):
    """What the program is, and what it is not."""

    _widest = 600
    """Lines that are read in one go are short."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("About coach"))
        self._line(translated(safety_messages.M_FOR))
        self._card(LineIcon.ASK, tr("What it is, and what it is not"), safety_messages.M_NOTDEVICE)
        self._card(
            LineIcon.HAND,
            tr("Not reviewed yet"),
            translatable("No doctor, physiotherapist or other clinician has reviewed coach yet."),
            translatable("None of the sources below knows coach or has looked at it."),
            warns=True,
        )
        self._card(
            LineIcon.HISTORY,
            tr("Where the times come from"),
            translatable("How long to hold and how often was compared with:"),
            sources=OF_THE_TIMES,
        )
        self._card(
            LineIcon.WARNING,
            tr("Where the safety rules come from"),
            translatable("When to stop and when to get help was put together from:"),
            sources=OF_THE_RULES,
        )
        version = tr("Version {version}", version=__version__)
        licence = tr("MIT licence. The typeface is Inter, under the SIL Open Font License 1.1.")
        for text in (version, licence):
            self._column.addWidget(label(theme, text, size=15, muted=True))
        self._column.addStretch()

    def _card(
        self,
        icon: LineIcon,
        title: str,
        *texts: Translatable,
        sources: tuple[Translatable, ...] = (),
        warns: bool = False,
    ) -> None:
        """Add a card of sentences and sources, which can be marked and copied."""
        said, named = [translated(text) for text in texts], [translated(source) for source in sources]
        card = TileCard(self._theme, icon, title, sentences=said, items=named, warns=warns)
        for line in card.lines.lines:
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.lines.make_stop(card.lines.lines[0])
        self._column.addWidget(card)
