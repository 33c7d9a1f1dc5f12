"""The messages are those of the safety sheet, word for word, in short sentences."""

from __future__ import annotations

import pytest

from coach.core import messages
from tests.cases import count_words, sentences

# The sheet's section 7; a joined message is shown in pieces, in this order
WORD_FOR_WORD: dict[str, tuple[tuple[str, ...], str]] = {
    "M-FOR": (
        (messages.M_FOR,),
        "Gentle stretches for a lower back that feels tight, or mildly or moderately sore. Not for severe pain.",
    ),
    "M-RULE": (
        (messages.M_RULE,),
        "A mild pull or a little discomfort is all right. Your pain should not go up. If it does, press stop.",
    ),
    "M-STOP": (
        (messages.M_STOP_TITLE, messages.M_STOP_FIRST, messages.M_STOP_THEN, messages.M_STOP_SIGNS),
        (
            "We have stopped. You did the right thing. Rest in a position that feels easier. "
            "Leave these stretches for now. Talk to a health professional about this pain. "
            "Get emergency help if you notice any of these"
        ),
    ),
    "M-DONE, after the title “All done.”": (
        (messages.M_DONE,),
        "Get up slowly. If your back hurts more later, leave the stretches and ask for help.",
    ),
    "M-BOOK": (
        (messages.M_BOOK,),
        "Not helping? Book a visit with a health professional. They can check what your back needs.",
    ),
    "M-NOTDEVICE": (
        (messages.M_NOTDEVICE,),
        (
            "coach guides general stretching and relaxation. It is not a medical device. It does not find, treat or "
            "prevent any illness or injury. It does not replace a health professional."
        ),
    ),
    "M-LIST": ((messages.M_LIST,), "Most back pain is not serious. These signs are rare, but they matter."),
    "pressed by mistake": ((messages.M_MISTAKE,), "Do you have more pain than when you started?"),
    "stopping in a gap": ((messages.STOPPING_IN_A_GAP,), "Stopping. Stay where you feel best."),
}

# Section 3.1, the whole list in its order
SIGNS = (
    "Numbness or tingling around your genitals, bottom or inner thighs",
    "It is newly hard to start, stop or feel yourself weeing",
    "You leak wee or poo, or cannot feel when you need to go",
    "New loss of feeling during sex, or new erection trouble",
    "Pain, tingling, weakness or numbness in both legs",
    "A leg is quickly getting weaker, or walking is newly unsteady",
    "It started with a bad fall, a crash or a hard blow",
    "Weak bones or long-term steroid tablets, and even a small fall",
    "Chest pain, trouble breathing, or you feel about to pass out",
    "Sudden, very strong pain in your tummy or back",
)


@pytest.mark.parametrize("name", WORD_FOR_WORD)
def test_the_messages_are_those_of_the_sheet(name: str) -> None:
    pieces, text = WORD_FOR_WORD[name]

    assert " ".join(pieces) == text


def test_the_emergency_signs_are_those_of_the_sheet() -> None:
    assert messages.EMERGENCY_SIGNS == SIGNS


def test_the_short_list_names_the_four_signs_that_must_not_wait() -> None:
    told = " ".join(messages.EMERGENCY_SHORT).lower()

    assert len(messages.EMERGENCY_SHORT) == 4
    for word in ("genitals", "inner thighs", "weeing", "leaking", "both sides", "chest pain", "breathing"):
        assert word in told


def all_messages() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in vars(messages).items():
        if name.isupper():
            texts = (value,) if isinstance(value, str) else value
            found |= {f"{name} {number}": text for number, text in enumerate(texts)}
    return found


def test_every_sentence_of_a_message_has_15_words_or_fewer() -> None:
    told = all_messages()

    assert len(told) > 25
    assert [
        (name, sentence) for name, text in told.items() for sentence in sentences(text) if count_words(sentence) > 15
    ] == []


def test_no_message_shouts() -> None:
    assert [text for text in all_messages().values() if "!" in text] == []
