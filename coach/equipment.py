"""Makes the devices of a real desktop.

All but the settings portal come after the first frame; coach works without any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.devices.portal import SettingsPortal
from coach.store.paths import shipped
from coach.waves import later

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from coach.devices import awake, media_keys, sound, speech, voice
    from coach.devices.awake import Awake
    from coach.devices.media_keys import MediaControl
    from coach.devices.voice import Voice
    from coach.store import voices
else:
    awake, media_keys = later("coach.devices.awake"), later("coach.devices.media_keys")
    sound, speech, voice = later("coach.devices.sound"), later("coach.devices.speech"), later("coach.devices.voice")
    voices = later("coach.store.voices")


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
