"""Times our kernel beside ipykernel through jupyter_client, interleaved in one run.

usage: jupyter_peer.py PATH_OF_NB RUNS
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

NB, RUNS = sys.argv[1], int(sys.argv[2])
# Else its debugger warns of this Python's frozen modules at every start.
os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"


def spec_folder():
    root = tempfile.mkdtemp()
    folder = os.path.join(root, "qiansi")
    os.makedirs(folder)
    with open(os.path.join(folder, "kernel.json"), "w") as f:
        json.dump({"argv": [NB, "kernel", "--connection-file", "{connection_file}"], "display_name": "q", "language": "C#",
                   "interrupt_mode": "message"}, f)
    return root


def run(client, code, count=lambda m: None):
    """Executes a cell and waits for reply and idle; returns seconds."""
    start = time.perf_counter()
    msg_id = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=300)
        if message["parent_header"].get("msg_id") != msg_id:
            continue
        count(message)
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            break
    reply = client.get_shell_msg(timeout=300)
    assert reply["content"]["status"] == "ok", reply["content"]
    return time.perf_counter() - start


CELLS = {
    "qiansi": {
        "lines": 'for (var i = 0; i < 10_000; i++) Console.WriteLine($"line {i}");',
        "display": 'display(HTML(new string(\'x\', 20_000_000)));',
        "printed": 'var chunk = new string(\'y\', 1_000_000); for (var i = 0; i < 1000; i++) Console.WriteLine(chunk);',
        "lined": 'var line = new string(\'y\', 99); for (var i = 0; i < 10_000_000; i++) Console.WriteLine(line);',
        "shown": 'var page = HTML(new string(\'y\', 10_000_000)); for (var i = 0; i < 100; i++) display(page);',
        "trivial": "1+1",
    },
    "python3": {
        "lines": "for i in range(10_000): print(f'line {i}')",
        "display": "from IPython.display import display, HTML; display(HTML('x' * 20_000_000))",
        "printed": "chunk = 'y' * 1_000_000\nfor i in range(1000): print(chunk)",
        "lined": "line = 'y' * 99\nfor i in range(10_000_000): print(line)",
        "shown": "page = HTML('y' * 10_000_000)\nfor i in range(100): display(page)",
        "trivial": "1+1",
    },
}


def session(name, manager_args):
    figures = {}
    start = time.perf_counter()
    manager = KernelManager(kernel_name=name, **manager_args)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    run(client, CELLS[name]["trivial"])
    figures["process start to first result (ms)"] = 1000 * (time.perf_counter() - start)
    for _ in range(20):
        run(client, CELLS[name]["trivial"])
    figures["round trip of a trivial cell (ms)"] = 1000 * statistics.median(run(client, CELLS[name]["trivial"]) for _ in range(40))
    run(client, CELLS[name]["lines"])
    figures["10,000 printed lines (ms)"] = 1000 * min(run(client, CELLS[name]["lines"]) for _ in range(3))
    figures["20 MB display (ms)"] = 1000 * run(client, CELLS[name]["display"])
    manager.shutdown_kernel()
    client.stop_channels()
    return figures


def gigabyte(name, manager_args, how):
    """A gigabyte out of one cell: seconds, characters that arrived, the kernel's largest resident memory in MB."""
    manager = KernelManager(kernel_name=name, **manager_args)
    manager.start_kernel(stderr=subprocess.DEVNULL)  # ipykernel tells there when a flush took it longer than 10 s
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    if name == "python3":
        run(client, "from IPython.display import display, HTML")
    run(client, "1+1")
    arrived = 0

    def count(message):
        nonlocal arrived
        content = message["content"]
        arrived += len(content.get("text", "")) + sum(len(value) for value in content.get("data", {}).values())

    seconds = run(client, CELLS[name][how], count)
    with open(f"/proc/{manager.provisioner.pid}/status") as f:
        peak = next(int(line.split()[1]) / 1024 for line in f if line.startswith("VmHWM"))
    manager.shutdown_kernel()
    client.stop_channels()
    return seconds, arrived, peak


root = spec_folder()
ours = {"kernel_spec_manager": KernelSpecManager(kernel_dirs=[root])}
table = {}
for i in range(RUNS + 1):
    for name, args in (("qiansi", ours), ("python3", {})):
        figures = session(name, args)
        if i > 0:
            for key, value in figures.items():
                table.setdefault(key, {}).setdefault(name, []).append(value)

for key, columns in table.items():
    q, p = statistics.median(columns["qiansi"]), statistics.median(columns["python3"])
    print(f"  {key:<46} ours {q:9.1f}   ipykernel {p:9.1f}   ratio {q / p:.2f}")
for how, words in (("printed", "as 1,000 lines"), ("lined", "as 10 million lines"), ("shown", "as 100 displays")):
    for name, args in (("qiansi", ours), ("python3", {})):
        seconds, arrived, peak = gigabyte(name, args, how)
        print(f"  1 GB {words}, {name:<8} {seconds:5.1f} s, {arrived / 1e6:5.0f} MB arrived, largest resident {peak:.0f} MB")
