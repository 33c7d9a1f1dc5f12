"""What hatchling does before it packs a wheel: compiles the translations, which are not in the repository."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileWords(BuildHookInterface):  # type: ignore[misc]  # hatchling is not there for mypy
    """Compile `assets/locale/*/LC_MESSAGES/*.po`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - as hatchling calls it
        """Compile them in the source tree; `assets` is packed whole."""
        subprocess.run([sys.executable, "-m", "tools.compile_words"], cwd=self.root, check=True)
