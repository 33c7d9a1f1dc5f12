"""Makes the devices of a real desktop.

All but the settings portal come after the first frame; coach works without any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.devices.portal import SettingsPortal
from coach.store.paths import shipped
from coach.waves import later

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from coach.devices import awake, media_keys, sound, speech, voice
    from coach.devices.awake import Awake
    from coach.devices.media_keys import MediaControl
    from coach.devices.voice import Voice
    from coach.reminders import schedule
    from coach.session import reminders as session_reminders
    from coach.session.reminders import Reminders
    from coach.store import voices
else:
    awake, media_keys = later("coach.devices.awake"), later("coach.devices.media_keys")
    sound, speech, voice = later("coach.devices.sound"), later("coach.devices.speech"), later("coach.devices.voice")
    session_reminders = later("coach.session.reminders")
    voices, schedule = later("coach.store.voices"), later("coach.reminders.schedule")


def make_voice(parent: QObject) -> tuple[Voice, dict[str, str]]:
    """Return the voice, whose helper process is starting, and the names of the recorded voices by id."""
    packs = voices.voices(voices.shipped_folder())
    player = sound.Sound(parent=parent)
    new_voice = voice.Voice(player, speech.Speech(parent=parent), packs, shipped("assets") / "tones", parent)
    player.start()
    return new_voice, {pack.id: pack.name for pack in packs}


def make_portal() -> SettingsPortal:
    """Return the settings portal, which is asked while the first window is made."""
    portal = SettingsPortal()
    portal.start()
    return portal


def make_desktop() -> tuple[MediaControl, Awake]:
    """Return the desktop's media control and what keeps the screen on."""
    return media_keys.media_control(), awake.ScreenAwake()


def have_reminders(reminders: Reminders, data: Path, asked: Path | None) -> None:
    """Let reminders come by themselves, where they do; `asked` is the data folder, if it was asked for."""
    if session_reminders.WORKS:
        # What sets them up is loaded on the thread that does so.
        reminders.use(lambda settings: schedule.follow_settings(settings, data, asked))
