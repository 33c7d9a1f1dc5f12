"""What all tests need. No Qt here: the tests of core and store also run without it (tests/no_qt.py)."""

from __future__ import annotations

import os

# Without a display, also where somebody runs a single test by hand.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
