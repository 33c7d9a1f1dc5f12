"""Words and times that need nothing of the core: what the first frame says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def message(text: str) -> str:
    """Return one of the core's messages in the person's language."""
    return translate("messages", text)


def clock(time_ms: int) -> str:
    """Return minutes and seconds, as in 19:13."""
    minutes, seconds = divmod(max(0, time_ms) // 1000, 60)
    return f"{minutes}:{seconds:02}"


def about_minutes(time_ms: int) -> str:
    """Return a length for planning, to the next whole minute, as in “about 20 min”."""
    return translate("wording", "about {minutes} min").format(minutes=-(-time_ms // 60_000))
