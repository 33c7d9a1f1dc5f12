"""After a session and after a pain stop: what is asked, what is kept, and what is never offered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QLabel

from coach.core.events import Phase
from coach.words import safety_messages
from coach.words.sentences import sentence
from tests.ui.stage import CTRL, KEY, focus

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from coach.ui.after.after_card import AfterCard
from tests.ui.stage import Stage
from tests.waiting import wait_ms

VERDICTS = ("better", "worse", "improve", "progress", "%", "well done", "great", "↓", "↑")
ONWARDS = ("resume", "skip", "continue", "next", "go on", "easier", "start", "pause", "share")


def kept(stage: Stage, column: str) -> object:
    """Return a column of the last session, once all is written."""
    stage.recorder.stop()
    with closing(sqlite3.connect(stage.data / "record.db")) as db:
        return db.execute(f"SELECT {column} FROM session ORDER BY id DESC").fetchone()[0]  # noqa: S608


def card(stage: Stage) -> AfterCard:
    return stage.closing_page.after


@pytest.fixture(name="ended")
def _ended(stage: Stage) -> Stage:
    """Give each test a session that was ended early, with a 4 before it."""
    stage.click(stage.start_page.start)
    stage.pass_check(pain=4)
    stage.advance(20_000)
    stage.press(KEY.Key_E, CTRL)
    return stage


def test_the_closing_page_asks_with_nothing_chosen(ended: Stage) -> None:
    shown = ended.texts(ended.closing_page)

    assert safety_messages.ASK_PAIN_AFTER in shown
    assert safety_messages.M_BOOK in shown
    assert card(ended).scale.value is None
    assert not any(button.isChecked() for button in card(ended).compared.values())
    assert focus() is ended.closing_page.done
    assert kept(ended, "pain_after") is None


@pytest.mark.parametrize("after", [3, 2])
def test_a_lower_number_gets_no_judgement(ended: Stage, after: int) -> None:
    ended.click(card(ended).scale.numbers[after])

    shown = " ".join(ended.texts(card(ended))).lower()
    assert f"before 4, after {after}." in shown
    assert not [word for word in VERDICTS if word in shown]
    assert not card(ended).advice.isVisible()


def test_a_number_taken_back_takes_the_advice_back(ended: Stage) -> None:
    ended.click(card(ended).scale.numbers[5])
    assert card(ended).advice.isVisible()

    ended.click(card(ended).scale.numbers[4])

    assert not card(ended).advice.isVisible()
    assert kept(ended, "pain_after") == 4


def test_severe_and_higher_is_announced_with_both_messages(ended: Stage) -> None:
    ended.click(card(ended).scale.numbers[10])

    assert safety_messages.M_WORSE in ended.news
    assert sentence(safety_messages.M_SEVERE) in ended.news
    assert safety_messages.EMERGENCY_TITLE in ended.texts(ended.closing_page)
    assert safety_messages.TODAY_TITLE in ended.texts(ended.closing_page)


def test_the_signs_follow_the_words_that_lead_to_them(ended: Stage) -> None:
    ended.click(card(ended).scale.numbers[10])
    wait_ms(0)
    page = ended.closing_page
    places = {label.text(): label.mapTo(page, QPoint(0, 0)) for label in page.findChildren(QLabel) if label.isVisible()}
    tops, urgent = {words: at.y() for words, at in places.items()}, places[safety_messages.EMERGENCY_TITLE]

    assert card(ended).advice.text().endswith(":")
    assert (
        tops[safety_messages.M_WORSE]
        < tops[safety_messages.M_SEVERE]
        < tops[safety_messages.EMERGENCY_TITLE]
        == tops[safety_messages.TODAY_TITLE]
    )
    assert urgent.x() < places[safety_messages.TODAY_TITLE].x(), "the more urgent one is read first"
    assert safety_messages.M_DONE_SHORT in ended.texts(ended.closing_page)
    assert safety_messages.M_DONE not in ended.texts(ended.closing_page), "the advice comes first"


def test_more_pain_by_word_outweighs_a_lower_number(ended: Stage) -> None:
    ended.click(card(ended).scale.numbers[1])
    ended.click(card(ended).compared["more"])

    assert safety_messages.M_WORSE in card(ended).advice.text()
    assert (kept(ended, "pain_after"), kept(ended, "compared")) == (1, "more")


def test_because_of_pain_after_a_skip_is_kept_as_a_pain_stop(running: Stage) -> None:
    running.press(KEY.Key_Right)
    running.click(running.session_page.because)

    assert running.is_stopped
    assert kept(running, "ending") == "stopped for pain"


def test_the_stopped_page_leads_nowhere_on(running: Stage) -> None:
    running.press(KEY.Key_Escape)

    words = [each.text().lower() for each in running.window.findChildren(QAbstractButton) if each.isVisible()]

    assert words
    assert not [text for text in words for onward in ONWARDS if onward in text]
    for key in (KEY.Key_Right, KEY.Key_PageDown, KEY.Key_MediaPlay, KEY.Key_MediaNext, KEY.Key_PageUp):
        running.stopped_page.settle()
        running.press(key)
        assert running.is_stopped


def test_a_note_on_the_stopped_page_is_kept(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    note = running.stopped_page.note
    running.click(note.open_button)
    note.field.setPlainText("Sharp, left.\nStopped.")
    running.click(note.save_button)

    assert kept(running, "note") == "Sharp, left.\nStopped."
    assert running.is_stopped


def test_the_contact_button_opens_the_number(running: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[str] = []

    def open_url(url: QUrl) -> bool:
        went.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    running.preferences.change(contact_name="Riverside", contact_phone="+44 20 555-0134")
    running.press(KEY.Key_Escape)
    assert went == []

    running.click(running.stopped_page.contact)

    assert went == ["tel:+44205550134"]
    assert running.is_stopped


def test_by_mistake_leads_to_a_pause_at_the_start_of_the_same_block(running: Stage) -> None:
    running.skip_to(4)
    running.advance(12_000)
    whole_ms = running.shot.left_ms + 12_000
    running.press(KEY.Key_Escape)
    running.click(running.stopped_page.mistake)
    assert focus() is running.stopped_page.yes

    running.click(running.stopped_page.no)

    assert running.phase() is Phase.PAUSED
    assert (running.shot.index, running.shot.left_ms) == (4, whole_ms)
    running.advance(60_000)
    assert running.phase() is Phase.PAUSED


def test_by_mistake_and_not_sure_stays_stopped(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    running.click(running.stopped_page.mistake)

    running.click(running.stopped_page.yes)

    assert running.is_stopped
    assert kept(running, "ending") == "stopped for pain"
