"""What an editor asks: completion, documentation, whether a cell is whole, history."""
from kernels import LIMIT, kernel, run, tell


def ask(client, method, *arguments, **options):
    getattr(client, method)(*arguments, **options)
    return client.get_shell_msg(timeout=LIMIT)["content"]


with kernel() as (manager, client):
    # The emoji is one code point and two UTF-16 units: positions of the protocol count code points.
    run(client, "var weights = new double[] { 1, 2 };")
    completion = ask(client, "complete", "var 😀x = 1; weig")
    typed = completion["metadata"]["_jupyter_types_experimental"]
    tell(matches=completion["matches"], start=completion["cursor_start"], end=completion["cursor_end"], types=[t["type"] for t in typed])
    tell(matches=ask(client, "complete", "Console.WriteL")["matches"])
    found = ask(client, "inspect", "Console.WriteLine", 10)
    tell(found=found["found"], types=sorted(found["data"]), text=found["data"]["text/plain"])
    tell(found=ask(client, "inspect", "nothingOfThisName", 5)["found"])
    tell(complete=[ask(client, "is_complete", code)["status"] for code in ("1 + 1", "if (true) {", "var = = ;")])
    history = ask(client, "history", hist_access_type="tail", n=1, raw=True, output=False)["history"]
    tell(last=history[-1][2])
