#!/usr/bin/env bash
# An Opus file that leaves the rate of its source open is read as a telephone call
#
# Versions   soundfile 0.14.0 (libsndfile 1.2.2), numpy 2.4.6.
# Guess      An Opus stream has no rate of its own: it is read at 48,000 samples a second, as the standard recommends, or at the
#            rate that its header names. 0 in the header means "not known".
# Behaviour  libsndfile decodes at the lowest rate of Opus that is not below the one in the header, be it a remark or not: 22,050
#            is read at 24,000, 44,100 at 48,000, and 0 at 8,000. What the sound has above 4,000 Hz is gone; nothing is said.
# Seen       a tone of 6,000 Hz, header 48000: read at 48000, loud; the same with 0: read at 8000, silent
# Documented RFC 7845, 5.1, of the field: it "is _not_ the sample rate to use for playback of the encoded data", 0 is "unspecified".
#            soundfile calls what it read at the rate "of the sound file".
# Matters    Own recordings that come from a telephone or a converter without that remark lose s, f and sh, and sound as if the
#            microphone were bad. A program that believes the header instead of what was read is off by a semitone and more.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages soundfile==0.14.0 numpy==2.4.6 cffi==2.1.1 pycparser==3.12 typing_extensions==4.16.0
python <<'PY'
import io
import struct

import numpy
import soundfile


def checksum(page):
    """The checksum of a page of Ogg."""
    value = 0
    for byte in page:
        value ^= byte << 24
        for _ in range(8):
            value = ((value << 1) ^ 0x04C11DB7 if value & 0x80000000 else value << 1) & 0xFFFFFFFF
    return value


second = numpy.arange(48000) / 48000
stream = io.BytesIO()
soundfile.write(stream, 0.5 * numpy.sin(2 * numpy.pi * 6000 * second), 48000, format="OGG", subtype="OPUS")


def read(rate):
    """At what rate the tone is read when its header names this one for the source, and whether it can be heard."""
    whole = bytearray(stream.getvalue())
    struct.pack_into("<I", whole, whole.index(b"OpusHead") + 12, rate)
    end = 27 + whole[26] + sum(whole[27 : 27 + whole[26]])
    struct.pack_into("<I", whole, 22, 0)
    struct.pack_into("<I", whole, 22, checksum(whole[:end]))
    samples, read_at = soundfile.read(io.BytesIO(bytes(whole)))
    middle = samples[len(samples) // 4 : -len(samples) // 4]
    return read_at, "loud" if numpy.sqrt((middle**2).mean()) > 0.1 else "silent"


seen("the header names 48000", read(48000), (48000, "loud"))
seen("the header names 44100", read(44100), (48000, "loud"))
seen("the header names 22050", read(22050), (24000, "loud"))
seen("the header names nothing", read(0), (8000, "silent"))
PY
