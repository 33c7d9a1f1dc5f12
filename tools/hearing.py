"""How far what was heard is from what was meant: words made comparable, and the errors between them."""

from __future__ import annotations

import re

from coach.words.counted_phrases import in_words

_THOUSAND = 1000
# One sound, two spellings: which of them is written is the recogniser's taste, not the voice's fault.
_SPELLINGS = {
    "onto": "on to",
    "halfway": "half way",
    "headrests": "head rests",
    "cannot": "can not",
    "ok": "okay",
    "towards": "toward",
}


def words(text: str) -> list[str]:
    """Return the words of a sentence: small letters, numbers up to 999 as words, no punctuation, no hyphens."""
    plain = re.sub(r"\d+", lambda found: f" {number(int(found[0]))} ", text.lower())
    plain = re.sub(r"[’']", "", plain)
    plain = re.sub(r"[^a-z]+", " ", plain)
    return " ".join(_SPELLINGS.get(word, word) for word in plain.split()).split()


def number(value: int) -> str:
    """Return a number in words, up to 999; a larger one stays as it is."""
    return in_words(value) if value < _THOUSAND else str(value)


def errors(meant: list[str], heard: list[str]) -> int:
    """Return how many words must be put in, left out or replaced to get from one to the other."""
    row = list(range(len(heard) + 1))
    for number_meant, word in enumerate(meant, 1):
        diagonal, row[0] = row[0], number_meant
        for number_heard, other in enumerate(heard, 1):
            cost = min(row[number_heard] + 1, row[number_heard - 1] + 1, diagonal + (word != other))
            diagonal, row[number_heard] = row[number_heard], cost
    return row[-1]
