#!/usr/bin/env bash
# A voice that is stored as floats is silence when soundfile reads it as integers
#
# Versions   soundfile 0.14.0 (libsndfile in its wheel), numpy 2.4.6.
# Guess      dtype chooses the type and soundfile the scale: 0.5 in the file is 16384 as int16, whatever the file holds.
#            Integers that are written become parts of 1 in a file of floats.
# Behaviour  Between a file of floats and an array of integers nothing is scaled, in either direction. Read from such a file
#            0.5 is 0, and a whole recording is silence, of the right length. Written into one, 16383 stays 16383, of which
#            a player makes full noise.
# Seen       sine of 0.5, read as int16: from PCM_16 16384, from PCM_24 16384, from FLOAT 0; 16383 into FLOAT: 16383.0
# Documented SoundFile.read, in a note: "Reading int values from a float file will not scale the data".
# Matters    A player wants int16, a neural voice delivers floats, and both are a .wav. One voice of several is silent,
#            and every check of length, rate and channels is green.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages soundfile==0.14.0 numpy==2.4.6 cffi==2.1.1 pycparser==3.12 typing_extensions==4.16.0
python <<'PY'
import io

import numpy
import soundfile

wave = (0.5 * numpy.sin(numpy.linspace(0, 1000, 16000))).astype("float32")


def loudest(samples, subtype, kind):
    file = io.BytesIO()
    soundfile.write(file, samples, 16000, format="WAV", subtype=subtype)
    file.seek(0)
    return round(float(numpy.abs(soundfile.read(file, dtype=kind)[0]).max()), 2)


seen("PCM_16, as int16", loudest(wave, "PCM_16", "int16"), 16384.0)
seen("PCM_24, as int16", loudest(wave, "PCM_24", "int16"), 16384.0)
seen("FLOAT, as int16", loudest(wave, "FLOAT", "int16"), 0.0)
seen("FLOAT, as float32", loudest(wave, "FLOAT", "float32"), 0.5)
seen("integers into FLOAT, as float32", loudest((wave * 32767).astype("int16"), "FLOAT", "float32"), 16383.0)
PY
