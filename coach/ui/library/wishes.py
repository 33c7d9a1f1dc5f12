"""What a person can want of a routine on the page of all routines, with the words that say so."""

from __future__ import annotations

from enum import Enum

from coach.words.catalogue import Translatable, translatable


class Wish(Enum):
    """Each with its words, in the order in which the menu of a card has them; Start is a button."""

    START = translatable("Start")
    EDIT = translatable("Edit")
    DUPLICATE = translatable("Duplicate")
    SAVE = translatable("Save as a file")
    TODAY = translatable("Put on Today")
    LISTEN = translatable("Listen")
    PRINT = translatable("Print a hand-out")
    CODE = translatable("Show as a QR code")
    DELETE = translatable("Delete")
    AGAIN = translatable("Look at the file again")

    @property
    def words(self) -> Translatable:
        """Its words, to be translated when they are shown."""
        return Translatable(self.value)


MENU = (
    Wish.EDIT,
    Wish.DUPLICATE,
    Wish.SAVE,
    Wish.TODAY,
    Wish.LISTEN,
    Wish.PRINT,
    Wish.CODE,
    Wish.DELETE,
)
"""What the menu of a card may have."""
OF_OWN_ALONE = frozenset({Wish.EDIT, Wish.DELETE})
"""What cannot be done with a routine that came with coach."""
