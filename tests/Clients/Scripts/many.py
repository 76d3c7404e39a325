"""Starts and stops many kernels, two at a time, and looks for what they leave behind: many.py COUNT"""
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from jupyter_core.paths import jupyter_runtime_dir
from kernels import kernel, run, tell


def left_behind():
    """Processes that have this run's folders in their command line or environment, listening ports of theirs, files."""
    mine = tempfile.gettempdir().encode()
    processes = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        if int(pid) == os.getpid():
            continue
        try:
            with open(f"/proc/{pid}/environ", "rb") as f, open(f"/proc/{pid}/cmdline", "rb") as g, open(f"/proc/{pid}/stat") as h:
                if mine in f.read() and ") Z" not in h.read():
                    processes.append(g.read().replace(b"\0", b" ").decode())
        except OSError:
            pass
    with open("/proc/net/unix") as f:
        sockets = [line.split()[-1] for line in f if tempfile.gettempdir() in line]
    with open("/proc/net/tcp") as f:
        listening = {int(fields[1].split(":")[1], 16) for fields in map(str.split, list(f)[1:]) if fields[3] == "0A"}
    runtime = jupyter_runtime_dir()
    return {"processes": processes, "sockets": sockets, "ports": sorted(listening & PORTS),
            "files": sorted(os.listdir(tempfile.gettempdir())), "connections": sorted(os.listdir(runtime)) if os.path.exists(runtime) else []}


PORTS = set()


def once(number):
    with kernel() as (manager, client):
        PORTS.update(manager.get_connection_info()[name] for name in ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"))
        return run(client, f"{number} + 1")["result"] == str(number + 1)


before = left_behind()
with ThreadPoolExecutor(2) as pool:
    right = sum(pool.map(once, range(int(sys.argv[1]))))
tell(right=right, ports=len(PORTS), before=before, after=left_behind())
