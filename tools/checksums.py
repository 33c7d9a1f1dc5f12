"""Writes the table of coach/store/known_good.py anew: `python -m tools.checksums`."""

from __future__ import annotations

import re
from pathlib import Path

from coach.store import figures, known_good, voices
from coach.store.paths import shipped


def table() -> dict[str, int]:
    """Return the checksum of each shipped file that is judged by a model, by its name."""
    files = [shipped("routines.json"), *sorted(figures.folder().glob("*.json"))]
    named = {file.name: file for file in files}
    # Every manifest has the same name, so it goes by that of its folder too.
    named |= {
        f"{file.parent.name}/{file.name}": file for file in sorted(voices.shipped_folder().glob("*/manifest.json"))
    }
    return {name: known_good.checksum(file.read_bytes()) for name, file in named.items()}


def main() -> None:
    """Put the table into the module's text."""
    module = Path(known_good.__file__)
    rows = "".join(f'    "{name}": {value},\n' for name, value in table().items())
    text = re.sub(r"CHECKSUMS = \{\n.*?\}", f"CHECKSUMS = {{\n{rows}}}", module.read_text("utf-8"), flags=re.DOTALL)
    module.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
