#!/usr/bin/env bash
# espeak-ng leaves the slash out in German: a pain of 5/10 is read as "fünf zehn"
#
# Versions   espeak-ng 1.52.0 as a library (espeakng-loader 0.2.4 from PyPI), German and English voice.
# Guess      "5/10" is read with a word for the slash, as in English ("five slash ten"), or as a fraction.
# Behaviour  In German the slash between numbers is silent, and there is no pause: "fünf zehn", which the ear takes for
#            "fünfzehn" (15), differing by a stress only. "1/2" becomes "eins zwei".
# Seen       en 5/10: fˈaɪv slˈaʃ tˈɛn; de 5/10: fˈʏnf tsˈeːn; de 15: fˈʏnftseːn
# Documented Nowhere we found; the rules are in the dictionary of each language.
# Matters    Pain is written as n/10. Read back in German, five becomes what sounds like fifteen.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages espeakng-loader==0.2.4
python <<'PY'
import ctypes

import espeakng_loader

library = ctypes.CDLL(espeakng_loader.get_library_path())
library.espeak_TextToPhonemes.restype = ctypes.c_char_p
library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)


def phonemes(voice, text):
    seen(f"voice {voice.decode()} is there (0)", library.espeak_SetVoiceByName(voice), 0)
    return library.espeak_TextToPhonemes(ctypes.byref(ctypes.c_char_p(text.encode())), 1, 2).decode()


seen("English, 5/10", phonemes(b"gmw/en", "5/10"), "fˈaɪv slˈaʃ tˈɛn")
seen("German, 5/10", phonemes(b"gmw/de", "5/10"), "fˈʏnf tsˈeːn")
seen("German, 15", phonemes(b"gmw/de", "15"), "fˈʏnftseːn")
seen("German, 1/2", phonemes(b"gmw/de", "1/2"), "ˈaɪns tsvˈaɪ")
PY
