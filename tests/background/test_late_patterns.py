"""Patterns of PySide's support modules are compiled when they are used, and do then what they would have done."""

from __future__ import annotations

import re
import subprocess
import sys
from abc import ABC
from typing import Any

import pytest

from coach.background.late_patterns import OWNER, LatePattern, late_patterns
from tests.cases import ROOT

COMPILE = "import re\npattern = re.compile(text, flags=flags)\n"
DEADLINE_S = 60


def compiled_in(module: str, text: str, flags: int = 0) -> Any:
    """Return what a module gets that compiles this pattern when it is imported."""
    names: dict[str, Any] = {"__name__": module, "text": text, "flags": flags}
    with late_patterns():
        exec(COMPILE, names)  # noqa: S102 - as a module is run
    return names["pattern"]


@pytest.mark.parametrize(
    ("use", "given"),
    [
        ("findall", ("a, b,c",)),
        ("split", ("a, b,c", 1)),
        ("sub", ("-", "a, b,c")),
        ("subn", ("-", "a, b,c")),
        ("search", ("no",)),
    ],
)
def test_it_does_what_the_pattern_does(use: str, given: tuple[object, ...]) -> None:
    late, plain = compiled_in(f"{OWNER}parser", r" , \s* ", re.VERBOSE), re.compile(r" , \s* ", re.VERBOSE)

    assert isinstance(late, LatePattern)
    assert getattr(late, use)(*given) == getattr(plain, use)(*given)


def test_it_tells_what_the_pattern_is() -> None:
    late = compiled_in(f"{OWNER}parser", r"(\w+)(?P<rest>.*)", re.IGNORECASE)

    assert (late.pattern, late.flags, late.groups, dict(late.groupindex)) == (
        r"(\w+)(?P<rest>.*)",
        re.IGNORECASE | re.UNICODE,
        2,
        {"rest": 2},
    )
    with pytest.raises(AttributeError):
        _ = late.no_such_thing


def test_nothing_is_compiled_before_it_is_used() -> None:
    use = compiled_in(f"{OWNER}parser", "(").finditer  # what cannot be compiled tells when it is

    with pytest.raises(re.error):
        use("text")


def test_an_abstract_class_that_has_one_does_not_compile_it_and_uses_it_as_a_function() -> None:
    late, broken = compiled_in(f"{OWNER}lib", ","), compiled_in(f"{OWNER}lib", "(")

    class Formatter(ABC):  # noqa: B024 - as PySide has one
        searcher = broken
        split = late.split

    assert isinstance(vars(Formatter)["searcher"], LatePattern)
    assert Formatter().split("a,b") == ["a", "b"]


def test_in_the_program_none_is_compiled() -> None:
    counted = """
import re
plain, compiled = re.compile, []
def noted(pattern, flags=0):
    compiled.append(len(pattern))
    return plain(pattern, flags)
re.compile = noted
from coach.background.import_hook import stop_watching
stop_watching()
print(max(compiled))
"""
    command = [sys.executable, "-c", counted]
    longest = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=DEADLINE_S).stdout

    assert int(longest) < 2_000  # those of PySide have 6,000 letters


def test_others_compile_as_ever() -> None:
    assert isinstance(compiled_in("json.scanner", "a"), re.Pattern)
    with pytest.raises(re.error):
        compiled_in("json.scanner", "(")


def test_compiling_is_as_ever_afterwards() -> None:
    plain = re.compile

    with pytest.raises(RuntimeError), late_patterns():
        raise RuntimeError

    assert re.compile is plain


ASKED = """
import sys
from coach.background.import_hook import stop_watching

if sys.argv[1:]:
    stop_watching()

from PySide6.QtCore import QObject, QRect, QTimer
for wrong in (lambda: QObject().setObjectName(7, 8), lambda: QRect("a"), lambda: QTimer.singleShot([])):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
from PySide6.support.signature import get_signature
print(get_signature(QRect.contains), get_signature(QTimer.singleShot))
"""
"""Asks for what PySide's patterns are for: what it says to wrong arguments, and signatures."""


def test_pyside_tells_wrong_arguments_and_signatures_as_without() -> None:
    commands = ([sys.executable, "-c", ASKED], [sys.executable, "-c", ASKED, "late"])
    plain, late = (
        subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=DEADLINE_S).stdout
        for command in commands
    )

    assert "called with wrong argument types" in plain
    assert "proper" in plain.splitlines()[-1]
    assert late == plain
