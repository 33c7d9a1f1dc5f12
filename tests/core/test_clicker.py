"""What can be a button of a clicker, and that no two buttons ever have the same key."""

from __future__ import annotations

from itertools import product

import pytest

from coach.core.clicker import USUAL, ClickerKeys, Fault, Use, fault

GOOD = ["PgUp", "PgDown", "B", ".", "F5", "Shift+F5", "Volume Up", "Media Next", "Home", "É", "N", "-", "+", ","]
GOOD += ["Left", "Right", "Up", "Down", "Return"]
BAD = {
    "Space": Fault.STARTS,
    "Shift+Space": Fault.STARTS,
    "Esc": Fault.STOPS,
    "Shift+Esc": Fault.STOPS,
    "S": Fault.STOPS,
    "Shift+S": Fault.STOPS,
    "Media Stop": Fault.STOPS,
    "Tab": Fault.NEEDED,
    "Shift+Tab": Fault.NEEDED,
    "Backtab": Fault.NEEDED,
    "Enter": Fault.NEEDED,
    "Shift+Return": Fault.NEEDED,
    "Shift+Down": Fault.NEEDED,
    "F10": Fault.NEEDED,
    "7": Fault.NEEDED,
    "Ctrl+Q": Fault.HELD,
    "Alt+F4": Fault.HELD,
    "Ctrl+Shift+F5": Fault.HELD,
    "Meta+L": Fault.HELD,
    "": Fault.UNKNOWN,
    "Shift": Fault.UNKNOWN,
    "Shift+": Fault.UNKNOWN,
    "Ctrl": Fault.UNKNOWN,
    "Alt": Fault.UNKNOWN,
    "Meta": Fault.UNKNOWN,
    "F36": Fault.UNKNOWN,
    "b": Fault.UNKNOWN,
    "pgup": Fault.UNKNOWN,
    "B, C": Fault.UNKNOWN,
    "Shift+N": Fault.UNKNOWN,
    "Shift+Shift+F5": Fault.UNKNOWN,
    " ": Fault.UNKNOWN,
    "\n": Fault.UNKNOWN,
    "\u202e": Fault.UNKNOWN,
    "Blah": Fault.UNKNOWN,
}


@pytest.mark.parametrize("key", GOOD)
def test_what_a_remote_may_send(key: str) -> None:
    assert fault(key) is None


@pytest.mark.parametrize(("key", "why"), BAD.items(), ids=repr)
def test_what_no_button_can_be(key: str, why: Fault) -> None:
    assert fault(key) is why


def test_a_key_goes_to_another_use_in_exchange() -> None:
    assert USUAL.given("PgDown", Use.PAUSE) == ClickerKeys("PgDown", "PgUp", "B")
    assert USUAL.given("B", Use.SKIP) == ClickerKeys("PgUp", "B", "PgDown")


def test_whatever_is_given_each_use_has_a_key_of_its_own() -> None:
    for first, second in product(product(("PgUp", "PgDown", "B", "F5"), Use), repeat=2):
        made = USUAL.given(*first).given(*second)

        assert made.differ
        assert made.of(second[1]) == second[0]
    assert not ClickerKeys("F5", "F5", "B").differ
