"""The quick `dataclass` makes what the one of the standard library makes."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, field
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from coach.core.dataclass import dataclass

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Quick(Generic[_T]):
    """Something with all that coach's values have."""

    number: int
    thing: _T
    words: str = "as ever"
    lines: list[str] = field(default_factory=list, metadata={"told": True})
    kind: ClassVar[str] = "quick"


@dataclasses.dataclass(frozen=True, slots=True)
class Plain(Generic[_T]):
    """The same, by the standard library."""

    number: int
    thing: _T
    words: str = "as ever"
    lines: list[str] = field(default_factory=list, metadata={"told": True})
    kind: ClassVar[str] = "quick"


@dataclass(frozen=True, slots=True, kw_only=True)
class Below(Quick[str]):
    """One that adds a value, which is given by name."""

    more: int


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing at all."""


def made(kind: Any) -> list[Any]:
    """Return values of a class, made in all the ways there are."""
    return [kind(1, "a"), kind(1, thing="a", words="b"), kind(number=1, thing="a", words="b", lines=["c"])]


def test_it_says_of_its_fields_what_the_other_says() -> None:
    def told(kind: Any) -> list[object]:
        return [(each.name, each.type, each.default, dict(each.metadata)) for each in dataclasses.fields(kind)]

    assert told(Quick) == told(Plain)
    assert dataclasses.is_dataclass(Quick)
    assert Quick.__match_args__ == Plain.__match_args__
    assert Quick.__slots__ == Plain.__slots__
    assert list(inspect.signature(Quick).parameters) == list(inspect.signature(Plain).parameters)


def test_its_values_hold_and_read_what_those_of_the_other_do() -> None:
    for quick, plain in zip(made(Quick), made(Plain), strict=True):
        assert dataclasses.asdict(quick) == dataclasses.asdict(plain)
        assert repr(quick) == repr(plain).replace("Plain", "Quick")
        changed = dataclasses.replace(quick, number=2)
        assert dataclasses.asdict(changed) == dataclasses.asdict(plain) | {"number": 2}


def test_each_value_has_a_list_of_its_own() -> None:
    first, second = made(Quick)[:2]
    first.lines.append("mine")

    assert second.lines == []


def test_values_are_equal_by_what_they_hold_and_by_their_class() -> None:
    assert made(Quick) == made(Quick)
    assert Quick(1, "a") != Quick(2, "a")
    others: list[object] = [Plain(1, "a"), Below(1, "a", more=1)]
    assert Quick(1, "a") not in others
    assert Empty() == Empty()
    assert len({Empty(), Empty(), hash(Quick(1, "a", lines=())), hash(Quick(1, "a", lines=()))}) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [*made(Quick), Below(1, "a", more=2), Empty()])
def test_values_cannot_be_changed_and_are_copied_whole(value: Any) -> None:
    for name in ("number", "another"):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, 2)
        with pytest.raises(FrozenInstanceError):
            delattr(value, name)
    assert not hasattr(value, "__dict__")
    assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own


def test_what_does_not_fit_is_refused() -> None:
    wrong: list[tuple[Any, ...]] = [(), (1,), (1, "a", "b", [], 5)]
    for arguments in wrong:
        with pytest.raises(TypeError, match="__init__"):
            Quick(*arguments)
    with pytest.raises(TypeError, match="positional"):
        Below(1, "a", "b", [], 2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="frozen"):
        dataclass(frozen=False, slots=True)
