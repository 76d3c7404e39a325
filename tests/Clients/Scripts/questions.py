"""Cells that ask the person: answers, a password, a front end that cannot ask."""
from kernels import kernel, run, tell

with kernel() as (manager, client):
    prompts = []

    def answer(text):
        def hook(message):
            prompts.append([message["content"]["prompt"], message["content"]["password"]])
            client.input(text)
        return hook

    tell(**run(client, 'var name = Console.ReadLine(); $"Hello {name}"', stdin_hook=answer("Ada 😀")))
    tell(**run(client, 'using Microsoft.DotNet.Interactive;\nvar secret = await Kernel.GetPasswordAsync("Password? ");\nsecret.GetClearTextPassword().Length', stdin_hook=answer("hunter2")))
    tell(**run(client, '#!set --name city --value "@input:City? "\ncity', stdin_hook=answer("Turin")))
    tell(prompts=prompts)
    tell(**run(client, "Console.ReadLine()", allow_stdin=False))
    tell(**run(client, "name"))
