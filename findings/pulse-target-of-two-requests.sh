#!/usr/bin/env bash
# A stream whose buffer is twice its request makes PulseAudio wake a thousand times a second, even while it is corked
#
# Versions   PulseAudio 16.1 (Debian 12), any client of libpulse.
# Guess      A target length of twice the minimum request is the least that makes sense: one request lies there while the next
#            is fetched. It costs a little more than three times, and nothing while the stream is corked.
# Behaviour  The server takes target - 2 x request for the latency that the device may have. That is 0 here, so the sink is told to
#            work as if it had none, and wakes at every chance: hundreds to thousands of times a second. Corking the stream does
#            not take its wish back. A smaller target is quietly made twice the request, and does the same.
# Seen       wake-ups of the server in a second, a corked stream of 300/100 ms: about 4; of 200/100 ms: about 1,000;
#            of 150/100 ms, granted as 200/100: about 1,000
# Documented pa_buffer_attr says what each field is, not what is made of their difference.
# Matters    A program that wants to be heard soon asks for small buffers, and drains the battery of a laptop with a stream
#            that plays nothing. 300/100 is heard as soon: what is written at the read place does not wait for the buffer.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

command -v pulseaudio >/dev/null || { echo "needs PulseAudio (on Debian: apt-get install pulseaudio)" >&2; exit 2; }
python <<'PY'
import ctypes
import os
import subprocess
import time
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_uint8, c_uint32, c_void_p
from pathlib import Path

folder = os.environ["SCRATCH"]
os.environ |= {"PULSE_SERVER": f"unix:{folder}/native", "PULSE_STATE_PATH": folder, "PULSE_RUNTIME_PATH": folder}
script = Path(folder, "server.pa")
script.write_text(
    f"load-module module-native-protocol-unix auth-anonymous=1 socket={folder}/native\n"
    "load-module module-null-sink sink_name=out\n"
)
OPTIONS = "-n --daemonize=no --exit-idle-time=-1 --use-pid-file=no --realtime=no --high-priority=no --log-level=error -F"
server = subprocess.Popen(["pulseaudio", *OPTIONS.split(), script], stderr=subprocess.DEVNULL)

pulse = ctypes.CDLL("libpulse.so.0")


class Spec(Structure):
    _fields_ = [("format", c_int), ("rate", c_uint32), ("channels", c_uint8)]


class Attributes(Structure):
    _fields_ = [(name, c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize")]


def call(name, result, *types):
    function = getattr(pulse, f"pa_{name}")
    function.restype, function.argtypes = result, types
    return function


new_loop, start = call("threaded_mainloop_new", c_void_p), call("threaded_mainloop_start", c_int, c_void_p)
api = call("threaded_mainloop_get_api", c_void_p, c_void_p)
lock, unlock = (call(f"threaded_mainloop_{name}", None, c_void_p) for name in ("lock", "unlock"))
new_context = call("context_new", c_void_p, c_void_p, c_char_p)
connect = call("context_connect", c_int, c_void_p, c_char_p, c_int, c_void_p)
context_state, stream_state = (call(f"{name}_get_state", c_int, c_void_p) for name in ("context", "stream"))
new_stream = call("stream_new", c_void_p, c_void_p, c_char_p, POINTER(Spec), c_void_p)
play = call("stream_connect_playback", c_int, c_void_p, c_char_p, POINTER(Attributes), c_int, c_void_p, c_void_p)
granted = call("stream_get_buffer_attr", POINTER(Attributes), c_void_p)
disconnect = call("stream_disconnect", c_int, c_void_p)

loop = new_loop()
while not Path(folder, "native").exists():
    time.sleep(0.05)
time.sleep(0.5)
context = new_context(api(loop), b"finding")
connect(context, None, 1, None)
start(loop)
while context_state(context) != 4:
    time.sleep(0.01)


def woken():
    lines = (line for task in Path(f"/proc/{server.pid}/task").glob("*/status") for line in task.read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("voluntary"))


def watched(target_ms, request_ms):
    """Return how often the server wakes in a second beside a corked stream, and what was granted, in ms."""
    lock(loop)
    stream = new_stream(context, b"stream", byref(Spec(3, 48000, 1)), None)
    play(stream, None, byref(Attributes(0xFFFFFFFF, 96 * target_ms, 0, 96 * request_ms, 0xFFFFFFFF)), 1, None, None)
    unlock(loop)
    while stream_state(stream) != 2:
        time.sleep(0.01)
    time.sleep(0.7)
    before = woken()
    time.sleep(2)
    often = (woken() - before) / 2
    lock(loop)
    given = granted(stream).contents
    told = f"{given.tlength // 96}/{given.minreq // 96}"
    disconnect(stream)
    unlock(loop)
    time.sleep(0.5)
    print(f"target {target_ms}, request {request_ms}, granted {told}: {often:.0f} wake-ups a second", flush=True)
    return often, told


try:
    calm, three = watched(300, 100)
    busy, two = watched(200, 100)
    busier, less = watched(150, 100)
finally:
    server.kill()
seen("granted", (three, two, less), ("300/100", "200/100", "200/100"))
seen("fewer than 30 with 300, more than 200 with 200, more than 200 with 150", (calm < 30, busy > 200, busier > 200), (True, True, True))
PY
