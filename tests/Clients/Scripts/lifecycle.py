"""Restart and shutdown: what is lost, what is gone."""
import os

from kernels import connected, kernel, run, send, tell, wait_for_text


def exists(pid):
    return os.path.exists(f"/proc/{pid}") and ") Z" not in open(f"/proc/{pid}/stat").read()


with kernel() as (manager, client):
    first = manager.provisioner.pid
    run(client, "var before = 1;")
    client.stop_channels()
    manager.restart_kernel()
    with connected(manager.client()) as again:
        second = manager.provisioner.pid
        tell(pid_changed=first != second, first_alive=exists(first))
        tell(**run(again, "before"))
        tell(**run(again, "6 * 7"))
        child = int(run(again, 'System.Diagnostics.Process.Start("sleep", "1000").Id')["result"])
        wait_for_text(again, send(again, 'Console.WriteLine("up"); while (true) ;'), "up")
        file = manager.connection_file
        tell(file_before=os.path.exists(file))
        manager.shutdown_kernel()
    manager.cleanup_resources()
    tell(alive=exists(second), file_after=os.path.exists(file), child_alive=exists(child))
