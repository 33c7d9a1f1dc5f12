"""What each module of a package imports when it is loaded, read from the source: nothing is run."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class Imports:
    """The modules of a package by their full names, with what they import at their top and what they name for later."""

    def __init__(self, package: Path) -> None:
        self._package = package
        trees = {self._name(path): ast.parse(path.read_text("utf-8")) for path in sorted(package.rglob("*.py"))}
        self.modules = frozenset(trees)
        self.at_top = {name: frozenset(self._imported(_at_top(tree.body))) for name, tree in trees.items()}
        self.later = {name: frozenset(_named_later(tree)) for name, tree in trees.items()}
        self.in_functions = sorted(name for name, tree in trees.items() if _imports_in_a_function(tree))

    def _name(self, path: Path) -> str:
        parts = path.relative_to(self._package.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def _imported(self, found: Iterable[ast.Import | ast.ImportFrom]) -> Iterator[str]:
        for each in found:
            if isinstance(each, ast.Import):
                yield from (alias.name for alias in each.names)
            elif each.module is not None:
                yield each.module
                yield from (name for alias in each.names if (name := f"{each.module}.{alias.name}") in self.modules)

    def way(self, roots: Iterable[str], wanted: str) -> list[str]:
        """Return how a module is reached from some roots, from import to import; empty where it is not."""
        return self._ways(roots).get(wanted, [])

    def loaded_with(self, roots: Iterable[str]) -> frozenset[str]:
        """Return what is loaded with some modules: they, their packages, and what all of these import."""
        return frozenset(self._ways(roots))

    def _ways(self, roots: Iterable[str]) -> dict[str, list[str]]:
        ways: dict[str, list[str]] = {}
        waiting = [(root, [root]) for root in roots]
        while waiting:
            name, way = waiting.pop(0)
            if name in ways:
                continue
            ways[name] = way
            package = name.rpartition(".")[0]
            further = self.at_top.get(name, frozenset()) | ({package} if package else set())
            waiting += [(each, [*way, each]) for each in sorted(further)]
        return ways


def _at_top(body: Iterable[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield the imports that run when a module is loaded: not those for the type checker, nor those of functions."""
    for each in body:
        if isinstance(each, ast.Import | ast.ImportFrom):
            yield each
        elif isinstance(each, ast.If) and isinstance(each.test, ast.Name) and each.test.id == "TYPE_CHECKING":
            yield from _at_top(each.orelse)
        elif not isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            for inner in ("body", "orelse", "finalbody"):
                yield from _at_top(getattr(each, inner, ()))
            for handler in getattr(each, "handlers", ()):
                yield from _at_top(handler.body)


def _named_later(tree: ast.Module) -> Iterator[str]:
    for each in ast.walk(tree):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "later":
            yield str(ast.literal_eval(each.args[0]))


def _imports_in_a_function(tree: ast.Module) -> bool:
    return any(
        isinstance(inner, ast.Import | ast.ImportFrom)
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(each)
    )
