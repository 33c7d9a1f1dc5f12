#!/usr/bin/env bash
# espeak-ng ends the sentence after the number in "der 3. Tag"
#
# Versions   espeak-ng 1.52.0 as a library (espeakng-loader 0.2.4 from PyPI), espeak_TextToPhonemes, German.
# Guess      A number with a full stop before a noun is an ordinal in German, and is read as one: "der dritte Tag". The voice
#            knows ordinals.
# Behaviour  It knows them before a small letter only. Every German noun has a capital one, and before that the full stop
#            ends the sentence: "der drei", a pause, "Tag". Spelt wrongly, "der 3. tag", it is right.
# Seen       der 3. tag -> dɛɾ dɾˈɪtə tˈɑːk; der 3. Tag -> dɛɾ dɾˈaɪ | tˈɑːk; der 2. Satz -> dɛɾ tsvˈaɪ | zˈats
# Documented Not on its pages.
# Matters    "Der 2. Satz", "die 3. Wiederholung", "am 1. Dezember": in the German of a program that counts, each is said
#            as two sentences with a wrong number word. Write the ordinal out for a voice.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages espeakng-loader==0.2.4
python <<'PY'
import ctypes

import espeakng_loader

library = ctypes.CDLL(espeakng_loader.get_library_path())
library.espeak_Info.restype = ctypes.c_char_p
library.espeak_TextToPhonemes.restype = ctypes.c_char_p
library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
seen("version", library.espeak_Info(None), b"1.52.0")
seen("the German voice is there (0)", library.espeak_SetVoiceByName(b"gmw/de"), 0)


def phonemes(text):
    rest, clauses = ctypes.c_char_p(text.encode()), []
    while rest.value:
        clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), 1, 2).decode())
    return " | ".join(clauses)


seen("der 3. tag", phonemes("der 3. tag"), "dɛɾ dɾˈɪtə tˈɑːk")
seen("der 3. Tag", phonemes("der 3. Tag"), "dɛɾ dɾˈaɪ | tˈɑːk")
seen("der dritte Tag", phonemes("der dritte Tag"), "dɛɾ dɾˈɪtə tˈɑːk")
seen("der 2. Satz", phonemes("der 2. Satz"), "dɛɾ tsvˈaɪ | zˈats")
PY
