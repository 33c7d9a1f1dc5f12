"""The words about a record that is not as it was: what happened, where it is, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.store.paths import in_words
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from pathlib import Path


def record_words(trouble: str, folder: Path, aside: Path | None) -> str:
    """Return the words for a Trouble by its value; `aside` is the path of a file that was set aside, if any."""
    place, name = in_words(folder), "" if aside is None else aside.name
    words = {
        "newer": tr("Your record was written by a newer coach. It is left as it is; nothing is kept now."),
        "damaged": tr("Your record could not be read. It was kept as {name}, and a new one begins.", name=name),
        "lost": tr("Your record is gone or empty. A new one begins in {folder}.", folder=place),
        "removed": tr(
            "Your record was taken away while coach runs. It was written anew, with all it knew, in {folder}.",
            folder=place,
        ),
        "mended": tr(
            "Some values in your record could not be understood. Usual ones stand for them; as it was, it is kept as"
            " {name}.",
            name=name,
        ),
        "unlocked": tr(
            "Your record lies in a folder that cannot lock it, as on some networks. It is kept; use coach on one"
            " computer at a time.",
        ),
        "read only": tr(
            "Your record can be read here, but not written. What you do now is kept only while coach runs."
        ),
        "locked": tr("Another program uses your record. It is tried again."),
        "unwritable": tr("Your record cannot be written here. What you do is kept only while coach runs."),
    }[trouble]
    if trouble == "removed" and aside is not None:
        words += " " + tr("What was put in its place is kept as {name}.", name=name)
    return words
