"""Runs one command and writes what it used: wall and processor time, peak memory, exit code.

    python3 clock.py OUT.json LOG SECONDS COMMAND...

A program of its own, and small: a process inherits the peak of the one that started it, so the one
that starts it must be smaller than any that is measured. Processor time is of the command and of
all processes it left behind; peak memory (megabytes) is that of the largest of them, not their sum.
After SECONDS the command is stopped with all it started.
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time

ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER: else the workers of a pool are not counted
LAST_SECONDS = 5  # for processes that outlive the command


def run(command, log, limit):
    stopped = False
    with open(log, "wb") as sink:
        begin = time.perf_counter()
        child = subprocess.Popen(command, stdout=sink, stderr=sink, start_new_session=True)

    def stop(*_):
        nonlocal stopped
        stopped = True
        os.killpg(child.pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(limit)
    _, status = os.waitpid(child.pid, 0)
    wall = time.perf_counter() - begin
    signal.alarm(0)
    return wall, os.waitstatus_to_exitcode(status), stopped, child.pid


def wait_for_orphans(group):
    deadline = time.monotonic() + LAST_SECONDS
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                if time.monotonic() > deadline:
                    os.killpg(group, signal.SIGKILL)
                time.sleep(0.01)
        except (ChildProcessError, ProcessLookupError):
            return


def main():
    out, log, limit, command = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
    ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1, 0, 0, 0)
    wall, code, stopped, group = run(command, log, limit)
    wait_for_orphans(group)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = {
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss / 1024,
        "exit": code,
        "stopped": stopped,
    }
    with open(out, "w", encoding="utf-8") as file:
        json.dump(found, file)


main()
