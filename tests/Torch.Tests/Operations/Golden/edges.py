"""Values and gradients where formulas lose digits or functions have ties and limits, by PyTorch 1.13.1, for EdgeTests.

/usr/bin/python3 edges.py > edges.json. Each case: the name, the inputs, the result, and the gradients of sum(y * w), w = 1, 2, … in
row-major order, of the inputs of floating point. Not here: hardswish at -3 and 3, whose gradient 1.13.1 took from the middle piece; xlogy at (0, 0), whose
gradient is NaN there and 0 here.
"""
import json
import math
import sys

import torch
import torch.nn.functional as F

nan, inf = math.nan, math.inf
F32, F64 = torch.float32, torch.float64
L = lambda *v: torch.tensor(v, dtype=torch.int64)
T = lambda v, dtype=F32: torch.tensor(v, dtype=dtype)


def large(scale, dtype, *shape):
    """Logits near a scale, apart by up to 3, or one step of float32."""
    n = torch.arange(math.prod(shape), dtype=F64)
    return (scale + torch.floor(((n * 0.618) % 1) * max(2, 3 / SPACING[scale])) * SPACING[scale]).to(dtype).reshape(shape)


SPACING = {0: 2.0**-20, 1e4: 2.0**-10, -1e6: 0.0625, 1e8: 8.0}  # of float32 there, so that all types have the same numbers


def logits():
    for scale in SPACING:
        for dtype in (F32, F64):
            name = f"{scale:g} {str(dtype)[6:]}"
            rows, labels = large(scale, dtype, 4, 3), L(2, 0, 1, 1)
            weight, chances = T([0.5, 2, 1], dtype), T([[0.2, 0.3, 0.5], [1, 0, 0]], dtype)
            yield f"log_softmax last {name}", [large(scale, dtype, 4, 11)], lambda x: x.log_softmax(-1)
            yield f"log_softmax middle {name}", [large(scale, dtype, 2, 5, 9)], lambda x: x.log_softmax(1)
            yield f"cross_entropy {name}", [rows, labels], F.cross_entropy
            yield f"cross_entropy sequences {name}", [large(scale, dtype, 2, 3, 2), labels], lambda x, t: F.cross_entropy(x, t.view(2, 2))
            yield f"cross_entropy one {name}", [large(scale, dtype, 5), L(3)], lambda x, t: F.cross_entropy(x, t[0])
            yield f"cross_entropy smooth {name}", [rows, labels], lambda x, t: F.cross_entropy(x, t, label_smoothing=0.2)
            yield f"cross_entropy weight {name}", [rows, labels], lambda x, t, w=weight: F.cross_entropy(x, t, w, label_smoothing=0.2)
            yield f"cross_entropy probabilities {name}", [large(scale, dtype, 2, 3), chances], F.cross_entropy
            yield f"nll {name}", [rows, labels], lambda x, t: F.nll_loss(x.log_softmax(1), t)


def smoothing():
    x = [[1, 2, 0], [3, 0.4, 1], [0, 1, 2.0]]
    images = [[[1, 2.5], [0, -1]], [[0.3, 1], [2, 0.5]], [[-2, 0.1], [0.7, 0.2]]]
    for reduction in ("mean", "sum", "none"):
        for dtype in (F32, F64):
            name, weight = f"{reduction} {str(dtype)[6:]}", T([0.5, 2, 1], dtype)
            r = lambda *a, reduction=reduction, **k: F.cross_entropy(*a, label_smoothing=0.2, reduction=reduction, **k)
            yield f"smooth ignored {name}", [T(x, dtype), L(-100, 1, 0)], r
            yield f"smooth ignored class {name}", [T(x, dtype), L(2, 1, 2)], lambda x, t, r=r: r(x, t, ignore_index=2)
            yield f"smooth ignored weight {name}", [T(x, dtype), L(2, 1, 0)], lambda x, t, r=r, w=weight: r(x, t, w, ignore_index=2)
            yield f"smooth ignored sequences {name}", [T(images, dtype), L(1, -100, 0, 1, -100, 0)], lambda x, t, r=r: r(x, t.view(3, 2))
            yield f"smooth all ignored {name}", [T(x, dtype), L(-100, -100, -100)], r


