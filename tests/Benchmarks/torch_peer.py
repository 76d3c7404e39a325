"""Times PyTorch's operations for the torch suite, on request: a line "CASE THREADS" on stdin gives a line of milliseconds, medians being the reader's business.

usage: torch_peer.py   (Debian's /usr/bin/python3 with python3-torch and libopenblas0-openmp)
"""
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn


def kernel():
    """The BLAS kernel in use: OpenBLAS says it itself."""
    import ctypes
    try:
        blas = ctypes.CDLL("libblas.so.3")
        name = blas.openblas_get_corename
        name.restype = ctypes.c_char_p
        parallel = {0: "sequential", 1: "pthread", 2: "openmp"}[blas.openblas_get_parallel()]
        return f"OpenBLAS {name().decode()} ({parallel})"
    except (OSError, AttributeError):
        return "a BLAS that is not OpenBLAS: these figures are no fair peer"


def rand(*shape, grad=False):
    return (torch.rand(*shape) * 2 - 1).requires_grad_(grad)


def matmul(n):
    a, b, c = rand(n, n), rand(n, n), torch.empty(n, n)
    return lambda: torch.mm(a, b, out=c)


def conv(batch, cin, cout, size, kernel, groups, backward):
    x, w, b = rand(batch, cin, size, size, grad=backward), rand(cout, cin // groups, kernel, kernel, grad=backward), rand(cout, grad=backward)
    run = lambda: F.conv2d(x, w, b, padding=kernel // 2, groups=groups)
    return both(run, x, w, b) if backward else quiet(run)


def quiet(run):
    def inner():
        with torch.no_grad():
            run()
    return inner


def both(run, *leaves):
    dy = torch.rand_like(run())

    def inner():
        for leaf in leaves:
            leaf.grad = None
        run().backward(dy)
    return inner


def attention(batch, heads, length, width, causal, backward):
    q, k, v = (rand(batch, heads, length, width, grad=backward) for _ in range(3))
    mask = torch.ones(length, length, dtype=torch.bool).triu(1) if causal else None

    def run():
        scores = (q @ k.transpose(-2, -1)) * width ** -0.5
        if causal:
            scores = scores.masked_fill(mask, float("-inf"))
        return scores.softmax(-1) @ v
    return both(run, q, k, v) if backward else quiet(run)


def batch_norm():
    x, g, b = rand(8, 64, 56, 56, grad=True), rand(64, grad=True), rand(64, grad=True)
    mean, var = torch.zeros(64), torch.ones(64)
    return both(lambda: F.batch_norm(x, mean, var, g, b, training=True), x, g, b)


def layer_norm():
    x, g, b = rand(4096, 384, grad=True), rand(384, grad=True), rand(384, grad=True)
    return both(lambda: F.layer_norm(x, (384,), g, b), x, g, b)


def softmax():
    x = rand(32768, 64, grad=True)
    return both(lambda: F.softmax(x, -1), x)


def cross_entropy():
    x, t = rand(4096, 1000, grad=True), torch.randint(0, 1000, (4096,))

    def inner():
        x.grad = None
        F.cross_entropy(x, t).backward()
    return inner


def embedding(backward):
    w, i = rand(50304, 384, grad=backward), torch.randint(0, 50304, (4096,))
    return both(lambda: F.embedding(i, w), w) if backward else quiet(lambda: F.embedding(i, w))


def adam():
    p = rand(1 << 20, grad=True)
    p.grad = rand(1 << 20)
    return torch.optim.Adam([p], 1e-3).step


def max_pool():
    x = rand(64, 6, 28, 28, grad=True)
    return both(lambda: F.max_pool2d(x, 2), x)


def element(function):
    x, y, out = rand(1 << 20).abs() + 0.01, rand(1 << 20), torch.empty(1 << 20)
    return quiet(lambda: function(x, y, out))


def pair(function):
    x, y = rand(1 << 20).abs() + 0.01, rand(1 << 20)
    return quiet(lambda: function(x, y))


def single(function):
    return pair(lambda x, y: function(x))


def matrix(function):
    x = rand(1024, 1024)
    return quiet(lambda: function(x))


def indexed(function):
    x, i = rand(1024, 1024), torch.randint(0, 1024, (1024, 1024))
    return quiet(lambda: function(x, i))


def on(shape, function):
    x = rand(*shape)
    return quiet(lambda: function(x))


def log_softmax():
    x = rand(64, 1000, grad=True)
    return both(lambda: F.log_softmax(x, -1), x)


def dropout():
    x = rand(1 << 20, grad=True)
    return both(lambda: F.dropout(x, 0.1), x)


def recurrent(layer):
    x = rand(32, 16, 64, grad=True)
    return both(lambda: layer(x)[0], x)


def step(net, loss):
    """Forward, backward, and plain gradient descent."""
    optimizer = torch.optim.SGD(net.parameters(), 0.01)

    def inner():
        optimizer.zero_grad(set_to_none=True)
        loss().backward()
        optimizer.step()
    return inner


def classify(net, *shape):
    x, t = torch.rand(*shape), torch.randint(0, 10, (shape[0],))
    return step(net, lambda: F.cross_entropy(net(x), t))


def mlp():
    return classify(nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10)), 64, 784)


