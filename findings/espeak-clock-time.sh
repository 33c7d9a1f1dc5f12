#!/usr/bin/env bash
# espeak-ng reads a time left of 0:45 as a quarter to one at night in German and French
#
# Versions   espeak-ng 1.52.0 as a library (espeakng-loader 0.2.4 from PyPI), espeak_TextToPhonemes.
# Guess      "1:30" is read as two numbers, "one thirty", in every language: the voice cannot know whether it is a time of
#            day or a length. With "Uhr" or "min" behind it, it could.
# Behaviour  In German and French a colon between digits is the hour, whatever stands around it: "1:30 min" is one o'clock
#            thirty minutes, and "10:30 Uhr" has the word Uhr twice. In English and Spanish it is two numbers.
# Seen       0:45 -> de nˈʊl uːɾ fˈʏnf ʊntfˈɪɾtsɪç, en zˈiəɹəʊ fˈɔːti fˈaɪv; 10:30 Uhr -> tsˈeːn uːɾ dɾˈaɪsɪç ˈuːɾ
# Documented Not on its pages.
# Matters    "Noch 0:45" before a hold is spoken as a time of day, to somebody who is told to wait for it, and the English
#            voice beside it is right. Write minutes and seconds out for a voice.
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


def phonemes(text):
    rest, clauses = ctypes.c_char_p(text.encode()), []
    while rest.value:
        clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), 1, 2).decode())
    return " | ".join(clauses)


def voice(name):
    seen(f"the voice {name} is there (0)", library.espeak_SetVoiceByName(f"{name}".encode()), 0)


voice("gmw/en")
seen("0:45", phonemes("0:45"), "zˈiəɹəʊ fˈɔːti fˈaɪv")
voice("roa/es")
seen("0:45", phonemes("0:45"), "θˈeɾo kwaɾˌɛntaiθˈinko")
voice("roa/fr")
seen("0:45", phonemes("0:45"), "zeʁˈo ˈœʁ kaʁɑ̃tsˈɛ̃k")
voice("gmw/de")
seen("0:45", phonemes("0:45"), "nˈʊl uːɾ fˈʏnf ʊntfˈɪɾtsɪç")
seen("1:30 min", phonemes("1:30 min"), "ˈaɪns uːɾ dɾˈaɪsɪç mˈiːn")
seen("10:30 Uhr", phonemes("10:30 Uhr"), "tsˈeːn uːɾ dɾˈaɪsɪç ˈuːɾ")
PY
