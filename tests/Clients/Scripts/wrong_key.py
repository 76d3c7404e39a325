"""Clients without the right key are not answered, whatever they send; the one with it is."""
import tempfile

from jupyter_client import BlockingKernelClient
from kernels import kernel, run, silence, tell

log = tempfile.TemporaryFile("w+")
with kernel(stderr=log) as (manager, client):
    for name, key in (("another key", b"not-the-key"), ("no key", b"")):
        stranger = BlockingKernelClient()
        stranger.load_connection_info(manager.get_connection_info() | {"key": key})
        stranger.session.key = key
        stranger.start_channels()
        stranger.execute('var stolen = true;')
        stranger.kernel_info()
        stranger.control_channel.send(stranger.session.msg("shutdown_request", {"restart": False}))
        tell(name=name, silent=silence(stranger.get_shell_msg, 1.5) and silence(stranger.get_control_msg, 0.5))
        stranger.stop_channels()
    tell(**run(client, "stolen"))
    tell(alive=manager.is_alive())
log.seek(0)
tell(log=log.read())
