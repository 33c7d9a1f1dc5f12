"""Walks on one desktop, in a process of its own: prints what was found, and how many steps were walked.

    python -m tests.journeys --desk 1366x768 --seed 7 --walks 1

A seed is one walk. The same seed takes the same walk again; with --shrink the shortest that still breaks a rule.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict

from tests.journeys.process import Asked, walk
from tests.journeys.screens import BY_NAME, DESKS


def main(arguments: list[str]) -> int:
    """Walk on the desktops asked for, one after another, and print what was found."""
    usual = Asked(seed=int(time.time()), walks=100)
    parser = argparse.ArgumentParser(prog="python -m tests.journeys", description=__doc__)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="so many desktops at once")
    parser.add_argument("--desk", choices=list(BY_NAME), action="append", help="the screens to stand on; each of them")
    parser.add_argument("--seed", type=int, default=usual.seed, help="the first walk")
    parser.add_argument("--walks", type=int, default=usual.walks, help="so many walks, each with the next seed")
    parser.add_argument("--steps", type=int, default=usual.steps, help="so many steps by chance in each walk")
    parser.add_argument("--seconds", type=float, default=usual.seconds, help="begin no other walk after so long")
    parser.add_argument("--go-on", action="store_true", help="walk on after a rule was broken, and tell all that was")
    parser.add_argument("--shrink", action="store_true", help="look for the shortest walk that breaks a rule")
    parser.add_argument("--verbose", action="store_true", help="print each step of a walk that broke a rule")
    told = vars(parser.parse_args(arguments))
    desks, verbose = told.pop("desk") or [desk.name for desk in DESKS], told.pop("verbose")
    asked = Asked(**{key: told[key] for key in asdict(usual)})
    sys.stdout.write(
        f"from seed {asked.seed} on: {asked.walks} walks of {asked.steps} steps by chance on {', '.join(desks)}\n"
    )
    good = True
    with ThreadPoolExecutor(told["jobs"]) as pool:
        for result in pool.map(lambda name: walk(BY_NAME[name], asked), desks):
            sys.stdout.write(result.report(verbose=verbose) + "\n")
            sys.stdout.flush()
            good &= result.is_good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
