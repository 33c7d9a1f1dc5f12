#!/usr/bin/env bash
# A QR code of "30°" is read as Japanese, one of "Rücken" is not
#
# Versions   segno 1.6.6, zxing-cpp 3.1.1.
# Guess      segno writes text that Latin-1 holds as Latin-1, which the standard has as the default of a QR code, and zxing-cpp
#            reads such a code as Latin-1. What goes in comes out.
# Behaviour  The reader does not go by the default: it guesses from the bytes, in a code without a word about its coding. Words with
#            umlauts come back; a sign after a number, or two capitals with umlauts, are taken for half-width Japanese.
# Seen       "30°": "30ｰ", "2×30 s": "2ﾗ30 s", "½ h": "ｽ h", "ÄÖ": "ﾄﾖ"; "Rücken": right. As UTF-8, or with eci=True: all right
# Documented ISO/IEC 18004: without a word about it, the coding is ISO/IEC 8859-1. segno leaves the word out by default, as "a lot of
#            QR code readers do not support the ECI mode".
# Matters    Doses are just such texts. A routine goes to the telephone by a code and its degrees arrive as something else, while a
#            test with an umlaut passes.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages segno==1.6.6 zxing-cpp==3.1.1
python <<'PY'
import segno
import zxingcpp


def read(text, **options):
    """What is read from a code of this text."""
    code = segno.make_qr(text, **options)
    rows = [bytes(0 if dark else 255 for dark in row for _ in range(6)) for row in code.matrix_iter(border=4)]
    picture = b"".join(row * 6 for row in rows)
    return zxingcpp.read_barcodes(memoryview(picture).cast("B", (6 * len(rows), 6 * len(rows))))[0].text


seen("Rücken", read("Rücken"), "Rücken")
for text, stated in (("30°", "30ｰ"), ("2×30 s", "2ﾗ30 s"), ("½ h", "ｽ h"), ("ÄÖ", "ﾄﾖ")):
    seen(text, read(text), stated)
    seen(f"{text} as UTF-8", read(text, encoding="utf-8"), text)
    seen(f"{text} as Latin-1, and told so", read(text, encoding="latin-1", eci=True), text)
PY
