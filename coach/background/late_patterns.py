"""Compiles the regular expressions of PySide's support modules when they are used, which in coach they hardly ever are.

Three of them are a tenth of the first frame. Two are for writing stubs, and one reads the signatures of functions
that were called with the wrong arguments.
"""

from __future__ import annotations

import contextlib
import re
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

OWNER = "shibokensupport."
"""How the names of the modules begin whose patterns can wait."""
_USES = frozenset({"findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn"})


class LatePattern:
    """Stands for a compiled pattern: what it is used by can be asked for early, and is compiled when it is called."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    @cached_property
    def _made(self) -> re.Pattern[Any]:
        return re.compile(self._pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if not hasattr(re.Pattern, name):  # as the maker of an abstract class asks, of each thing in it
            raise AttributeError(name)
        return _LateUse(self, name) if name in _USES else getattr(self._made, name)

    def use(self, name: str, *given: Any, **named: Any) -> Any:
        """Use it."""
        return getattr(self._made, name)(*given, **named)


class _LateUse:
    """A method of a pattern. Kept in a class, it is no method of that class: a function would become one."""

    def __init__(self, pattern: LatePattern, name: str) -> None:
        self._pattern, self._name = pattern, name

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self._pattern.use(self._name, *given, **named)


@contextlib.contextmanager
def late_patterns() -> Iterator[None]:
    """Have the patterns of PySide's modules wait that are imported within `with`; all others are compiled as ever."""
    plain = re.compile

    def late(pattern: Any, flags: Any = 0) -> Any:
        caller = sys._getframe(1).f_globals.get("__name__", "")  # noqa: SLF001 - public but for its name
        return LatePattern(pattern, flags) if caller.startswith(OWNER) else plain(pattern, flags)

    re.compile = late
    try:
        yield
    finally:
        re.compile = plain
