"""A line that a gap may have, and how much it is needed: what the lines of a block are made of before they are laid."""

from __future__ import annotations

from coach.core.dataclass import dataclass
from coach.core.speech.vocabulary import PromptKind

WAY_RANK = UNGUIDED_RANK = EASIER_RANK = DOSE_RANK = 1
PLACE_RANK = 2
IN_SET_RANK = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that a gap may have; a lower rank is more needed, rank 0 is never left out."""

    kind: PromptKind
    text: str
    rank: int = 0

    @property
    def enters(self) -> bool:
        """Whether it brings the body into the stretch, so that it hangs on the end of the gap."""
        return self.kind is PromptKind.ENTER
