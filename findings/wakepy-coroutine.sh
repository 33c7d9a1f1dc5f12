#!/usr/bin/env bash
# wakepy's decorator keeps nothing awake while a coroutine or a generator runs
#
# Versions   wakepy 1.0.0, with WAKEPY_FAKE_SUCCESS so that no desktop is needed.
# Guess      @keep.presenting before an async function keeps the screen on until the coroutine is through, and before a
#            generator until the last value; or it is refused, as by other decorators that know no coroutines.
# Behaviour  The mode is entered and left while the coroutine is made, before its first line. Then it runs without, and
#            there is no warning, also where on_fail="error" is asked for: entering did succeed. With `with` inside it works.
# Seen       in a function: kept; in a coroutine: not kept; in a generator: not kept; in a coroutine, with `with`: kept
# Documented The pages on the decorator show plain functions only, and say nothing of others.
# Matters    A session that runs as a coroutine beside the event loop is decorated, tried for a minute, and good. The screen
#            goes dark in the first long hold.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

export WAKEPY_FAKE_SUCCESS=yes
packages wakepy==1.0.0 jeepney==0.9.0 typing_extensions==4.16.0
python <<'PY'
import asyncio

import wakepy
from wakepy import keep


def kept():
    try:
        return wakepy.current_mode().active
    except wakepy.NoCurrentModeError:
        return False


@keep.presenting(on_fail="error")
def function():
    return kept()


@keep.presenting(on_fail="error")
async def coroutine():
    return kept()


@keep.presenting(on_fail="error")
def generator():
    yield kept()


async def inside():
    with keep.presenting(on_fail="error"):
        await asyncio.sleep(0)
        return kept()


seen("in a function", function(), True)
seen("in a coroutine", asyncio.run(coroutine()), False)
seen("in a generator", list(generator()), [False])
seen("in a coroutine, with `with`", asyncio.run(inside()), True)
PY
