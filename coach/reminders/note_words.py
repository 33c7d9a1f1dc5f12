"""What a reminder says: the note on the desktop and the event of a calendar alike. Calm, without blame or a count."""

from __future__ import annotations

from coach.words.catalogue import tr


def title() -> str:
    """Return the first line."""
    return tr("Time for your stretches, if you like")


def text() -> str:
    """Return the second line."""
    return tr("Skip a day when you are sore.")
