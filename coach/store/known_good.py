"""Which shipped files the tests have checked, so that the program need not check them at every start.

A check needs pydantic, which takes longer to import than the first window takes to appear. A file that is byte for byte
what the tests have checked is used as it is; any other, including a shipped file that was changed, is checked.
`make checksums` writes the table again; a test fails when it is out of date.
"""

from __future__ import annotations

import zlib

CHECKSUMS = {
    "routines.json": 3568809096,
    "body.json": 3796696592,
    "cat-cow.json": 3426969891,
    "childs-pose.json": 3853745199,
    "double-knee-to-chest.json": 814634470,
    "pelvic-tilt.json": 497433227,
    "ql-stretch.json": 3275410148,
    "single-knee-to-chest.json": 74618148,
    "trunk-rotation.json": 3428727076,
    "af_heart/manifest.json": 1406971219,
    "am_michael/manifest.json": 3459847545,
}
"""CRC-32 by file name. It tells an accident or an edit, not an attack: who can change these files can change code."""


def checksum(data: bytes) -> int:
    """Return the CRC-32 of a file, with the line endings of Windows taken as those of Unix."""
    return zlib.crc32(data.replace(b"\r\n", b"\n"))


def is_tested(name: str, data: bytes) -> bool:
    """Tell whether a shipped file is the one that the tests have checked."""
    return CHECKSUMS.get(name) == checksum(data)
