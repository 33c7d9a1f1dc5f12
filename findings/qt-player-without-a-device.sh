#!/usr/bin/env bash
# QMediaPlayer plays to the end without an audio device, and reports no error
#
# Versions   PySide6 6.11.3 (Qt 6.11.3, its FFmpeg backend).
# Guess      Where there is no audio output at all, play() of a sound file ends with an error: errorOccurred, or at least
#            error() other than NoError, as QSoundEffect and QAudioSink do.
# Behaviour  The player passes through Playing, the position moves in real time, and it ends in EndOfMedia with NoError
#            and an empty errorString(): nothing tells it from a file that was heard. QSoundEffect with the same file goes
#            to Error.
# Seen       outputs: 0; player: Playing, EndOfMedia, position 300 of 300 ms, errors: none; effect: Error
# Documented Not on the pages of QMediaPlayer and QAudioOutput.
# Matters    A voice that guides somebody says all its sentences to nobody, "spoken" is noted for each, and no hint that
#            there is no sound is ever shown. What must be asked is QMediaDevices, before.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# No sound server and no sound card, whatever the machine has.
export PULSE_SERVER="unix:$scratch/none" PIPEWIRE_REMOTE="$scratch/none" XDG_RUNTIME_DIR="$scratch" ALSA_CONFIG_PATH="$scratch/none"
export QT_AUDIO_BACKEND=pulseaudio
packages "${PYSIDE_ADDONS[@]}"
python <<'PY' 2>/dev/null
import os
import wave

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer, QUrl
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer, QSoundEffect

tone = os.environ["SCRATCH"] + "/tone.wav"
with wave.open(tone, "wb") as file:
    file.setnchannels(1)
    file.setsampwidth(2)
    file.setframerate(48000)
    file.writeframes(bytes(2 * 48000 * 3 // 10))
sound = QUrl.fromLocalFile(tone)

app = QCoreApplication([])
seen("audio outputs", len(QMediaDevices.audioOutputs()), 0)


def wait(done):
    loop = QEventLoop()
    often = QTimer(interval=20)
    often.timeout.connect(lambda: done() and loop.quit())
    often.start()
    QTimer.singleShot(8000, loop.quit)
    loop.exec()


player, output = QMediaPlayer(), QAudioOutput()
player.setAudioOutput(output)
errors, states = [], []
player.errorOccurred.connect(lambda *error: errors.append(error))
player.playbackStateChanged.connect(lambda state: states.append(state.name))
player.setSource(sound)
player.play()
wait(lambda: player.mediaStatus() == QMediaPlayer.MediaStatus.EndOfMedia)
seen("states of the player", states, ["PlayingState", "StoppedState"])
seen("status at the end", player.mediaStatus().name, "EndOfMedia")
seen("position and length, ms", (player.position(), player.duration()), (300, 300))
seen("error", (player.error().name, player.errorString(), errors), ("NoError", "", []))

effect = QSoundEffect()
effect.setSource(sound)
wait(lambda: effect.status() == QSoundEffect.Status.Error)
seen("status of a QSoundEffect", effect.status().name, "Error")
PY
