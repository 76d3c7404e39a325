"""Two clients on one kernel: variables are shared, each gets its own replies, both see all outputs."""
from kernels import LIMIT, another_client, kernel, run, tell

with kernel() as (manager, first):
    with another_client(manager) as second:
        run(first, "var shared = 5;")
        tell(**run(second, "shared + 1"))
        # Sent at the same time; each must get the answer to its own.
        sent = [(client, client.execute(f'System.Threading.Thread.Sleep(20); "{name} {i}"')) for i in range(5) for name, client in (("first", first), ("second", second))]
        answers = {}
        for client, cell in sent:
            reply = client.get_shell_msg(timeout=LIMIT)
            answers[cell] = reply["parent_header"]["msg_id"] == cell and reply["content"]["status"] == "ok"
        seen = {}
        for client in (first, second):
            results = []
            while len(results) < len(sent):
                message = client.get_iopub_msg(timeout=LIMIT)
                if message["msg_type"] == "execute_result" and message["parent_header"]["msg_id"] in answers:
                    results.append(message["content"]["data"]["text/plain"])
            seen[client] = results
        tell(own_replies=all(answers.values()), same_outputs=seen[first] == seen[second], outputs=seen[first])
    tell(**run(first, "shared"))
