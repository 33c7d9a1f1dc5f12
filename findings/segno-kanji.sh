#!/usr/bin/env bash
# segno writes short words of Western Europe as Chinese characters
#
# Versions   segno 1.6.6, zxing-cpp 3.1.1.
# Guess      make_qr() takes the kanji mode for Japanese text, and a text of Latin letters goes in as Latin-1.
# Behaviour  It first turns the text into Latin-1 and then looks whether these bytes could be kanji. Where each pair of them could,
#            they are written as kanji, and any reader has to show a character that nobody wrote.
# Seen       "ål", "ça", "äh": mode kanji, read as one Chinese character; "Ål", "çav", as UTF-8 and with mode="byte": right
# Documented segno: "the appropriate mode will automatically be determined", and in the mode "byte" Latin-1 is tried first; that the
#            mode is found from these bytes is not said.
# Matters    Names that people give to what they make can be short. The code is valid and reads well, with another name in it.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages segno==1.6.6 zxing-cpp==3.1.1
python <<'PY'
import segno
import zxingcpp


def read(text, **options):
    """The mode of a code of this text, and what is read from it."""
    code = segno.make_qr(text, **options)
    rows = [bytes(0 if dark else 255 for dark in row for _ in range(6)) for row in code.matrix_iter(border=4)]
    picture = b"".join(row * 6 for row in rows)
    return code.mode, zxingcpp.read_barcodes(memoryview(picture).cast("B", (6 * len(rows), 6 * len(rows))))[0].text


for text in ("ål", "ça", "äh"):
    mode, back = read(text)
    print(f"{text} is read as {back}")
    seen(f"{text}: the mode", mode, "kanji")
    seen(f"{text}: what is read", back, text.encode("latin-1").decode("shift-jis"))
    seen(f"{text}: as UTF-8", read(text, encoding="utf-8"), ("byte", text))
    seen(f"{text}: as bytes", read(text, mode="byte"), ("byte", text))
seen("Ål", read("Ål"), ("byte", "Ål"))
seen("çav", read("çav"), ("byte", "çav"))
PY
