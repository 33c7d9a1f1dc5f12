"""What leads to the pictures of the check before a session, and of the page on which coach can be heard."""

from __future__ import annotations

from coach.core.safety import Known
from coach.ui.check.closed_sheet import People
from coach.ui.check.gently_sheet import Today
from coach.ui.check.hearing_page import HearPage
from tools.studio import Studio, wait_until


def hear(pictures: Studio) -> None:
    """Show the page on which one hears whether coach can be heard."""
    pictures.parts.show_start()
    pictures.program.preferences.change(heard="")
    pictures.program.start_page.start.click()


def hear_nothing(pictures: Studio) -> None:
    """Show its help for who hears nothing."""
    page = pictures.program.window.page
    if isinstance(page, HearPage):
        page.nothing.click()


def check(pictures: Studio) -> None:
    """Show the first page of the check."""
    pictures.parts.show_start()
    pictures.program.preferences.change(heard="yes")
    pictures.program.start_page.start.click()
    check = pictures.parts.check
    wait_until(pictures, lambda: check.question is not None)
    begin_check(pictures, Known())  # as at first use: it has most to show


def more(pictures: Studio) -> None:
    """Answer that one or more of the signs are there."""
    pictures.parts.check_page.buttons[1].click()


def flag(pictures: Studio) -> None:
    """Answer the question before anew: it is in the first list."""
    pictures.parts.check_page.back.click()
    pictures.parts.check_page.buttons[0].click()


def cleared(pictures: Studio) -> None:
    """Answer it anew once more: only in the second list, and a professional has said yes."""
    page = pictures.parts.check_page
    page.back.click()
    page.buttons[1].click()
    page.buttons[0].click()
    none(pictures)
    if page.scale is not None:
        page.scale.numbers[3].click()


def none(pictures: Studio) -> None:
    """Say “none of these”, after reading on to the end of the list where it is longer than the page."""
    page = pictures.parts.check_page
    before = page.sheet
    while page.sheet is before:
        pictures.app.processEvents()
        page.buttons[0].click()


def first_question(pictures: Studio) -> None:
    """Show who should ask somebody first."""
    begin_check(pictures, Known())
    none(pictures)


def begin_check(pictures: Studio, known: Known) -> None:
    """Begin a check of somebody who wrote down whom to ask."""
    people = People("Riverside Physio · 555 0134", "555 0100")
    today = Today("Trunk rotation", pictures.parts.flow.starting.selection.short_version_words("lower-back"))
    pictures.parts.check.begin(known, today, people)
    pictures.app.processEvents()


def severe(pictures: Studio) -> None:
    """Answer that the pain is severe."""
    choose(pictures, 8)


def gently(pictures: Studio) -> None:
    """Show what going gently means."""
    pictures.parts.check_page.back.click()
    choose(pictures, 5)


def choose(pictures: Studio, number: int) -> None:
    """Answer with a number."""
    scale = pictures.parts.check_page.scale
    if scale is not None:
        scale.numbers[number].click()


def usual_day(pictures: Studio) -> None:
    """Show the check of a usual day."""
    begin_check(pictures, Known(days_since=1, asks_after_last=True))


def restart(pictures: Studio) -> None:
    """Show the question whether to begin again after a stop for pain."""
    begin_check(pictures, Known(hurt_in_a_row=1, hurt_today=True, days_since=0))
    none(pictures)
    choose(pictures, 2)
    pictures.parts.check_page.buttons[0].click()
