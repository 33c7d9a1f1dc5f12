"""`dataclass` for frozen values, made in a fifth of the time: sixty classes are made before Start can be pressed.

What it makes behaves as what `dataclasses.dataclass` makes, and is one for `fields`, `replace` and `asdict`. That one
compiles six methods for each class; here one is compiled, and the others are functions that all classes share.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field, dataclass

_T = TypeVar("_T")

__all__ = ["dataclass"]


def _quick(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type[_T]], type[_T]]:
    """Return what makes a class one of frozen values; other classes take the one of the standard library."""
    if not (frozen and slots):
        message = "only for frozen classes with slots"
        raise TypeError(message)
    plain = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)

    def make(cls: type[_T]) -> type[_T]:
        new_class: Any = plain(cls)
        fields = dataclasses.fields(new_class)
        new_class.__init__ = _init(fields)
        _add_the_rest(new_class, tuple(field.name for field in fields))
        return new_class  # type: ignore[no-any-return]  # a class as it came

    return make


def _init(fields: tuple[Field[Any], ...]) -> Any:
    """Compile the constructor: the only method that differs from class to class in more than its names."""
    known: dict[str, Any] = {"_set": object.__setattr__}
    in_place, by_name, lines = ["self"], ["*"], []
    for field in fields:
        name, parameter, value = field.name, field.name, field.name
        if field.default is not MISSING:
            known[f"_{name}_"] = field.default
            parameter = f"{name}=_{name}_"
        elif field.default_factory is not MISSING:
            known[f"_{name}_"] = field.default_factory
            parameter, value = f"{name}=_{name}_", f"_{name}_() if {name} is _{name}_ else {name}"
        (by_name if field.kw_only else in_place).append(parameter)
        lines.append(f" _set(self, {name!r}, {value})")
    takes = ", ".join(in_place + (by_name if len(by_name) > 1 else []))
    exec("\n".join([f"def __init__({takes}):", *lines, " pass"]), known)  # noqa: S102 - as dataclasses does
    return known["__init__"]


def _add_the_rest(cls: Any, names: tuple[str, ...]) -> None:
    values: Callable[[object], Any] = attrgetter(*names) if names else lambda _self: ()

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def in_words(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    cls.__eq__, cls.__repr__ = equal, in_words
    cls.__hash__ = lambda self: hash(values(self))
    cls.__setattr__, cls.__delattr__ = _refuse_to_set, _refuse_to_delete
    cls.__reduce__ = lambda self: (_restored, (type(self), [getattr(self, name) for name in names]))


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    message = f"cannot assign to field {name!r}"
    raise FrozenInstanceError(message)


def _refuse_to_delete(_self: object, name: str) -> None:
    message = f"cannot delete field {name!r}"
    raise FrozenInstanceError(message)


def _restored(cls: type[_T], values: list[object]) -> _T:
    """Return a copy, for `copy` and `pickle`."""
    names = (field.name for field in dataclasses.fields(cls))  # type: ignore[arg-type]  # one of ours
    return cls(**dict(zip(names, values, strict=True)))


if not TYPE_CHECKING:
    dataclass = _quick
