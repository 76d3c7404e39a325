"""A client is killed in the middle of its cell: the cell goes on, and others are served."""
import os
import signal
import subprocess
import sys

from kernels import LIMIT, kernel, run, tell

DOOMED = """
import sys
from jupyter_client import BlockingKernelClient
client = BlockingKernelClient(connection_file=sys.argv[1])
client.load_connection_file()
client.start_channels()
client.wait_for_ready(timeout=60)
client.execute('''
Console.WriteLine("running");
for (var i = 0; i < 20; i++) { System.Threading.Thread.Sleep(50); Console.WriteLine(i); }
var finished = "to its end";
''')
client.execute('Console.ReadLine()')
import time
time.sleep(1000)
"""

with kernel() as (manager, client):
    doomed = subprocess.Popen([sys.executable, "-c", DOOMED, manager.connection_file])
    while True:
        message = client.get_iopub_msg(timeout=LIMIT)
        if message["msg_type"] == "stream" and "running" in message["content"]["text"]:
            break
    doomed.send_signal(signal.SIGKILL)
    doomed.wait()
    # Behind the abandoned cell waits one that asks its vanished client: an interrupt must free the kernel.
    later = client.execute("finished")
    while True:
        message = client.get_iopub_msg(timeout=LIMIT)
        if message["msg_type"] == "execute_input" and "ReadLine" in message["content"]["code"]:
            break
    manager.interrupt_kernel()
    while True:
        message = client.get_shell_msg(timeout=LIMIT)
        if message["parent_header"]["msg_id"] == later:
            break
    tell(status=message["content"]["status"])
    tell(**run(client, "finished"))
    tell(open_files=len(os.listdir(f"/proc/{manager.provisioner.pid}/fd")))
