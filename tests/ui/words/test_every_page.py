"""Everything that a person sees or hears comes through the door of words: in the pseudo-language it has accents.

Each place is looked at as a person does, and as a screen reader does; what is painted is seen as it is painted. The
texts are longer by 40 % there, as translations are, and nothing is cut off or covered for it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from coach.core.draft.step_lines import typed
from coach.core.events import Phase
from coach.core.speech.all_lines import lines_of
from coach.session import describe
from tests.cases import shipped_file
from tests.ui.pages import ask, settle, walk, walk_editor, walk_questions
from tests.ui.shell.wrong_places import wrong_in
from tests.ui.stage import KEY
from tests.ui.words.sight import seen, untranslated
from tools import sample_routine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

pytestmark = pytest.mark.usefixtures("pseudo")

SIZES = [(1200, 800), (800, 600)]


def test_every_text_comes_through_the_door_and_none_is_cut_or_covered(open_program: Opener, told: set[str]) -> None:
    stage = open_program(size=SIZES[0])
    wrong: dict[str, object] = {}
    for name in walk(stage):
        for size in SIZES:
            stage.window.resize(*size)
            settle()
            if found := wrong_in(stage.window):
                wrong[f"{name} {size}"] = found
        if others := untranslated(without_spoken(seen(stage.window) | told)):
            wrong[name] = others
        stage.window.resize(*SIZES[0])

    assert wrong == {}


def test_the_editor_comes_through_the_door_and_nothing_is_cut_or_covered(open_program: Opener, told: set[str]) -> None:
    stage = open_program(size=SIZES[0])
    wrong: dict[str, object] = {}
    for name in walk_editor(stage):
        for size in SIZES:
            stage.window.resize(*size)
            settle()
            if found := wrong_in(stage.window):
                wrong[f"{name} {size}"] = found
        if others := untranslated(without_own(without_spoken(seen(stage.window) | told))):
            wrong[name] = others
        stage.window.resize(*SIZES[0])

    assert wrong == {}


def without_own(texts: set[str]) -> set[str]:
    """Return texts without the person's own words, which are in no language of coach."""
    own = sorted({*_own(sample_routine.document()), "{side}"}, key=len, reverse=True)
    texts = {text for text in texts if not (text.endswith("…") and any(each.startswith(text[:-1]) for each in own))}
    texts = {re.sub(r"“[^”]*”", "", text) for text in texts}  # what is spoken is quoted
    for words in own:
        texts = {text.replace(words, "") for text in texts}
    return texts


def _own(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        if value.keys() == {"right", "left"}:
            yield typed(value)
        for inner in value.values():
            yield from _own(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _own(inner)


def without_spoken(texts: set[str]) -> set[str]:
    """Return texts without the lines of the recorded voice, which speaks English whatever the language."""
    return {text.replace(next((line for line in _spoken() if line in text), "\0"), "") for text in texts}


@cache
def _spoken() -> list[str]:
    """Return what the voice says, the longest lines first: the same for every page, and slow to work out."""
    return sorted(lines_of(shipped_file()), key=len, reverse=True)


@pytest.mark.parametrize("pain", [0, 4])
def test_every_question_of_the_check_comes_through_the_door(open_program: Opener, told: set[str], pain: int) -> None:
    stage = open_program()
    ask(stage)
    texts: set[str] = set()
    for _question in walk_questions(stage, pain):
        texts |= seen(stage.window)

    assert len(texts) > 50
    assert untranslated(texts | told) == {}


def test_every_block_comes_through_the_door(open_program: Opener, told: set[str]) -> None:
    stage = open_program()
    stage.start()
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
