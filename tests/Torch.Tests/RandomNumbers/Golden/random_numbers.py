"""Writes random-numbers.json: what PyTorch 1.13.1 draws on the CPU. Run with Debian's: ATEN_CPU_CAPABILITY=avx2 /usr/bin/python3 random_numbers.py

A case is the seed, what is drawn, and the values' bytes: all of them (base64) up to 512 bytes, else the first and last 64 bytes, and always the SHA-256.
"""
import base64
import hashlib
import json
import os
import pathlib

os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx2")
import torch

assert torch.__version__.startswith("1.13"), torch.__version__
cases = []


def add(draw, tensor, seed=None, **arguments):
    data = tensor.contiguous().numpy().tobytes()
    case = {"draw": draw, "type": str(tensor.dtype)[6:], "count": tensor.numel(), **arguments}
    if seed is not None:
        case["seed"] = seed
    if len(data) <= 512:
        case["all"] = base64.b64encode(data).decode()
    else:
        case["first"] = base64.b64encode(data[:64]).decode()
        case["last"] = base64.b64encode(data[-64:]).decode()
    case["sha256"] = hashlib.sha256(data).hexdigest()
    cases.append(case)


def draw(name, seed, make, **arguments):
    torch.manual_seed(seed)
    add(name, make(), seed, **arguments)


def normal_twice(first, second, dtype):
    """What the second call takes over from the first."""
    torch.empty(first, dtype=dtype).normal_()
    return torch.empty(second, dtype=dtype).normal_()


float32, float64 = torch.float32, torch.float64
for seed in (0, 42, 1337, 2**32 + 5, 2**63 - 1):
    draw("uniform", seed, lambda: torch.rand(1000))
    draw("normal", seed, lambda: torch.randn(1000), mean=0, std=1)
for count in (0, 1, 7, 511, 513, 100_000):
    draw("uniform", 3, lambda: torch.rand(count))
    draw("uniform", 3, lambda: torch.rand(count, dtype=float64))
for low, high in ((-1, 1), (0.1, 0.7), (-0.0357142857, 0.0357142857), (1e10, 3e10), (2, 2)):
    draw("uniform", 11, lambda: torch.empty(333).uniform_(low, high), low=low, high=high)
    draw("uniform", 11, lambda: torch.empty(333, dtype=float64).uniform_(low, high), low=low, high=high)
for count in (1, 2, 15, 16, 17, 31, 32, 33, 100, 4096, 100_003):
    draw("normal", 7, lambda: torch.randn(count), mean=0, std=1)
    draw("normal", 7, lambda: torch.randn(count, dtype=float64), mean=0, std=1)
for count in (5, 500):
    draw("normal", 8, lambda: torch.empty(count).normal_(1.5, 0.02), mean=1.5, std=0.02)
    draw("normal", 8, lambda: torch.empty(count, dtype=float64).normal_(1.5, 0.02), mean=1.5, std=0.02)
for first, second in ((3, 4), (4, 3), (3, 20), (20, 3)):
    for dtype in (float32, float64):
        draw("normal twice", 9, lambda: normal_twice(first, second, dtype), before=first)
for dtype in (torch.int64, torch.int32, torch.uint8, torch.int16, torch.int8, float32, float64):
    draw("integers", 5, lambda: torch.randint(0, 100, (200,), dtype=dtype), low=0, high=100)
    draw("all integers", 6, lambda: torch.empty(200, dtype=dtype).random_())
draw("all integers", 6, lambda: torch.empty(200, dtype=torch.bool).random_())
# Ranges from 2^28 to 2^32 are drawn otherwise by later versions, and here.
for low, high in ((-10, 10), (0, 2**32), (-5, 2**40), (-2**63, 2**63 - 1), (0, 1)):
    draw("integers", 12, lambda: torch.randint(low, high, (200,)), low=low, high=high)
draw("all bits", 13, lambda: torch.empty(200, dtype=torch.int64).random_(-2**63, None))
for count in (0, 1, 2, 10, 1000, 70_000):
    draw("permutation", 14, lambda: torch.randperm(count))
draw("permutation", 14, lambda: torch.randperm(100, dtype=torch.int32))
draw("permutation", 14, lambda: torch.randperm(100, dtype=float32))
for p in (0.0, 0.1, 0.5, 0.9, 1.0):
    draw("bernoulli", 15, lambda: torch.empty(500).bernoulli_(p), p=p)
    draw("bernoulli", 15, lambda: torch.empty(500, dtype=torch.uint8).bernoulli_(p), p=p)