def lenet():
    return classify(nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10)), 64, 1, 28, 28)


class Block(nn.Module):
    def __init__(self, context, width, heads, activation):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.projection = nn.Linear(width, 3 * width, bias=False), nn.Linear(width, width)
        self.network = nn.Sequential(nn.Linear(width, 4 * width), activation(), nn.Linear(4 * width, width))
        self.register_buffer("hidden", torch.ones(context, context, dtype=torch.bool).triu(1))
        self.past = None

    def attend(self, x):
        b, t, c = x.shape
        q, k, v = (y.view(b, t, self.heads, c // self.heads).transpose(1, 2) for y in self.qkv(x).split(c, 2))
        if self.past is not None:
            k, v = self.past = [torch.cat([old, new], 2) for old, new in zip(self.past, (k, v))] if self.past else [k, v]
        scores = (q @ k.transpose(-2, -1)) * (c // self.heads) ** -0.5
        if t > 1:
            scores = scores.masked_fill(self.hidden, float("-inf"))
        return self.projection((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, c))

    def forward(self, x):
        x = x + self.attend(self.norm1(x))
        return x + self.network(self.norm2(x))


class Gpt(nn.Module):
    def __init__(self, context, width, activation):
        super().__init__()
        self.tokens, self.places = nn.Embedding(65, width), nn.Embedding(context, width)
        self.blocks = nn.Sequential(*(Block(context, width, 4, activation) for _ in range(4)))
        self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, 65)

    def forward(self, x, start=0):
        return self.head(self.norm(self.blocks(self.tokens(x) + self.places(torch.arange(start, start + x.shape[1])))))

    def continue_(self, token, count):
        with torch.no_grad():
            for block in self.blocks:
                block.past = []
            for place in range(count):
                token = self(torch.tensor([[token]]), place).argmax(-1).item()
            for block in self.blocks:
                block.past = None


def generate():
    net = Gpt(256, 128, nn.GELU)
    return lambda: net.continue_(0, 255)


def gpt(batch, context, width, activation):
    net, x, t = Gpt(context, width, activation), torch.randint(0, 65, (batch, context)), torch.randint(0, 65, (batch * context,))
    return step(net, lambda: F.cross_entropy(net(x).view(-1, 65), t))


def small():
    a, b = torch.rand(10, requires_grad=True), torch.rand(10)

    def inner():
        for _ in range(1000):
            a + b
    return inner


CASES = {
    "mlp 784-256-128-10 step 64": mlp,
    "lenet step 64": lenet,
    "gpt 4x4x64 32 step 16": lambda: gpt(16, 32, 64, nn.ReLU),
    "nanogpt 4x4x128 64 step 12": lambda: gpt(12, 64, 128, nn.GELU),
    "gpt 4x4x128 256 generate 255": generate,
    "add of 10 elements with autograd": small,
    **{f"matmul {n}": lambda n=n: matmul(n) for n in (64, 256, 512, 1024, 2048)},
    **{f"conv {name} {way}": lambda a=a, way=way: conv(*a, way == "both") for name, a in {
        "32x16-32 28 3x3": (32, 16, 32, 28, 3, 1), "8x64-64 56 3x3": (8, 64, 64, 56, 3, 1), "8x64-64 56 1x1": (8, 64, 64, 56, 1, 1), "8x64 56 depthwise": (8, 64, 64, 56, 3, 64),
        "64x1-6 28 5x5": (64, 1, 6, 28, 5, 1)}.items() for way in ("forward", "both")},
    "max pool 64x6 28 both": max_pool,
    "batch norm 8x64 56 both": batch_norm,
    "layer norm 4096x384 both": layer_norm,
    "softmax 32768x64 both": softmax,
    "cross entropy 4096x1000 both": cross_entropy,
    **{f"attention 16x6x256x64{' causal' if c else ''} {way}": lambda c=c, way=way: attention(16, 6, 256, 64, c, way == "both") for c in (False, True) for way in ("forward", "both")},
    "embedding 4096 of 50304x384": lambda: embedding(False),
    "embedding 4096 of 50304x384 both": lambda: embedding(True),
    "adam 1M": adam,
    "add 1M": lambda: element(lambda x, y, out: torch.add(x, y, out=out)),
    "exp 1M": lambda: element(lambda x, y, out: torch.exp(x, out=out)),
    "log 1M": lambda: element(lambda x, y, out: torch.log(x, out=out)),
    "tanh 1M": lambda: element(lambda x, y, out: torch.tanh(x, out=out)),
    "sigmoid 1M": lambda: element(lambda x, y, out: torch.sigmoid(x, out=out)),
    "gelu 1M": lambda: element(lambda x, y, out: F.gelu(x)),
    "relu 1M": lambda: element(lambda x, y, out: torch.clamp_min(x, 0, out=out)),
    "sum 1M": lambda: element(lambda x, y, out: x.sum()),
    "max 1M": lambda: element(lambda x, y, out: x.max()),
    "log softmax 64x1000 both": log_softmax,
    "dropout 1M both": dropout,
    "lstm 64-128, 32 places, batch 16 both": lambda: recurrent(nn.LSTM(64, 128)),
    "gru 64-128, 32 places, batch 16 both": lambda: recurrent(nn.GRU(64, 128)),
    "add row 1024x1024": lambda: matrix(lambda x: x + x[0]),
    "add column 1024x1024": lambda: matrix(lambda x: x + x[:, :1]),
    "add transposed 1024x1024": lambda: matrix(lambda x: x + x.t()),
    "pow 1M": lambda: pair(lambda x, y: x ** y),
    "greater 1M": lambda: pair(lambda x, y: x > y),
    "where 1M": lambda: pair(lambda x, y: torch.where(x > 0.5, x, y)),
    "masked fill 1M": lambda: pair(lambda x, y: x.masked_fill(y > 0.5, 0)),
    "clamp 1M": lambda: single(lambda x: x.clamp(0.2, 0.8)),
    "to float64 1M": lambda: single(lambda x: x.to(torch.float64)),
    "bytes to float32 1M": lambda: (lambda x: quiet(lambda: x.to(torch.float32)))(torch.randint(0, 256, (1 << 20,), dtype=torch.uint8)),
    "sum rows 1024x1024": lambda: matrix(lambda x: x.sum(1)),
    "sum columns 1024x1024": lambda: matrix(lambda x: x.sum(0)),
    "sum channels 64x16x28x28": lambda: on((64, 16, 28, 28), lambda x: x.sum((0, 2, 3))),
    "mean rows 1024x1024": lambda: matrix(lambda x: x.mean(1)),
    "variance rows 1024x1024": lambda: matrix(lambda x: x.var(1)),
    "variance columns 1024x1024": lambda: matrix(lambda x: x.var(0)),
    "norm 1M": lambda: single(lambda x: x.norm()),
    "max rows 1024x1024": lambda: matrix(lambda x: x.max(1)),
    "max columns 1024x1024": lambda: matrix(lambda x: x.max(0)),
    "argmax rows 65536x10": lambda: on((65536, 10), lambda x: x.argmax(1)),
    "any 1M": lambda: single(lambda x: (x < 0).any()),
    "cumsum rows 1024x1024": lambda: matrix(lambda x: x.cumsum(1)),
    "logsumexp rows 1024x1024": lambda: matrix(lambda x: x.logsumexp(1)),
    "softmax columns 1024x1024": lambda: matrix(lambda x: x.softmax(0)),
    "sort 1M": lambda: single(lambda x: x.sort()),
    "topk 10 rows 1024x1024": lambda: matrix(lambda x: x.topk(10)),
    "transpose copy 1024x1024": lambda: matrix(lambda x: x.t().contiguous()),
    "permute copy 32x64x28x28": lambda: on((32, 64, 28, 28), lambda x: x.permute(0, 2, 3, 1).contiguous()),
    "cat rows 1024x1024": lambda: matrix(lambda x: torch.cat([x, x], 0)),
    "cat columns 1024x1024": lambda: matrix(lambda x: torch.cat([x, x], 1)),
    "gather 1024x1024": lambda: indexed(lambda x, i: x.gather(1, i)),
    "scatter add 1024x1024": lambda: indexed(lambda x, i: x.scatter_add(1, i, x)),
    "index select 4096 of 65536x64": lambda: (lambda x, i: quiet(lambda: x.index_select(0, i)))(rand(65536, 64), torch.randint(0, 65536, (4096,))),
    "mask select 1M": lambda: pair(lambda x, y: x.masked_select(y > 0.5)),
    "pad 64x16x28x28": lambda: on((64, 16, 28, 28), lambda x: F.pad(x, (1, 1, 1, 1))),
    "rand 1M": lambda: lambda: torch.rand(1 << 20),
    "randn 1M": lambda: lambda: torch.randn(1 << 20),
    "randint 1M": lambda: lambda: torch.randint(0, 10, (1 << 20,)),
    "randperm 60000": lambda: lambda: torch.randperm(60000),
    "bernoulli 1M": lambda: lambda: torch.empty(1 << 20).bernoulli_(0.3),
}

print(f"torch {torch.__version__}, {kernel()}", flush=True)
ready = {}
for line in sys.stdin:
    case, threads, milliseconds = line.rstrip("\n").split("\t")
    torch.set_num_threads(int(threads))
    if case not in ready:
        torch.manual_seed(0)
        ready = {case: CASES[case]()}   # one case at a time, so that memory stays small
    run = ready[case]
    run()
    times, start = [], time.perf_counter()
    while len(times) < 3 or 1000 * (time.perf_counter() - start) < float(milliseconds):
        before = time.perf_counter()
        run()
        times.append(1000 * (time.perf_counter() - before))
    print(" ".join(f"{t:.6f}" for t in times), flush=True)