def products():
    n, a, b, v = T([[nan, inf], [1, nan]]), T([[1, 2], [3, 4.0]]), T([[0.5, -1], [2, 1.0]]), T([1, -2.0])
    batch = lambda x: x.view(1, 2, 2).expand(3, 2, 2)
    yield "addmm beta 0", [n, a, b], lambda n, a, b: torch.addmm(n, a, b, beta=0, alpha=2)
    yield "addmm row beta 0", [T([nan, 1]), a, b], lambda n, a, b: torch.addmm(n, a, b, beta=0)
    yield "addmv beta 0", [T([nan, inf]), a, v], lambda n, a, v: torch.addmv(n, a, v, beta=0)
    yield "addr beta 0", [n, v, v], lambda n, v, w: torch.addr(n, v, w, beta=0)
    yield "addbmm beta 0", [n, a, b], lambda n, a, b: torch.addbmm(n, batch(a), batch(b), beta=0, alpha=0.5)
    yield "baddbmm beta 0", [n, a, b], lambda n, a, b: torch.baddbmm(n, batch(a), batch(b), beta=0)
    yield "addmm beta 0.5", [b, a, b], lambda n, a, b: torch.addmm(n, a, b, beta=0.5)


def divisions():
    a = [-5, 5, -5, 5, 0, -0.0, inf, -inf, 1, -1, 7.5, nan, 3, 0, 6, -6, 0.3]
    b = [inf, inf, -inf, -inf, inf, -2, 2, 2, 0.1, 0.1, -2.5, 1, 0, 0, nan, 3, -0.1]
    for dtype in (F32, F64):
        for name, f in (
            ("remainder", torch.remainder), ("fmod", torch.fmod), ("floor_divide", lambda a, b: torch.floor_divide(a.detach(), b.detach())),
            ("div floor", lambda a, b: torch.div(a, b, rounding_mode="floor")),
            ("div trunc", lambda a, b: torch.div(a, b, rounding_mode="trunc")),
        ):
            yield f"{name} {str(dtype)[6:]}", [T(a, dtype), T(b, dtype)], f
    least, small = L(-(2**63), 2**63 - 1, -7), torch.tensor([-(2**31), 2**31 - 1, -7], dtype=torch.int32)
    for name, x in (("int64", least), ("int32", small)):
        yield f"abs {name}", [x], torch.abs
        yield f"neg {name}", [x], torch.neg
        yield f"sign {name}", [x], torch.sign


def ties():
    equal, missing = T([3, 1, 3, 1, 3, 2, 3.0]), T([1, nan, nan, 2])
    for name, x in (("ties", equal), ("nan", missing)):
        for f in ("median", "nanmedian", "max", "min"):
            yield f"{f} {name}", [x], getattr(torch, f)
        for f in ("median", "max", "min"):
            yield f"{f} along {name}", [x], lambda x, f=f: getattr(torch, f)(x, 0)[0]
        for f in ("cummax", "cummin"):
            yield f"{f} {name}", [x], lambda x, f=f: getattr(torch, f)(x, 0)[0]
    for f in ("amax", "amin"):
        yield f"{f} ties", [equal], lambda x, f=f: getattr(torch, f)(x, 0)
    yield "median matrix", [T([[2, 5], [2, 2.0]])], torch.median
    for f in ("maximum", "minimum", "fmax", "fmin"):
        yield f"{f} ties", [T([1, 2, 3, 0.0]), T([1, 3, 2, -0.0])], getattr(torch, f)
    for name, f in KINKS.items():
        yield f"{name} kink", [T([-6, -3, -1, -0.5, -0.0, 0, 0.5, 1, 3, 6])], f


