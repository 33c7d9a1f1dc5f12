#!/usr/bin/env bash
# espeak-ng says the last digit of "No. 5" in the next text, not in this one
#
# Versions   espeak-ng 1.52.0 as a library (espeakng-loader 0.2.4 from PyPI), espeak_TextToPhonemes.
# Guess      Each call, or each series of calls until the text is used up, gives the phonemes of that text and no other:
#            "No. 5" gives "no" and "five".
# Behaviour  A single last character after a mark that ends a clause (full stop, comma, colon) and a space is left out: the
#            text is reported as used up before it. It is spoken at the beginning of the next, unrelated text. With
#            "No. 55", or anything at all after the digit, nothing is lost.
# Seen       "No. 5" -> nˈəʊ; then "hold" -> fˈaɪv hˈəʊld; "No. 55" -> nˈəʊ | fˈɪfti fˈaɪv; then "hold" -> hˈəʊld
# Documented speak_lib.h: the pointer is set to NULL when all of the text was translated.
# Matters    This call is what phonemizers for neural voices use. "Step No. 5" is said as "step no", and the instruction
#            after it as "five hold": wrong numbers in a voice that counts.
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
seen("the English voice is there (0)", library.espeak_SetVoiceByName(b"gmw/en"), 0)


def phonemes(text):
    rest, clauses = ctypes.c_char_p(text.encode()), []
    while rest.value:
        clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), 1, 2).decode())
    return " | ".join(clauses)


seen("hold", phonemes("hold"), "hˈəʊld")
seen("No. 5", phonemes("No. 5"), "nˈəʊ")
seen("hold, after that", phonemes("hold"), "fˈaɪv hˈəʊld")
seen("Pain: 7", phonemes("Pain: 7"), "pˈeɪn")
seen("hold, after that", phonemes("hold"), "sˈɛvən hˈəʊld")
seen("No. 55", phonemes("No. 55"), "nˈəʊ | fˈɪfti fˈaɪv")
seen("hold, after that", phonemes("hold"), "hˈəʊld")
PY
