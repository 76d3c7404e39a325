"""Times PyTorch's operations for the torch suite, on request: a line "CASE THREADS" on stdin gives a line of milliseconds, medians being the reader's business.

usage: torch_peer.py   (Debian's /usr/bin/python3 with python3-torch and libopenblas0-openmp)
"""
import sys
import time

import torch
import torch.nn.functional as F


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


CASES = {
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