KINKS = {
    "abs": torch.abs, "sign": torch.sign, "relu": torch.relu, "relu6": F.relu6, "hardtanh": F.hardtanh, "hardsigmoid": F.hardsigmoid,
    "leaky_relu": F.leaky_relu, "elu": F.elu, "selu": F.selu, "celu": F.celu,
    "threshold": lambda x: F.threshold(x, 0.5, 7), "hardshrink": F.hardshrink, "softshrink": F.softshrink, "clamp": lambda x: x.clamp(-1, 3), "norm": lambda x: (x * 0).norm(), "norm 1": lambda x: x.norm(1),
    "norm inf": lambda x: torch.linalg.vector_norm(x, inf), "std equal": lambda x: (x * 0).std(), "sqrt": lambda x: (x * 0).abs().sqrt(),
    "smooth_l1": lambda x: F.smooth_l1_loss(x, torch.zeros_like(x)), "huber": lambda x: F.huber_loss(x, torch.zeros_like(x)),
    "l1": lambda x: F.l1_loss(x, torch.zeros_like(x)), "pow 0": lambda x: x**0, "pow 2": lambda x: x**2,
    "xlogy": lambda x: torch.xlogy(x * 0, x.abs() + 1), "prod": lambda x: x.prod(), "cumprod": lambda x: x.cumprod(0), "sinc": torch.sinc,
    "atan2": lambda x: torch.atan2(x * 0, x), "max_pool": lambda x: F.max_pool1d((x * 0).view(1, 1, 10), 3),
}


def quantiles():
    x = T([[1, 2, 3], [10, 20, 30.0]])
    q = T([0.5, 0.1])
    for f in ("quantile", "nanquantile"):
        g = getattr(torch, f)
        yield f"{f} all", [x], lambda x, g=g: g(x, 0.5)
        yield f"{f} several", [x], lambda x, g=g: g(x, q)
        yield f"{f} keepdim", [x], lambda x, g=g: g(x, q, keepdim=True)
        yield f"{f} one keepdim", [x], lambda x, g=g: g(x, 0.3, keepdim=True)
        yield f"{f} last", [x], lambda x, g=g: g(x, q, dim=-1)
        yield f"{f} first keepdim", [x], lambda x, g=g: g(x, q, dim=0, keepdim=True)
        yield f"{f} missing", [T([[1, nan, 3], [4, 2, 8]])], lambda x, g=g: g(x, q)
        yield f"{f} number", [T(2.0)], lambda x, g=g: g(x, q)
    yield "lerp to the end", [T([1e8, 3, -1e8]), T([1.0, 1, 0.5])], lambda a, b: torch.lerp(a, b, 1.0)
    yield "lerp tensor", [T([1e8, 3, -1e8]), T([1.0, 1, 0.5]), T([1, 0.5, 0.25])], torch.lerp
    yield "take", [T([[1, 2], [3, 4.0]]), L(-1, 0, -4, 2, 2)], torch.take


def value(v):
    if isinstance(v, bool):
        return int(v)
    return "nan" if math.isnan(v) else "inf" if v == inf else "-inf" if v == -inf else v if isinstance(v, int) else float(f"{v:.12g}")


def exact(v):
    """Inputs keep all their digits; integers beyond what a double holds are written as text."""
    return str(v) if isinstance(v, int) else value(v) if math.isnan(v) or math.isinf(v) else float(v)


def written(t, number=value):
    return {"type": str(t.dtype)[6:], "shape": list(t.shape), "value": [number(v) for v in t.reshape(-1).tolist()]}


def case(name, inputs, function):
    inputs = [x.clone().requires_grad_() if x.is_floating_point() else x for x in inputs]
    y = function(*inputs)
    gradients = None
    if y.is_floating_point() and y.requires_grad:
        (y * torch.arange(1, y.numel() + 1, dtype=y.dtype).reshape(y.shape)).sum().backward()
        gradients = [None if x.grad is None else written(x.grad) for x in inputs]
    result = written(y.detach(), value if y.is_floating_point() else exact)
    return {"name": name, "inputs": [written(x.detach(), exact) for x in inputs], "result": result, "gradients": gradients}


def main():
    cases = [case(*c) for part in (logits, smoothing, products, divisions, ties, quantiles) for c in part()]
    sys.stdout.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")


main()
