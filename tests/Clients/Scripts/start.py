"""Starts the kernel, asks what it is, and runs two cells."""
from kernels import kernel, run, tell

with kernel() as (manager, client):
    info = client.kernel_info(reply=True, timeout=60)["content"]
    tell(language=info["language_info"]["name"], protocol=info["protocol_version"], interrupt_mode=manager.kernel_spec.interrupt_mode,
         display_name=manager.kernel_spec.display_name)
    tell(**run(client, 'var half = 21; Console.WriteLine("printed"); Console.Error.WriteLine("warned"); half * 2'))
    tell(**run(client, "half"))
    tell(**run(client, 'throw new InvalidOperationException("no");'))
    tell(alive=manager.is_alive())
