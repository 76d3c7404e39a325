"""What the scripts here share: kernels of an installed kernelspec, cells run on them, and answers as JSON lines."""
import contextlib
import json
import queue

from jupyter_client import BlockingKernelClient
from jupyter_client.manager import KernelManager

NAME = ".net-csharp"
LIMIT = 90


def tell(**fields):
    print(json.dumps(fields), flush=True)


@contextlib.contextmanager
def kernel(name=NAME, **options):
    """A running kernel with a client that has heard from it."""
    manager = KernelManager(kernel_name=name)
    manager.start_kernel(**options)
    try:
        with connected(manager.client()) as client:
            yield manager, client
    finally:
        if manager.is_alive():
            manager.shutdown_kernel()
        manager.cleanup_resources()


def another_client(manager):
    """A client with an identity of its own: those of manager.client() share one, and so would take each other's replies."""
    client = BlockingKernelClient()
    client.load_connection_info(manager.get_connection_info())
    return connected(client)


@contextlib.contextmanager
def connected(client):
    client.start_channels()
    try:
        client.wait_for_ready(timeout=LIMIT)
        yield client
    finally:
        client.stop_channels()


def run(client, code, seen=lambda kind, content: None, **options):
    """Runs a cell to its end; what it put out, by kind, and the status of its reply."""
    outputs = {"stdout": "", "stderr": "", "result": None, "displays": [], "error": None}

    def take(message):
        kind, content = message["msg_type"], message["content"]
        if kind == "stream":
            outputs[content["name"]] += content["text"]
        elif kind == "execute_result":
            outputs["result"] = content["data"]["text/plain"]
        elif kind == "display_data":
            outputs["displays"].append(content["data"])
        elif kind == "error":
            outputs["error"] = content["ename"]
        seen(kind, content)

    reply = client.execute_interactive(code, output_hook=take, timeout=LIMIT, **options)
    return outputs | {"status": reply["content"]["status"], "count": reply["content"].get("execution_count")}


def send(client, code):
    """Sends a cell and returns its id without waiting."""
    return client.execute(code, allow_stdin=False)


def wait_for_text(client, cell, text):
    """Waits until a cell that was sent has printed a text."""
    printed = ""
    while text not in printed:
        message = client.get_iopub_msg(timeout=LIMIT)
        if message["parent_header"].get("msg_id") == cell and message["msg_type"] == "stream":
            printed += message["content"]["text"]


def reply_to(client, cell):
    """The reply to a cell that was sent."""
    while True:
        message = client.get_shell_msg(timeout=LIMIT)
        if message["parent_header"].get("msg_id") == cell:
            return message["content"]


def silence(get, seconds):
    """Whether nothing comes within a time."""
    try:
        get(timeout=seconds)
        return False
    except queue.Empty:
        return True
