"""What is free is given back to the system: the holes that pictures of many sizes leave in the heap."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from coach.background import garbage
from tests.cases import ROOT

HOLES = """
from coach.background.garbage import give_back

def rss():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1])

# Freed once, a block of that size comes from the heap from then on, where it leaves a hole between two that stay.
del (first := [bytearray(1 << 20)])[:]
blocks = [bytearray(200_000) for _ in range(400)]
blocks[::2] = [None] * 200
before = rss()
give_back()
print(before - rss())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the C library is another one")
def test_holes_in_the_heap_are_given_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOLES], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )

    assert done.stderr == ""
    assert int(done.stdout) > 5_000, "pages of 4 KiB"


def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    garbage._trim.cache_clear()
    monkeypatch.setattr(sys, "platform", "darwin")

    garbage.give_back()
    assert garbage._trim() is None
    garbage._trim.cache_clear()
