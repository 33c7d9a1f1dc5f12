"""Everything that a person sees or hears comes through the door of words: in the pseudo-language it has accents.

Each place is looked at as a person does, and as a screen reader does; what is painted is seen as it is painted. The
texts are longer by 40 % there, as translations are, and nothing is cut off or covered for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.core.events import Phase
from coach.core.speech.all_lines import lines_of
from coach.session import describe
from coach.session.places import Place
from coach.ui.help.listen_page import ListenPage
from coach.ui.settings.clicker_page import ClickerPage
from coach.ui.settings.settings_page import SettingsPage
from tests.cases import shipped_file
from tests.ui.shell.test_layout import wrong_in
from tests.ui.stage import CTRL, KEY
from tests.ui.words.sight import seen, untranslated

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

pytestmark = pytest.mark.usefixtures("pseudo")

# The places


def begin(stage: Stage, pain: int = 2) -> None:
    """Begin a session: the first answer to each question is that all is well."""
    stage.click(stage.start_page.start)
    answer_all(stage, pain)
    assert stage.phase() is Phase.RUNNING


def answer_all(stage: Stage, pain: int, look: Callable[[], object] = list) -> None:
    """Give the first answer to each question of the check, and look at each."""
    stage.wait_for_check()
    page = stage.check_page
    while stage.check.question is not None or (stage.page() is page and page.buttons):
        look()
        stage.click(page.scale.numbers[pain] if page.scale is not None else page.buttons[0])
        QApplication.processEvents()


def _start(stage: Stage) -> None:
    assert stage.page() is stage.start_page


def _helps(stage: Stage) -> None:
    stage.start_page.ask_helps()


def _sign(stage: Stage) -> None:
    """Say that one or more of the signs apply."""
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    check_answer(stage, 1)


def _flag(stage: Stage) -> None:
    _sign(stage)
    check_answer(stage, 0)


def _today(stage: Stage) -> None:
    _sign(stage)
    check_answer(stage, 1)


def _cleared(stage: Stage) -> None:
    _today(stage)
    check_answer(stage, 0)
    check_answer(stage, 0)
    scale = stage.check_page.scale
    assert scale is not None
    stage.click(scale.numbers[5])


def check_answer(stage: Stage, number: int) -> None:
    page = stage.check_page
    before = page.sheet
    while page.sheet is before:  # a long list is read to its end first
        stage.click(page.buttons[number])
        QApplication.processEvents()


def _help(stage: Stage) -> None:
    stage.visit(Place.HELP)


def _exercise(stage: Stage) -> None:
    stage.read_exercise(1)


def _listen(stage: Stage) -> None:
    stage.trigger("listen")
    page = stage.page()
    assert isinstance(page, ListenPage)
    while not page.script.rows:
        QTest.qWait(1)


def _clicker(stage: Stage) -> None:
    stage.trigger("clicker")
    page = stage.page()
    assert isinstance(page, ClickerPage)
    page.listener.heard.emit("F6", "")  # brings the buttons that give the key away


def _session(stage: Stage) -> None:
    begin(stage)
    stage.skip_to(4)


def _easier(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_E)


def _paused(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_Space)


def _question(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_Q, CTRL)


def _because(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_Right)


def _waiting(stage: Stage) -> None:
    stage.wait_for_me()
    begin(stage)


def _floor(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_F11)


def _stopped(stage: Stage) -> None:
    _session(stage)
    stage.press(KEY.Key_Escape)


def _mistake(stage: Stage) -> None:
    _stopped(stage)
    stage.click(stage.stopped_page.mistake)


def _closing(stage: Stage) -> None:
    _session(stage)
    stage.advance(5_000)
    stage.press(KEY.Key_E, CTRL)


def _worse(stage: Stage) -> None:
    _closing(stage)
    stage.click(stage.closing_page.after.scale.numbers[8])


def _action(action_id: str) -> Callable[[Stage], None]:
    def go_there(stage: Stage) -> None:
        stage.trigger(action_id)

    go_there.__name__ = action_id
    return go_there


def _settings_group(place: int) -> Callable[[Stage], None]:
    def go_there(stage: Stage) -> None:
        while not stage.pictures.variants:  # they come from the disk
            QTest.qWait(1)
        stage.trigger("settings")
        page = stage.page()
        assert isinstance(page, SettingsPage)
        page.show_pane(page.panes[place])

    go_there.__name__ = f"settings {place}"
    return go_there


PLACES = [
    _start, _helps, _sign, _flag, _today, _cleared, _exercise, _clicker, _listen, _session, _easier, _paused, _question,
    _because, _waiting, _floor, _stopped, _mistake, _closing, _worse,
    *map(_settings_group, range(1, 6)), *map(_action, ("settings", "keys", "signs", "about", "history", "routines")),
    _help,
]  # fmt: skip
every_place = pytest.mark.parametrize("go_there", PLACES, ids=lambda each: each.__name__.strip("_"))


SIZES = [(1200, 800), (800, 600)]


@every_place
def test_every_text_comes_through_the_door_and_none_is_cut_or_covered(
    open_program: Opener, told: set[str], go_there: Callable[[Stage], None]
) -> None:
    stage = open_program(size=SIZES[0])
    go_there(stage)
    for size in SIZES:
        stage.window.resize(*size)
        for _turn in range(3):
            QApplication.processEvents()
        assert wrong_in(stage.window) == [], size

    assert untranslated(without_spoken(seen(stage.window) | told)) == {}


def without_spoken(texts: set[str]) -> set[str]:
    """Return texts without the lines of the recorded voice, which speaks English whatever the language."""
    spoken = sorted(lines_of(shipped_file()), key=len, reverse=True)
    return {text.replace(next((line for line in spoken if line in text), "\0"), "") for text in texts}


@pytest.mark.parametrize("pain", [0, 4])
def test_every_question_of_the_check_comes_through_the_door(open_program: Opener, told: set[str], pain: int) -> None:
    stage = open_program()
    stage.click(stage.start_page.start)
    texts: set[str] = set()
    answer_all(stage, pain, lambda: texts.update(seen(stage.window)))

    assert len(texts) > 50
    assert untranslated(texts | told) == {}


def test_every_block_comes_through_the_door(open_program: Opener, told: set[str]) -> None:
    stage = open_program()
    begin(stage)
    texts: set[str] = set()
    while stage.phase() is Phase.RUNNING:
        texts |= seen(stage.window) | set(describe.block_in_words(stage.shot.block, stage.live_now.routine))
        stage.press(KEY.Key_Right)

    assert len(texts) > 50
    assert untranslated(texts | told) == {}


def test_what_does_not_come_through_the_door_is_found(stage: Stage, told: set[str]) -> None:
    """The tests above would be worth nothing if this found nothing."""
    good = {"[[Ĥöļđ~~] · [Ŕéšţ~~] ~~]", "[&Šéššîöñ~~~]", "Esc", "1:30", "[ĝö öñ ~]"}
    assert untranslated({"[Ĥöļđ~~], 3 s", "[Then: Ŕéšţ~~]", *good}) == {
        "[Ĥöļđ~~], 3 s": ["s"],
        "[Then: Ŕéšţ~~]": ["Then"],
    }
    stage.window.left.navigation.navigation.setAccessibleName("The list")
    stage.start_page.start.setToolTip("Begins")

    assert set(untranslated(seen(stage.window) | told)) == {"The list", "Begins"}
