"""Finds the texts that a source hands to the door of words, by its syntax tree.

Babel's own extractor goes by tokens, and loses calls that stand inside the arguments of others without a word
(findings/babel-nested-call.sh).
"""

from __future__ import annotations

import ast
import io
import tokenize
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CALLS = {
    "tr": (0, 1),
    "translatable": (0, 1),
    "translatable_in": (1, 1),
    "tr_in": (1, 1),
    "plural": (0, 2),
    "plural_in": (1, 2),
}
"""The functions of coach/words/catalogue.py that are given literal texts: how many contexts, and how many texts."""
NOTE = "Note:"
"""What a comment for translators begins with."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text, or the two for one and for many, with its context and the notes for translators above it."""

    line: int
    context: str | None
    texts: tuple[str, ...]
    notes: tuple[str, ...]


def find_texts(source: str) -> Iterator[Found]:
    """Yield the texts of a source, in its order."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and _name(node) in CALLS]
    comments = _comments(source) if calls else {}
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        contexts, count = CALLS[_name(call)]
        given = [_text(argument) for argument in call.args[: contexts + count]]
        literal = [text for text in given if text is not None]
        if len(literal) == contexts + count:
            context = literal[0] if contexts else None
            yield Found(call.lineno, context, tuple(literal[contexts:]), _notes_above(call.lineno, comments))


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _text(argument: ast.expr) -> str | None:
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def _comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}


def _notes_above(line: int, comments: Mapping[int, str]) -> tuple[str, ...]:
    notes: list[str] = []
    while (line := line - 1) in comments:
        notes.insert(0, comments[line])
        if comments[line].startswith(NOTE):
            return tuple(notes)
    return ()
