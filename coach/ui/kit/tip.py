"""Tooltips in plain text: Qt guesses otherwise, and a name with a < in it would be read as HTML."""

from __future__ import annotations


def as_tip(words: str) -> str:
    """Return what a tooltip is given so that it shows just these words, whoever wrote them."""
    if "<" not in words and "&lt;" not in words:
        return words
    plain = words.replace("&", "&amp;").replace("<", "&lt;")
    return f"<span>{plain}</span>"