draw("bernoulli of", 16, lambda: torch.bernoulli(torch.linspace(0, 1, 101)), steps=101)
draw("bernoulli of", 16, lambda: torch.bernoulli(torch.linspace(0, 1, 101, dtype=float64)), steps=101)
draw("dropout", 17, lambda: torch.nn.functional.dropout(torch.ones(400), 0.2), p=0.2)
for lambd in (1.0, 0.5, 3.0):
    draw("exponential", 18, lambda: torch.empty(300).exponential_(lambd), rate=lambd)
    draw("exponential", 18, lambda: torch.empty(300, dtype=float64).exponential_(lambd), rate=lambd)
for dtype in (float32, float64):
    weights = torch.tensor([0.1, 3, 0, 2.5, 1, 7, 0.25, 4], dtype=dtype)
    draw("multinomial", 19, lambda: torch.multinomial(weights, 100, replacement=True), of=str(dtype)[6:], replacement=True)
    draw("multinomial", 19, lambda: torch.multinomial(weights, 1, replacement=True), of=str(dtype)[6:], replacement=True)
    draw("multinomial", 19, lambda: torch.multinomial(weights, 1), of=str(dtype)[6:], replacement=False)
    draw("multinomial", 19, lambda: torch.multinomial(weights, 5), of=str(dtype)[6:], replacement=False)
    draw("multinomial", 19, lambda: torch.multinomial(weights, 7), of=str(dtype)[6:], replacement=False)
    for std, low, high in ((1, -2, 2), (0.02, -2, 2), (1, 0, 1)):
        draw("truncated normal", 20, lambda: torch.nn.init.trunc_normal_(torch.empty(300, dtype=dtype), 0, std, low, high), std=std, low=low, high=high)
    draw("inverse error function", 0, lambda: (torch.arange(-63, 64, dtype=dtype) / 64).erfinv())

tensors = {}


def tensor(name, make):
    torch.manual_seed(99)
    value = make()
    tensors[name] = {"shape": list(value.shape), "values": [repr(v) for v in value.double().flatten().tolist()]}


tensor("uniform_ of a transposed tensor", lambda: torch.zeros(3, 4).t().uniform_())
tensor("normal_ of a transposed tensor", lambda: torch.zeros(5, 4).t().normal_())
tensor("uniform_ of every second column", lambda: torch.zeros(3, 8)[:, ::2].uniform_(-1, 1))
tensor("normal_ of a permuted tensor", lambda: torch.zeros(2, 3, 4, dtype=float64).permute(2, 0, 1).normal_(1, 2))
tensor("uniform_ of half", lambda: torch.empty(20, dtype=torch.float16).uniform_(-1, 1))
tensor("uniform_ of bfloat16", lambda: torch.empty(20, dtype=torch.bfloat16).uniform_(-1, 1))
tensor("bernoulli_ of probabilities", lambda: torch.empty(4, 5).bernoulli_(torch.linspace(0, 1, 5)))
tensor("multinomial of rows", lambda: torch.multinomial(torch.tensor([[1.0, 2, 3], [3, 0, 1]]), 2))
tensor("multinomial of rows with replacement", lambda: torch.multinomial(torch.tensor([[1.0, 2, 3], [3, 0, 1]]), 4, replacement=True))
tensor("normal of means", lambda: torch.normal(torch.arange(6.0).reshape(2, 3), torch.tensor([1.0, 2, 3])))
tensor("randint_like", lambda: torch.randint_like(torch.zeros(2, 3, dtype=torch.int32), -5, 5))
tensor("one after the other", lambda: torch.stack([torch.rand(3), torch.randn(3), torch.randint(9, (3,)).float(), torch.randperm(3).float(), torch.rand(3).exponential_()]))

states = []
generator = torch.Generator()
for steps in range(8):
    generator.manual_seed(1234)
    for step in range(steps):
        if step == 0: torch.randn(3, generator=generator)
        if step == 1: torch.rand(619, generator=generator)
        if step == 2: torch.rand(1, generator=generator)
        if step == 3: torch.rand(1, generator=generator)
        if step == 4: torch.randn(3, dtype=float64, generator=generator)
        if step == 5: torch.rand(700, generator=generator)
        if step == 6: torch.randn(20, generator=generator)
    states.append(hashlib.sha256(generator.get_state().numpy().tobytes()).hexdigest())

here = pathlib.Path(__file__).parent
here.joinpath("random-numbers.json").write_text(json.dumps({"cases": cases, "tensors": tensors, "states": states}, indent=0) + "\n")
generator.manual_seed(1234)
torch.randn(3, generator=generator)
here.joinpath("generator.state").write_bytes(generator.get_state().numpy().tobytes())
