"""Which shipped files were judged by the tests already, so that the program need not judge them at every start.

Judging takes pydantic, and pydantic takes longer to import than the first window takes to appear. A file that is to
the byte what the tests have judged is used as it is; any other, a shipped file that somebody changed included, is
judged. `make checksums` writes the table anew; a test fails when it is stale.
"""

from __future__ import annotations

import zlib

CHECKSUMS = {
    "routines.json": 3509850880,
    "body.json": 3796696592,
    "cat-cow.json": 2332867126,
    "childs-pose.json": 788508951,
    "double-knee-to-chest.json": 3854653996,
    "pelvic-tilt.json": 2391894617,
    "ql-stretch.json": 1157054363,
    "single-knee-to-chest.json": 938919397,
    "trunk-rotation.json": 2058847479,
    "af_heart/manifest.json": 2643683075,
    "am_michael/manifest.json": 648630205,
}
"""CRC-32 by file name. It tells an accident or an edit, not an attack: who can change these files can change code."""


def checksum(data: bytes) -> int:
    """Return the CRC-32 of a file, line endings of Windows counted as one character."""
    return zlib.crc32(data.replace(b"\r\n", b"\n"))


def is_tested(name: str, data: bytes) -> bool:
    """Tell whether a shipped file is what the tests have judged."""
    return CHECKSUMS.get(name) == checksum(data)
