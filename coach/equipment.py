"""Makes the devices of a real desktop.

All but the settings portal come after the first frame; coach works without any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from coach.devices.awake import Awake
    from coach.devices.media_keys import MediaControl
    from coach.devices.portal import SettingsPortal
    from coach.devices.voice import Voice


def make_voice(parent: QObject) -> tuple[Voice, dict[str, str]]:
    """Return the voice, whose helper process is starting, and the names of the recorded voices by id."""
    from coach.devices.sound import Sound  # noqa: PLC0415 - not before the first paint
    from coach.devices.speech import Speech  # noqa: PLC0415
    from coach.devices.voice import Voice  # noqa: PLC0415
    from coach.store.paths import shipped  # noqa: PLC0415
    from coach.store.voices import shipped_folder, voices  # noqa: PLC0415

    packs = voices(shipped_folder())
    sound = Sound(parent=parent)
    voice = Voice(sound, Speech(parent=parent), packs, shipped("assets") / "tones", parent)
    sound.start()
    return voice, {pack.id: pack.name for pack in packs}


def make_portal() -> SettingsPortal:
    """Return the settings portal, which is asked while the first window is made."""
    from coach.devices.portal import SettingsPortal  # noqa: PLC0415 - for a window alone

    portal = SettingsPortal()
    portal.start()
    return portal


def make_desktop() -> tuple[MediaControl, Awake]:
    """Return the desktop's media control and what keeps the screen on."""
    from coach.devices.awake import ScreenAwake  # noqa: PLC0415 - not before the first paint
    from coach.devices.media_keys import media_control  # noqa: PLC0415

    return media_control(), ScreenAwake()
