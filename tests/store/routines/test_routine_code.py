"""A routine as the text of a QR code: it comes back equal, or it is refused in words."""

from __future__ import annotations

import copy
import hashlib
import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core import routine, routine_document
from coach.store.paths import shipped
from coach.store.routines import base45, one_routine, routine_code
from coach.store.routines.routine_code import CodeError, decode, encode

KNOWN = routine_code.shipped_document()
EVENING = "evening-0a1b2c3d"
ROUTINE = {
    "id": EVENING,
    "name": "Rücken am Abend",
    "exercises": [{"exercise": "pelvic-tilt"}, {"exercise": "cat-cow", "rounds": 2}],
}


def document(*own: dict[str, Any], **entry: Any) -> dict[str, Any]:
    exercises = [each for each in KNOWN["exercises"] if each["id"] in {"pelvic-tilt", "cat-cow"}]
    return {
        "format": 1,
        "exercises": [*copy.deepcopy(exercises), *own],
        "position_changes": KNOWN["position_changes"],
        "routines": [ROUTINE | entry],
    }


def packed(body: object) -> str:
    return routine_code.PREFIX + base45.encode(zlib.compress(json.dumps(body).encode(), 9))


def as_values(made: dict[str, Any]) -> tuple[object, object]:
    contents = routine_document.contents(made)
    return routine.resolve(contents), contents.position_changes


@pytest.mark.parametrize("routine_id", [each["id"] for each in KNOWN["routines"]])
def test_a_shipped_routine_is_short_and_comes_back_equal(routine_id: str) -> None:
    text = encode(KNOWN, routine_id, KNOWN)

    assert len(text) < 500, "the exercises are left out"
    assert set(text) <= set(base45.LETTERS)
    back = decode(text, KNOWN)
    assert as_values(back) == (
        routine.resolve(routine_document.contents(KNOWN), routine_id),
        routine_document.contents(KNOWN).position_changes,
    )


def test_a_changed_exercise_travels_whole_with_letters_of_all_languages() -> None:
    made = document()
    made["exercises"][0]["name"] = "Becken kippen — ßäöü ひざ"
    made["exercises"][0]["work_s"] = 60
    made["position_changes"] = []

    back = decode(encode(made, EVENING, KNOWN), KNOWN)

    assert as_values(back) == as_values(made)
    assert back["routines"][0]["name"] == "Rücken am Abend"


def test_one_that_is_written_in_another_way_is_the_same() -> None:
    made = document()
    made["exercises"][0]["easier"] = list(made["exercises"][0]["easier"])
    made["exercises"][0]["mistakes"] += []
    made["exercises"][0] = dict(reversed(made["exercises"][0].items()))

    assert encode(made, EVENING, KNOWN) == encode(document(), EVENING, KNOWN)


def test_of_several_routines_one_travels_with_its_exercises_alone() -> None:
    made = document()
    made["routines"].append({"id": "other", "name": "Other", "exercises": [{"exercise": "cat-cow"}]})

    back = decode(encode(made, "other", KNOWN), KNOWN)

    assert [each["id"] for each in back["routines"]] == ["other"]
    assert [each["id"] for each in back["exercises"]] == ["cat-cow"]


def test_groups_are_looked_into() -> None:
    group = {
        "repeat": 2,
        "exercises": [{"exercise": "cat-cow"}, {"repeat": 2, "exercises": [{"exercise": "childs-pose"}]}],
    }

    for _ in range(10_000):  # nobody has judged what a code holds
        group = {"repeat": 2, "exercises": [group]}

    assert sorted(one_routine.exercises_in([{"exercise": "pelvic-tilt"}, group])) == [
        "cat-cow", "childs-pose", "pelvic-tilt",
    ]  # fmt: skip


def test_one_that_is_small_only_when_it_is_compressed_is_refused_too() -> None:
    made = document()
    made["exercises"][0]["mistakes"] = ["Do not hold your breath. " * 20] * 200

    with pytest.raises(CodeError, match="too large"):
        encode(made, EVENING, KNOWN)


