"""Asks whether coach can be heard: plays a tone and a sentence, and stores the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.speech.vocabulary import TONE_MS
from coach.waves import later
from coach.words import spoken_phrases

if TYPE_CHECKING:
    from coach.session.services import SessionServices
    from coach.ui.check import hearing_page
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.theme import Theme
else:
    hearing_page = later("coach.ui.check.hearing_page")


def page_that_asks(theme: Theme, services: SessionServices, announcer: Announcer) -> hearing_page.HearPage:
    """Return the page that asks; a tone and a sentence begin to play."""
    narrator, preferences = services.narrator, services.preferences
    page = hearing_page.HearPage(theme, narrator.trouble, volume=preferences.now.volume, still=preferences.is_still)

    def play() -> None:
        narrator.try_out()
        if narrator.has_sound:
            page.show_sounding(2 * TONE_MS + narrator.voice.length_ms(spoken_phrases.HEARD))

    page.play_wanted.connect(play)
    page.volume_wanted.connect(lambda volume: preferences.change(volume=volume))
    page.told.connect(announcer.say)
    page.answered.connect(lambda answer: preferences.change(heard=answer))
    narrator.lost.connect(page.show_trouble)  # a method of the page: a lambda would keep it alive
    play()
    return page
