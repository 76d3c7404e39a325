"""Interrupts cells that would not end, by message and by signal; variables are kept."""
import os
import signal
import time

from kernels import kernel, reply_to, run, send, tell, wait_for_text

ENDLESS = {
    "loop": "while (true) ;",
    "sleep": "System.Threading.Thread.Sleep(-1);",
    "await": "await System.Threading.Tasks.Task.Delay(-1);",
    "completion": "await new System.Threading.Tasks.TaskCompletionSource().Task;",
    "recursion": "long Slow(int n) => n < 2 ? n : Slow(n - 1) + Slow(n - 2); Slow(100)",
}

with kernel() as (manager, client):
    ways = {"message": manager.interrupt_kernel, "signal": lambda: os.kill(manager.provisioner.pid, signal.SIGINT)}
    for way, interrupt in ways.items():
        for name, endless in ENDLESS.items():
            cell = send(client, f'var kept = "{way} {name}"; Console.WriteLine("up");\n{endless}')
            wait_for_text(client, cell, "up")
            start = time.monotonic()
            interrupt()
            reply = reply_to(client, cell)
            seconds = time.monotonic() - start
            tell(way=way, name=name, status=reply["status"], error=reply.get("ename"), seconds=seconds, kept=run(client, "kept")["result"])
    # Nothing runs: an interrupt must not hit the next cell.
    for interrupt in ways.values():
        interrupt()
    time.sleep(1)
    tell(**run(client, "40 + 2"))
