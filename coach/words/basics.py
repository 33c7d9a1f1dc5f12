"""Words and times that need nothing of the core: what the first frame says."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

translate = QCoreApplication.translate


class LocalTime(Protocol):
    """A moment as it was on the wall there."""

    @property
    def ms(self) -> int:
        """Ms since 1970 (UTC)."""

    @property
    def offset_min(self) -> int:
        """Minutes by which local time was ahead of UTC."""

    @property
    def day(self) -> int:
        """The local calendar day, as days since 1970."""


def message(text: str) -> str:
    """Return one of the core's messages in the person's language."""
    return translate("messages", text)


def counted(number: int, one: str, many: str) -> str:
    """Return the sentence for one, or the one for none or many with its “{number}” filled in; both are translated."""
    return one if number == 1 else many.replace("{number}", str(number))


def locale() -> QLocale:
    """Return the locale of all dates and numbers: that of the words they stand in, never the system's."""
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def day_words(at: LocalTime) -> str:
    """Return a day as it was on the wall there, as in “5 Mar 2026”."""
    return locale().toString(QDate(1970, 1, 1).addDays(at.day), "d MMM yyyy")


def moment_words(at: LocalTime) -> str:
    """Return a day and a time as they were on the wall there, as in “5 Mar 2026, 08:00”."""
    hour, minute = divmod((at.ms // 60_000 + at.offset_min) % 1440, 60)
    return f"{day_words(at)}, {locale().toString(QTime(hour, minute), 'HH:mm')}"


def duration(time_ms: int) -> str:
    """Return how long something took, as in “45 s”, “14 min 15 s” or “1 h 5 min”."""
    minutes, seconds = divmod(max(0, time_ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return translate("wording", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    if minutes and seconds:
        return translate("wording", "{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)
    if minutes:
        return translate("wording", "{minutes} min").format(minutes=minutes)
    return translate("wording", "{seconds} s").format(seconds=seconds)


def seconds_in_words(seconds: int) -> str:
    """Return a length to be said aloud, as in “1 second” or “45 seconds”."""
    return counted(seconds, translate("wording", "1 second"), translate("wording", "{number} seconds"))


def seconds_left(word: str, seconds: int) -> str:
    """Return what runs and for how long still, to be said aloud, as in “Hold, 18 seconds left”."""
    one, many = translate("wording", "{word}, 1 second left"), translate("wording", "{word}, {number} seconds left")
    return counted(seconds, one, many).replace("{word}", word)


def clock(time_ms: int) -> str:
    """Return minutes and seconds, as in 19:13."""
    minutes, seconds = divmod(max(0, time_ms) // 1000, 60)
    return f"{minutes}:{seconds:02}"


def about_minutes(time_ms: int) -> str:
    """Return a length for planning, to the next whole minute, as in “about 20 min”."""
    return translate("wording", "about {minutes} min").format(minutes=-(-time_ms // 60_000))
