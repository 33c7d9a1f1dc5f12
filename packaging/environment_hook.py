"""Runs first in the bundle: gives the environment back as it was, for whatever coach starts.

The bundle's loader has set paths for itself by now. A browser or a speech program that inherits them would load our
libraries instead of its own.
"""

import os

for _name in [name for name in os.environ if name.startswith("_PYI_")]:
    del os.environ[_name]
_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = _before
