"""The messages are those of the safety sheet, word for word, in short sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.safety import Pain
from coach.words import safety_messages
from tests.cases import count_words, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

# The sheet's section 7; a joined message is shown in pieces, in this order
WORD_FOR_WORD: dict[str, tuple[tuple[str, ...], str]] = {
    "M-FOR": (
        (safety_messages.M_FOR,),
        "Gentle stretches for a lower back that feels tight, or mildly or moderately sore. Not for severe pain.",
    ),
    "M-RULE": (
        (safety_messages.M_RULE,),
        "A mild pull or a little discomfort is all right. Your pain should not go up. If it does, press stop.",
    ),
    "M-RULE, on paper, where there is nothing to press": (
        (safety_messages.M_RULE_ON_PAPER,),
        "A mild pull or a little discomfort is all right. Your pain should not go up. If it does, stop.",
    ),
    "when to stop, above what one exercise adds (5.1)": (
        safety_messages.STOP_WHEN,
        "More pain than at the start. Pain that is new or moves down a leg.",
    ),
    "M-STOP": (
        (
            safety_messages.M_STOP_TITLE,
            safety_messages.M_STOP_FIRST,
            safety_messages.M_STOP_THEN,
            safety_messages.M_STOP_SIGNS,
        ),
        (
            "We have stopped. You did the right thing. Rest in a position that feels easier. "
            "Leave these stretches for now. Talk to a health professional about this pain. "
            "Get emergency help if you notice any of these"
        ),
    ),
    "M-DONE, after the title “All done.”": (
        (safety_messages.M_DONE,),
        "Get up slowly. If your back hurts more later, leave the stretches and ask for help.",
    ),
    "M-DONE, where there is advice": ((safety_messages.M_DONE_SHORT,), "Get up slowly."),
    "M-BOOK": (
        (safety_messages.M_BOOK,),
        "Not helping? Book a visit with a health professional. They can check what your back needs.",
    ),
    "M-NOTDEVICE": (
        (safety_messages.M_NOTDEVICE,),
        (
            "coach guides general stretching and relaxation. It is not a medical device. It does not find, treat or "
            "prevent any illness or injury. It does not replace a health professional."
        ),
    ),
    "M-LIST": ((safety_messages.M_LIST,), "Most back pain is not serious. These signs are rare, but they matter."),
    "M-GENTLE": (
        (safety_messages.M_GENTLE,),
        "You chose moderate. Go gently. The easier ways come first today. Stop early if you like.",
    ),
    "M-SEVERE": (
        (safety_messages.M_SEVERE_TITLE, safety_messages.M_SEVERE),
        (
            "Please stop here. These stretches are not meant for severe pain. Contact a health professional. "
            "If you have any of these signs, get emergency help now:"
        ),
    ),
    "M-FLAG": (
        (safety_messages.M_FLAG_TITLE, safety_messages.M_FLAG),
        (
            "Please do not stretch now. One of the signs you saw needs a professional. Signs in the first list: get "
            "emergency help now. Signs in the second list: call a doctor or advice line today."
        ),
    ),
    "M-FLAG, with the advice of the second list": (
        (safety_messages.M_FLAG_TITLE, safety_messages.M_FLAG_TODAY),
        (
            "Please do not stretch now. One of the signs you saw needs a professional. Signs in the second list: call "
            "a doctor or advice line today."
        ),
    ),
    "M-CLEARED": (
        (safety_messages.M_CLEARED,),
        "Somebody who knows your back has said yes. Go gently. If anything is new or different, stop and ask again.",
    ),
    "M-ASKFIRST": (
        (safety_messages.M_ASKFIRST_TITLE, safety_messages.M_ASKFIRST),
        ("Ask first. Tell a health professional about these stretches. Start when they say it is fine for you."),
    ),
    "M-WORSE": (
        (safety_messages.M_WORSE_TITLE, safety_messages.M_WORSE),
        (
            "More pain than before means stop. Leave these stretches. "
            "Talk to a health professional before you try again."
        ),
    ),
    "M-AGAIN": (
        (safety_messages.M_AGAIN,),
        "Last time, your pain went up. The advice is to talk to a health professional first. You decide.",
    ),
    "M-TOMORROW": (
        (safety_messages.M_TOMORROW,),
        "It is still the same day. Waiting until tomorrow tells you more about how your back took it.",
    ),
    "M-TWICE": (
        (safety_messages.M_TWICE,),
        "It has hurt two times in a row. Please see a health professional before the next try.",
    ),
    "pressed by mistake": ((safety_messages.M_MISTAKE,), "Do you have more pain than when you started?"),
    "stopping in a gap": ((safety_messages.STOPPING_IN_A_GAP,), "Stopping. Stay where you feel best."),
}

# What stands in bold in section 7 and above the lists of sections 3 and 4
TITLES: dict[str, tuple[str, str]] = {
    "M-STOP": (safety_messages.M_STOP_TITLE, "We have stopped."),
    "M-SEVERE": (safety_messages.M_SEVERE_TITLE, "Please stop here."),
    "M-FLAG": (safety_messages.M_FLAG_TITLE, "Please do not stretch now."),
    "M-ASKFIRST": (safety_messages.M_ASKFIRST_TITLE, "Ask first."),
    "M-WORSE": (safety_messages.M_WORSE_TITLE, "More pain than before means stop."),
    "emergency": (safety_messages.EMERGENCY_TITLE, "Back pain with any of these? Get emergency help now."),
    "today": (safety_messages.TODAY_TITLE, "Back pain with any of these? Speak to a doctor or advice line today."),
    "book": (safety_messages.BOOK_TITLE, "Not urgent, but worth a visit."),
    "ask first": (
        safety_messages.ASK_FIRST_TITLE,
        "If any of these is true for you, ask a health professional before you start.",
    ),
}

# Sections 2, 5.2, 6 and 8
QUESTIONS: dict[str, tuple[str, str]] = {
    "pain now": (safety_messages.ASK_PAIN, "How does your lower back feel right now?"),
    "pain after": (safety_messages.ASK_PAIN_AFTER, "How does your lower back feel now?"),
    "a sign since": (safety_messages.ASK_SIGN, "Any warning sign since last time?"),
    "in the first list": (safety_messages.ASK_URGENT, "Is any of them in the first list?"),
    "looked at": (
        safety_messages.ASK_LOOKED_AT,
        "Has a doctor or physiotherapist looked at this back pain, and said that gentle stretching is fine for you?",
    ),
    "cleared": (
        safety_messages.ASK_CLEARED,
        "Has a health professional told you that gentle stretching is fine for you?",
    ),
    "after last time": (
        safety_messages.ASK_AFTER_LAST,
        "After last time, did your back hurt more, that day or the day after?",
    ),
    "settled": (safety_messages.ASK_SETTLED, "Has the pain from last time gone back to your usual level?"),
    "starting again": (safety_messages.ASK_RESTART, "What would you like to do?"),
    "skipped or ended": (safety_messages.ASK_BECAUSE, "Because of pain?"),
    "compared": (safety_messages.ASK_COMPARED, "Compared with before:"),
    "two weeks on": (safety_messages.ASK_HELPS, "Do these stretches help you?"),
}

# Section 2.1: the word under the numbers, and its help text
PAIN_WORDS = {
    "none": ("none", "Stiff or tight at most."),
    "mild": ("mild", "You notice it, but it does not stop you."),
    "moderate": ("moderate", "It is hard to ignore, but you can still do your day."),
    "severe": ("severe", "Hard to think or talk, sleep, or move, wash or dress."),
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

# Section 3.2
TODAY = (
    "A high temperature, shivering, or feeling ill",
    "Losing weight without trying",
    "A lump, swelling or new shape in your back",
    "Resting does not ease it, or nights are worse",
    "Coughing, sneezing or pooing makes it worse",
    "The pain is high up, between your shoulder blades",
    "You have had cancer, or your immune system is weak",
    "You inject drugs, or had a bad infection recently",
    "New leg pain that goes below the knee, or new tripping",
    "A pulsing feeling in your tummy that is new",
)

# Section 3.3
BOOK = (
    "It has not started to ease after a few weeks.",
    "It keeps you from daily life, or grows over time.",
    "You are worried about it.",
)

# Section 4
ASK_FIRST = (
    "You are pregnant",
    "You have weak bones (osteoporosis) or a past spine fracture",
    "You had surgery or a bad injury in recent months (back, tummy, hip, knee, shoulder)",
    "You have a new hip, or were told to limit a hip",
    "You have a fused or unstable spine",
    "A professional told you to avoid bending or twisting",
    "You have glaucoma, or must not put your head down",
    "You have heart or blood pressure problems that are not settled",
    "Your knees, wrists or shoulders hurt when you kneel or lean",
    "You cannot get down to the floor and up again alone",
    "You are under 18",
)


@pytest.mark.parametrize("name", WORD_FOR_WORD)
def test_the_messages_are_those_of_the_sheet(name: str) -> None:
    pieces, text = WORD_FOR_WORD[name]

    assert " ".join(pieces) == text


@pytest.mark.parametrize("name", TITLES)
def test_the_titles_are_those_of_the_sheet(name: str) -> None:
    title, text = TITLES[name]

    assert title == text


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_questions_are_those_of_the_sheet(name: str) -> None:
    question, text = QUESTIONS[name]

    assert question == text


def test_the_emergency_signs_are_those_of_the_sheet() -> None:
    assert safety_messages.EMERGENCY_SIGNS == SIGNS


def test_the_two_other_lists_of_signs_are_those_of_the_sheet() -> None:
    assert safety_messages.TODAY_SIGNS == TODAY
    assert safety_messages.BOOK_SIGNS == BOOK


def test_the_list_of_who_should_ask_first_is_that_of_the_sheet() -> None:
    assert safety_messages.ASK_FIRST == ASK_FIRST


def test_the_pain_words_and_what_they_mean_are_those_of_the_sheet() -> None:
    assert safety_messages.PAIN_WORDS == PAIN_WORDS
    assert list(safety_messages.PAIN_WORDS) == [word.value for word in Pain]


def test_the_ends_of_the_scale_are_told_with_words_for_the_equals_signs() -> None:
    assert safety_messages.ASK_PAIN_HELP.replace(" is ", " = ") == "0 = no pain. 10 = the worst pain you can think of."


def test_the_help_texts_name_no_number() -> None:
    told = [text for word in safety_messages.PAIN_WORDS.values() for text in word]

    assert [text for text in told if any(character.isdigit() for character in text)] == []


def test_the_short_list_names_the_four_signs_that_must_not_wait() -> None:
    told = " ".join(safety_messages.EMERGENCY_SHORT).lower()

    assert len(safety_messages.EMERGENCY_SHORT) == 4
    for word in ("genitals", "inner thighs", "weeing", "leaking", "both sides", "chest pain", "breathing"):
        assert word in told


def texts(value: object) -> Iterator[str]:
    """Yield every text of a message, a list of signs or a table of words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def all_messages() -> dict[str, str]:
    return {
        f"{name} {number}": text
        for name, value in vars(safety_messages).items()
        if name.isupper() and name != "TYPE_CHECKING"
        for number, text in enumerate(texts(value))
    }


def test_every_sentence_of_a_message_has_15_words_or_fewer() -> None:
    told = all_messages()

    assert len(told) > 80
    for text in (
        safety_messages.M_FLAG,
        safety_messages.TODAY_SIGNS[0],
        safety_messages.ASK_FIRST[-1],
        "You notice it, but it does not stop you.",
    ):
        assert text in told.values()
    longer = [sentence for text in told.values() for sentence in sentences(text) if count_words(sentence) > 15]
    assert longer == [safety_messages.ASK_LOOKED_AT], "a question that the sheet words so"


def test_no_message_shouts() -> None:
    assert [text for text in all_messages().values() if "!" in text] == []
