"""The table of actions with a clicker's own keys in it: one action a key, and the pain stop never without one."""

from __future__ import annotations

from itertools import permutations

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from coach.core.clicker import NAMES, NEEDED, USUAL, ClickerKeys, Fault, Use, fault
from coach.ui.keys.actions import ROWS, key_name, key_words
from coach.ui.keys.clicker import in_force, key_text, refusal, row_of_key, rows_with

SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
PORTABLE = QKeySequence.SequenceFormat.PortableText
SENT = ["PgUp", "PgDown", "B", ".", "F5", "Shift+F5", "Volume Up", "F1", "Media Next", "N", "Left", "Right", "Return"]


def test_the_usual_keys_leave_the_table_as_it_is() -> None:
    assert rows_with(USUAL) == ROWS


def test_no_key_has_two_uses_and_no_action_is_left_without_one() -> None:
    for keys in permutations(SENT, 3):
        rows = {row.id: row for row in rows_with(ClickerKeys(*keys))}
        all_keys = [key for row in rows.values() for key in (*row.keys, *row.also)]

        assert len(all_keys) == len(set(all_keys)), keys
        assert [key in rows[row].keys for key, row in zip(keys, ("go", "skip", "pain"), strict=True)] == [True] * 3
        assert {"Esc", "S"} <= set(rows["pain"].keys)
        assert "Space" in rows["go"].keys
        assert all(rows[row.id].keys for row in ROWS if row.keys)


def test_a_button_takes_the_place_of_the_usual_one() -> None:
    rows = {row.id: row for row in rows_with(ClickerKeys("F5", "Volume Up", "N"))}

    assert "PgUp" not in rows["go"].keys
    assert "PgDown" not in rows["skip"].keys
    assert not {"B", ".", "Shift+B"} & {*rows["pain"].keys, *rows["pain"].also}
    assert "Shift+N" in rows["pain"].also, "a near miss stops as well"
    assert key_words(rows["skip"]).startswith("→ or Volume Up")


def test_the_full_stop_stops_beside_b_until_it_is_given_away() -> None:
    for keys in (USUAL, ClickerKeys("F5"), ClickerKeys(stop=".")):
        row = row_of_key(".", keys)
        assert row is not None
        assert row.id == "pain"
    row = row_of_key(".", ClickerKeys(pause="."))
    assert row is not None
    assert row.id == "go"
    assert "B" in next(row for row in rows_with(ClickerKeys(pause=".")) if row.id == "pain").keys


@pytest.mark.parametrize("keys", [ClickerKeys("E", "PgDown", "B"), ClickerKeys("Ctrl+Q"), ClickerKeys(stop="Esc")])
def test_what_cannot_be_had_gives_way_to_the_usual_key(keys: ClickerKeys) -> None:
    assert in_force(keys) == USUAL
    assert rows_with(keys) == ROWS


def test_a_usual_key_that_serves_something_else_by_then_brings_all_usual_keys_back() -> None:
    assert in_force(ClickerKeys("E", "PgUp", "B")) == USUAL
    assert in_force(ClickerKeys("E", "F5", "B")) == ClickerKeys("PgUp", "F5", "B")


# Keys and their names


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_name_is_a_key_of_qt(name: str) -> None:
    sequence = QKeySequence(name)

    assert sequence.count() == 1
    assert sequence != QKeySequence(Qt.Key.Key_unknown)
    assert sequence.toString(PORTABLE) == name


def test_every_key_of_qt_is_taken_or_refused_with_a_sentence() -> None:
    taken = set()
    for number in (
        *range(0x20, 0x500),
        *range(0x0100_0000, 0x0100_1300),
        *range(0x0110_0000, 0x0110_0030),
        0x01FF_FFFF,
    ):
        if number == Qt.Key.Key_micro.value:
            continue  # another name of the same number is deprecated, and PySide warns of both
        key = Qt.Key(number)
        text = key_text(QKeyCombination(key))
        why_not = refusal(text)
        assert why_not == "" or (why_not.endswith(".") and "{" not in why_not)
        if not why_not:
            taken.add(key)
    assert {Qt.Key.Key_PageUp, Qt.Key.Key_F5, Qt.Key.Key_VolumeUp, Qt.Key.Key_Period, Qt.Key.Key_B} <= taken
    held = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
    worked = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Enter, Qt.Key.Key_F10, Qt.Key.Key_Menu, Qt.Key.Key_1}
    assert not taken & (held | worked | {Qt.Key.Key_Escape, Qt.Key.Key_S, Qt.Key.Key_Space, Qt.Key.Key_unknown})


@pytest.mark.parametrize(
    ("pressed", "text"),
    [
        (QKeyCombination(Qt.Key.Key_PageDown), "PgDown"),
        (QKeyCombination(SHIFT, Qt.Key.Key_F5), "Shift+F5"),
        (QKeyCombination(KEYPAD, Qt.Key.Key_Period), "."),
        (QKeyCombination(SHIFT, Qt.Key.Key_B), "B"),
        (QKeyCombination(SHIFT, Qt.Key.Key_Question), "?"),
        (QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Q), "Ctrl+Q"),
    ],
)
def test_a_key_is_kept_as_the_settings_write_it(pressed: QKeyCombination, text: str) -> None:
    assert key_text(pressed) == text


def test_names_are_said_as_a_person_says_them() -> None:
    assert [key_name(key) for key in ("PgUp", ".", "F5", "Volume Up")] == ["Page Up", "full stop", "F5", "Volume Up"]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Tab", "coach needs Tab to move about, to answer and to press buttons."),
        ("Space", "Space always starts, pauses and goes on. That stays as it is."),
        ("Esc", "Esc always stops for pain. That stays as it is."),
        ("Ctrl+Q", "Keys with Ctrl, Alt or Meta belong to the menus and to the desktop."),
        ("E", "E is the only key for “Easier version”. That stays as it is."),
        ("", "coach cannot tell this key from others. Another button may do."),
        ("F5", ""),
        ("F1", ""),
    ],
)
def test_a_refusal_says_which_key_and_why(key: str, words: str) -> None:
    assert refusal(key) == words


def test_all_that_the_window_is_worked_with_is_refused_for_that() -> None:
    assert {fault(key) for key in NEEDED} == {Fault.NEEDED}
    assert len(Use) == 3
