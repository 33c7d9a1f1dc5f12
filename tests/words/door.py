"""What a source hands to the door of words, by its syntax tree: another way than that of the extractor."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTEXTS = {"tr": 0, "tr_in": 1, "plural": 0, "plural_in": 1, "translatable": 0, "translatable_in": 1}
"""The functions that are given literal texts, and how many contexts stand before them."""
NUMBERED = {"plural", "plural_in"}


@dataclass
class Handed:
    """The texts that a source hands in, with their contexts, and what is wrong with its calls."""

    texts: list[tuple[str | None, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def handed(source: str) -> Handed:
    """Return what a source hands to the door."""
    found = Handed()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := called(node)) in CONTEXTS:
            _look(node, name, found)
    return found


def called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _look(call: ast.Call, name: str, found: Handed) -> None:
    contexts, texts = CONTEXTS[name], 2 if name in NUMBERED else 1
    wanted = call.args[: contexts + texts]
    literals = [each.value for each in wanted if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    if len(literals) < contexts + texts:
        found.faults.append(f"line {call.lineno}: {name} is given a text that is not literal")
        return
    if len(call.args) != contexts + texts + (name in NUMBERED):
        found.faults.append(f"line {call.lineno}: {name} is given {len(call.args)} things without a name")
    context = literals[0] if contexts else None
    found.texts += [(context, text) for text in literals[contexts : contexts + 1]]
    if not name.startswith("translatable"):
        found.faults += _values(call, literals[contexts:], name)


def _values(call: ast.Call, texts: list[str], name: str) -> Iterator[str]:
    given = {each.arg for each in call.keywords} | ({"number"} if name in NUMBERED else set())
    needed = {word for text in texts for word in re.findall(r"\{([^}]*)\}", text)}
    if None not in given and given - {"number"} != needed - {"number"}:
        yield f"line {call.lineno}: “{texts[-1]}” is given {sorted(map(str, given))}"
    if "number" in needed and "number" not in given:
        yield f"line {call.lineno}: “{texts[-1]}” is given no number"
