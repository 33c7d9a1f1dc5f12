"""Writes the table of coach/store/tested.py anew: `python -m tools.checksums`."""

from __future__ import annotations

import re
from pathlib import Path

from coach.store import figures, tested
from coach.store.paths import shipped


def table() -> dict[str, int]:
    """Return the checksum of each shipped file that is judged by a model, by its name."""
    files = [shipped("routines.json"), *sorted(figures.folder().glob("*.json"))]
    return {file.name: tested.checksum(file.read_bytes()) for file in files}


def main() -> None:
    """Put the table into the module's text."""
    module = Path(tested.__file__)
    rows = "".join(f'    "{name}": {value},\n' for name, value in table().items())
    text = re.sub(r"CHECKSUMS = \{\n.*?\}", f"CHECKSUMS = {{\n{rows}}}", module.read_text("utf-8"), flags=re.DOTALL)
    module.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
