"""Says how many ms lie between the first and the last sound of a recording: `python3 tools/heard_length.py FILE`.

The file has samples of 16 bits, 8000 in a second, one channel, as `parec --raw` writes them. It needs nothing but
Python, for machines that have nothing else. Prints 0 where nothing is heard.
"""

from __future__ import annotations

import sys
from array import array
from pathlib import Path

RATE = 8_000
LOUD = 150
"""A sample above this is sound; recorded speech peaks at about 20,000."""


def heard_ms(raw: bytes) -> int:
    """Return the time from the first loud sample to the last one."""
    samples = array("h", raw[: len(raw) // 2 * 2])
    loud = [index for index, sample in enumerate(samples) if abs(sample) > LOUD]
    return (loud[-1] - loud[0]) * 1000 // RATE if loud else 0


if __name__ == "__main__":
    print(heard_ms(Path(sys.argv[1]).read_bytes()))