def test_one_that_is_too_large_is_refused_with_what_to_do() -> None:
    made = document()
    made["exercises"][0]["mistakes"] = [hashlib.sha256(bytes([number])).hexdigest() for number in range(80)]

    with pytest.raises(CodeError, match=r"too large for a QR code: \d+ bytes, and 2000 fit. Save it as a file"):
        encode(made, EVENING, KNOWN)


def test_pictures_do_not_fit() -> None:
    made = document()
    made["exercises"][0] |= {"work_s": 50, "pictures": {"work": {"data": "AAAA", "describes": "me"}}}

    with pytest.raises(CodeError, match="pictures of its own"):
        encode(made, EVENING, KNOWN)


BOMB = base45.encode(zlib.compress(b" " * (1 << 20), 9))
TEXT = encode(KNOWN, "lower-back", KNOWN)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no routine"),
        ("https://example.org", "no routine"),
        ("COACH:A", "no routine"),
        ("COACH٣:A", "no routine"),
        ("COACH2:" + TEXT.partition(":")[2], "newer coach"),
        (TEXT[:-39], "not whole"),
        (TEXT[:60] + "9" + TEXT[61:], "not whole"),
        (TEXT + "é", "not whole"),
        (TEXT + "::::", "not whole"),
        ("COACH1:" + "A" * 5_000, "not whole"),
        ("COACH1:" + BOMB, "more than a routine"),
        (packed([]), "not whole"),
        (packed({}), "not whole"),
        (packed({"routine": {}, "exercises": 3}), "not whole"),
        (routine_code.PREFIX + base45.encode(zlib.compress(b"[" * 30_000, 9)), "not whole"),
        (routine_code.PREFIX + base45.encode(zlib.compress(b"1" * 30_000, 9)), "not whole"),
        (packed({"routine": {}, "exercises": [{"id": "a", "pictures": {"work": {"file": "me.png"}}}]}), "not whole"),
        (packed({"routine": {}, "exercises": [{"id": ["a"]}]}), "not whole"),
        (packed({"routine": {"exercises": [{"exercise": "unheard-of"}]}}), "another version"),
        (packed({"routine": {"exercises": [{"exercise": "cat-cow"}]}, "same": 1}), "another version"),
    ],
)
def test_whatever_is_no_routine_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(CodeError, match=words):
        decode(text, KNOWN)


def test_another_dose_in_another_version_of_coach_is_noticed() -> None:
    later = copy.deepcopy(KNOWN)
    later["exercises"][1]["work_s"] += 5
    with pytest.raises(CodeError, match="another version"):
        decode(TEXT, later)
    later = copy.deepcopy(KNOWN)
    later["exercises"][1]["mistakes"] = []

    decode(TEXT, later)


@given(st.text(alphabet=base45.LETTERS, max_size=300) | st.text(max_size=40))
def test_no_text_does_more_than_being_refused(letters: str) -> None:
    with pytest.raises(CodeError):
        decode(routine_code.PREFIX + letters, KNOWN)


@given(st.binary(max_size=200))
def test_base45_is_there_and_back(data: bytes) -> None:
    assert base45.decode(base45.encode(data)) == data


@pytest.mark.parametrize(("data", "letters"), [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"ietf!", "QED8WEX0")])
def test_base45_is_that_of_the_rfc(data: bytes, letters: str) -> None:
    assert base45.encode(data) == letters


@pytest.mark.parametrize("letters", ["GGW", "::", "A", "abc"])
def test_letters_that_stand_for_nothing(letters: str) -> None:
    with pytest.raises(ValueError, match="base45"):
        base45.decode(letters)


def test_the_shipped_document_is_the_file() -> None:
    assert json.loads(shipped("routines.json").read_bytes()) == KNOWN
