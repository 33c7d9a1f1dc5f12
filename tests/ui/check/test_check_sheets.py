"""The pages of the check as they are seen: all signs at once or read to their end, and answers that stay in sight."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton

from coach.core.events import Phase
from coach.core.safety import Known, Question
from coach.ui.check.closed_sheet import People
from coach.ui.check.gently_sheet import Today
from coach.ui.figure.still import Still
from coach.ui.kit.button_looks import Look
from coach.ui.kit.card import Card
from coach.ui.kit.line_list import Line
from coach.ui.kit.scroll_page import column_of
from coach.words import safety_messages
from tests.ui.shell.wrong_places import wrong_in
from tests.ui.stage import KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from coach.ui.check.check_page import CheckPage
    from coach.ui.check.sheet import Sheet
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

SIGNS = (*safety_messages.EMERGENCY_SIGNS, *safety_messages.TODAY_SIGNS)
USUAL = Known(days_since=1, asks_after_last=True)
PEOPLE = People("Riverside · 555 0134", "555 0100")
TODAY = Today("Trunk rotation", "One round of each. 8 min.")
NONE, MORE, READ_ON = "None of these", "One or more of these", "Read on"


def page(stage: Stage) -> CheckPage:
    return stage.check_page


def rest() -> None:
    for _turn in range(4):
        wait_ms(1)


def show(stage: Stage, known: Known = Known(), size: tuple[int, int] = (1200, 760)) -> None:  # noqa: B008 - frozen
    """Begin a check in a window in which its page is as wide as this window, whatever stands beside it."""
    if not page(stage).isVisible():
        stage.click(stage.start_page.start)
        stage.wait_for_check()
    stage.window.setMinimumSize(1, 1)
    stage.window.resize(*size)
    rest()
    stage.window.resize(size[0] + stage.window.width() - page(stage).width(), size[1])
    rest()
    stage.check.begin(known, TODAY, PEOPLE)
    rest()


def sheet(stage: Stage) -> Sheet:
    shown = page(stage).sheet
    assert shown is not None
    return shown


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def line(stage: Stage, words: str) -> Line:
    return next(each for each in page(stage).findChildren(Line) if each.text() == words and not each.isHidden())


def texts(stage: Stage) -> list[str]:
    return [button.text() for button in page(stage).buttons]


# The signs


@pytest.mark.parametrize("size", [(1200, 760), (1280, 680), (1366, 728), (1920, 1080)])
def test_all_twenty_signs_are_in_sight_with_both_answers_alike(stage: Stage, size: tuple[int, int]) -> None:
    show(stage, size=size)

    assert [sign for sign in SIGNS if not in_sight(line(stage, sign))] == []
    assert column_of(page(stage)).verticalScrollBar().maximum() == 0
    none, more = page(stage).buttons
    assert (none.text(), more.text()) == (NONE, MORE)
    assert none.size() == more.size()
    assert none.look is more.look is Look.ANSWER
    assert page(stage).bar.isAncestorOf(none)
    assert page(stage).bar.isAncestorOf(more)
    assert focus() is sheet(stage).heading
    for key in (KEY.Key_Return, KEY.Key_Space, KEY.Key_Right, KEY.Key_Down):
        stage.press(key)
    assert stage.check.question is Question.SIGNS


SMALL = [(1000, 640), (800, 600), (640, 360)]


@pytest.mark.parametrize("size", SMALL)
def test_nobody_says_none_to_signs_that_were_never_in_sight(stage: Stage, size: tuple[int, int]) -> None:
    show(stage, size=size)
    none = page(stage).buttons[0]
    seen = set()

    for _press in range(40):
        seen |= {sign for sign in SIGNS if in_sight(line(stage, sign))}
        if none.text() == NONE:
            break
        assert none.text() == READ_ON
        stage.click(none)
        rest()
        assert stage.check.question is Question.SIGNS
    assert seen == set(SIGNS)

    stage.click(none)
    assert stage.check.question is Question.ASK_FIRST


def test_one_or_more_can_be_said_before_all_was_read(stage: Stage) -> None:
    show(stage, size=(800, 600))
    assert texts(stage)[0] == READ_ON

    stage.answer(MORE)

    assert stage.check.question is Question.URGENT


def test_no_end_is_told_of_a_list_that_was_not_scrolled(stage: Stage) -> None:
    stage.window.resize(1366, 680)  # all signs are in sight, but only once the page has got its place
    rest()
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    rest()

    assert texts(stage)[0] == NONE
    assert stage.news.startswith("Warning signs. Most back pain is not serious.")


@pytest.mark.parametrize("how", ["key", "wheel", "focus"])
def test_the_end_counts_however_it_came_into_sight(stage: Stage, how: str) -> None:
    show(stage, size=(800, 600))
    none, bar = page(stage).buttons[0], column_of(page(stage)).verticalScrollBar()
    if how == "key":
        stage.press(KEY.Key_End)
    elif how == "wheel":
        bar.setValue(bar.maximum())
    else:
        line(stage, SIGNS[-1]).setFocus(Qt.FocusReason.TabFocusReason)
    rest()
    assert none.text() == NONE
    assert stage.news == "This is the end of the list."

    bar.setValue(0)
    rest()
    assert none.text() == NONE, "once is enough"


def test_a_press_meant_for_read_on_says_nothing(stage: Stage) -> None:
    """A finger that presses again, a double click, and a key that is held."""
    show(stage, size=(1000, 640))
    none = page(stage).buttons[0]
    none.setFocus()
    while none.text() == READ_ON:
        stage.press(KEY.Key_Return)

    stage.press_at_once(KEY.Key_Return)
    for key in (KEY.Key_Return, KEY.Key_Space):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            stage.lift_hand()
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", True)  # noqa: FBT003 - it repeats
            QApplication.sendEvent(none, event)
    assert stage.check.question is Question.SIGNS
    stage.press(KEY.Key_Return)
    assert texts(stage)[0] == NONE
    assert sheet(stage).title == "Ask a professional first"


def test_each_list_has_to_be_read_anew(stage: Stage) -> None:
    show(stage, size=(800, 480))
    stage.answer(NONE)
    assert stage.check.question is Question.ASK_FIRST
    assert texts(stage)[0] == READ_ON

    stage.click(page(stage).back)
    assert texts(stage)[0] == READ_ON


def test_the_page_fades_where_it_goes_on(stage: Stage) -> None:
    show(stage, size=(800, 600))
    fade = page(stage).read_on.fade
    assert fade.isVisible()
    assert (fade.height(), fade.geometry().bottom()) == (44, page(stage).rect().bottom())

    stage.press(KEY.Key_End)
    rest()
    assert not fade.isVisible()


# The numbers


def test_arrow_keys_lead_among_the_numbers_and_answer_nothing(stage: Stage) -> None:
    show(stage)
    stage.answer(NONE)
    stage.answer(NONE)
    scale = page(stage).scale
    assert scale is not None
    told = [QAccessible.queryAccessibleInterface(number) for number in scale.numbers]
    assert {each.role() for each in told} == {QAccessible.Role.RadioButton}
    assert QAccessible.queryAccessibleInterface(scale).text(QAccessible.Text.Name) == safety_messages.ASK_PAIN
    while not isinstance(focus(), QRadioButton):
        stage.press(KEY.Key_Tab)

    led = []
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_End, KEY.Key_Right, KEY.Key_Left, KEY.Key_Up, KEY.Key_Home):
        stage.press(key)
        led.append(scale.numbers.index(focus()))  # type: ignore[arg-type]  # one of them
        assert (scale.value, stage.phase(), stage.check.question) == (None, Phase.READY, Question.PAIN)
    assert led == [1, 2, 10, 10, 9, 8, 0]

    stage.press(KEY.Key_Right)
    stage.press(KEY.Key_Space)
    assert stage.check.answers.pain == 1


MEANINGS = {meaning for _word, meaning in safety_messages.PAIN_WORDS.values()}


@pytest.mark.parametrize("size", [(1200, 760), (1280, 680), (1000, 640), (800, 600)])
def test_words_meanings_and_rule_are_always_in_sight(stage: Stage, size: tuple[int, int]) -> None:
    for known in (Known(), USUAL):
        show(stage, known, size)
        if known is not USUAL:
            stage.answer(NONE)
            stage.answer(NONE)
            rest()
        shown = [each for each in stage.window.findChildren(QLabel) if in_sight(each)]
        wanted = {*MEANINGS, "none", "mild", "moderate", "severe", safety_messages.M_RULE}
        # On a narrow page with both questions one line has what the number with the focus means.
        missing = MEANINGS if known is USUAL and size[0] < 1000 else set()
        assert wanted - {each.text() for each in shown} == missing
        scale = page(stage).scale
        assert scale is not None
        assert all(in_sight(number) for number in scale.numbers)
        assert all(number.width() >= 44 and number.height() >= 52 for number in scale.numbers)


def test_where_it_is_narrow_one_line_has_the_meaning_of_the_number_with_the_focus(open_program: Opener) -> None:
    stage = open_program(text_scale=2)
    show(stage, size=(800, 768))
    stage.answer(NONE)
    stage.answer(NONE)
    scale = page(stage).scale
    assert scale is not None
    rest()
    scale.numbers[4].setFocus(Qt.FocusReason.TabFocusReason)

    assert scale.meaning.isVisible()
    assert scale.meaning.text() == "Moderate. It is hard to ignore, but you can still do your day."
    assert in_sight(page(stage).buttons[0]), "“It is severe” stands in the bar"


# Nothing is cut


def sheets(stage: Stage) -> Iterator[str]:
    """Show every page of the check, one after the other."""
    stage.check.begin(Known(), TODAY, PEOPLE)
    for words in (MORE, "Yes, or I am not sure"):
        yield f"before {words}"
        stage.answer(words)
    yield "closed by a sign"
    stage.click(page(stage).back)
    stage.answer("No, only in the second list")
    yield "closed for today"
    stage.answer("Yes")
    yield "ask first"
    stage.answer(MORE)
    yield "cleared"
    stage.answer("No, or not sure")
    yield "closed until asked"
    stage.click(page(stage).back)
    stage.answer("Yes")
    yield "pain"
    stage.answer("", 8)
    yield "closed by severe pain"
    stage.click(page(stage).back)
    stage.answer("", 5)
    yield "gently"
    stage.check.begin(USUAL, TODAY, PEOPLE)
    yield "usual day"
    stage.answer(NONE)
    yield "usual day, half"
    stage.check.begin(Known(hurt_in_a_row=1, hurt_today=True, days_since=0), TODAY, PEOPLE)
    stage.answer(NONE)
    stage.answer("", 2)
    yield "settled"
    stage.answer("Yes")
    yield "restart"


SIZES: list[tuple[int, int, float]] = [
    (1200, 760, 1),
    (1280, 680, 1),
    (1000, 640, 1),
    (800, 600, 1),
    (640, 360, 1),
    (1366, 768, 2),
    (1920, 1080, 1.5),
]


USUAL_DAY = {"usual day", "usual day, half"}
SCROLL: dict[tuple[int, int, float], set[str]] = {
    (640, 360, 1): {*USUAL_DAY, "closed for today", "settled", "restart"},
    (1366, 768, 2): USUAL_DAY,
}
"""Pages in which not all answers have room at once, by size; with text twice as large these are numbers alone."""


@pytest.mark.parametrize("case", SIZES, ids=lambda case: f"{case[0]}x{case[1]} {case[2]:.0%}")
def test_nothing_is_cut_on_any_page_and_no_answer_lies_below_the_edge(
    open_program: Opener, case: tuple[int, int, float]
) -> None:
    stage = open_program(text_scale=case[2])
    show(stage, size=case[:2])
    wrong, out = {}, {}
    for name in sheets(stage):
        rest()
        if found := wrong_in(stage.window):
            wrong[name] = found
        if not in_sight(page(stage).bar.back):
            wrong[f"{name}, back"] = ["out of sight"]
        scale = page(stage).scale
        numbers = scale.numbers if scale is not None else []
        if hidden := [each.text() for each in (*page(stage).buttons, *numbers) if not in_sight(each)]:
            out[name] = hidden

    assert wrong == {}
    assert out.keys() == SCROLL.get(case, set())
    assert case[2] == 1 or all(words.isdigit() for hidden in out.values() for words in hidden)


def test_however_narrow_the_bar_is_its_buttons_stand_below_each_other(stage: Stage) -> None:
    show(stage)
    bar = page(stage).bar
    buttons = (*page(stage).buttons, bar.back)
    for width, rows in ((1200, 1), (640, 2), (500, 3), (200, 3), (60, 3), (1, 3)):
        bar.resize(width, bar.height())
        assert len({each.y() for each in buttons}) == rows
        assert bar.back.y() == max(each.y() for each in buttons), "the way back is below all answers"
        apart = [one.geometry() for one in buttons]
        assert not any(one.intersects(other) for one, other in combinations(apart, 2))
        assert max(one.bottom() for one in apart) < bar.sizeHint().height()
    stage.check.begin(USUAL, TODAY, PEOPLE)
    rest()
    for width in (1200, 200, 60, 1):
        bar.resize(width, bar.height())
        assert bar.shows_note is (width == 1200)
        assert bar.back.geometry().bottom() < bar.sizeHint().height()


def test_the_answers_after_pain_end_where_the_figure_ends(stage: Stage) -> None:
    show(stage, Known(hurt_in_a_row=1, hurt_today=True, days_since=0))
    for words in (NONE, "", "No"):
        stage.answer(words)
    rest()
    assert stage.check.question is Question.RESTART
    there = page(stage)

    def corner(widget: QWidget, inset: int = 0, *, at_end: bool = False) -> QPoint:
        return widget.mapTo(there, QPoint(widget.width() - inset if at_end else inset, inset))

    (still,) = (each for each in there.findChildren(Still) if each.isVisible())
    (card,) = (each for each in there.findChildren(Card) if each.isVisible())
    ends = {corner(button, button.inset, at_end=True).x() for button in there.buttons}
    assert ends == {corner(still, at_end=True).x()}
    assert corner(there.buttons[0], there.buttons[0].inset).y() == corner(card).y(), "as high as the card"
