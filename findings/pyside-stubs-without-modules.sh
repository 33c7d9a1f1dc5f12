#!/usr/bin/env bash
# PySide6_Essentials describes modules to a type checker that it does not have
#
# Versions   PySide6_Essentials 6.11.3, without PySide6_Addons.
# Guess      What a wheel describes it has: where a type checker finds PySide6.QtMultimedia, the program does too, and an import of
#            something that is in Addons is reported as missing.
# Behaviour  Essentials brings the stubs (.pyi) of all modules of Qt, and the modules of a third of them. mypy and editors complete and
#            check what cannot be imported.
# Seen       QtMultimedia: described True, can be imported False; more than 20 others alike
# Documented The wheel's page names the modules that are in Essentials; that it describes the others is not said.
# Matters    A program that goes from both wheels to Essentials alone passes its type check with imports that fail when they are reached,
#            and with late imports that is in front of the person. What must be asked is the import itself.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
import importlib.util
from pathlib import Path

import PySide6

folder = Path(PySide6.__path__[0])
described = {path.stem for path in folder.glob("Qt*.pyi")}
absent = {name for name in described if importlib.util.find_spec(f"PySide6.{name}") is None}

seen("QtMultimedia is described", "QtMultimedia" in described, True)
seen("QtMultimedia can be imported", "QtMultimedia" not in absent, False)
print(f"described: {len(described)}, of them absent: {len(absent)}")
seen("more than 20 are described and absent", len(absent) > 20, True)
seen("all that is there is described", sorted(path.name.split(".")[0] for path in folder.glob("Qt*.abi3.so") if path.name.split(".")[0] not in described), [])
PY
