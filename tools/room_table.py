"""Writes what each room and each file of coach is for, from the first sentence of its docstring.

    python -m tools.room_table docs/rooms.md

Nothing is imported: the files are read.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
HEAD = """# Rooms

What each file is for, in its own words: the first sentence of its docstring. Made by `make rooms`; a test fails when it
is stale. How the rooms belong together is in [architecture.md](architecture.md).
"""


def rendered(folder: Path = ROOT / "coach") -> str:
    """Return the whole document, a chapter for each folder that holds Python files."""
    chapters = [_chapter(package, folder.parent) for package in _packages(folder)]
    return "\n".join([HEAD, *chapters])


def first_sentence(path: Path) -> str:
    """Return the first sentence of a module's docstring without its full stop; raises ValueError where it has none."""
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    if not told:
        message = f"{path} does not say what it is for"
        raise ValueError(message)
    paragraph = " ".join(told.split("\n\n")[0].split())
    return re.split(r"(?<=[.!?]) (?=[A-Z`])", paragraph)[0].removesuffix(".")


def _packages(folder: Path) -> Iterator[Path]:
    yield folder
    for each in sorted(folder.iterdir()):
        if (each / "__init__.py").exists():
            yield from _packages(each)


def _chapter(package: Path, root: Path) -> str:
    name = package.relative_to(root).as_posix()
    lines = [f"## {name}\n", f"{first_sentence(package / '__init__.py')}.\n", "| file | what for |", "| --- | --- |"]
    lines += [
        f"| `{path.name}` | {first_sentence(path).replace('|', chr(92) + '|')} |"
        for path in sorted(package.glob("*.py"))
        if path.name != "__init__.py"
    ]
    return "\n".join(lines) + "\n"


def main(argv: list[str]) -> int:
    """Write the document that is named; 2 if none is."""
    if len(argv) != 1:
        print("usage: python -m tools.room_table DOCUMENT", file=sys.stderr)
        return 2
    Path(argv[0]).write_text(rendered(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
