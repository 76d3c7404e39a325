"""Operations without a gradient, or on integers, NaN and infinity, by PyTorch, for ValueTests: python3 values.py > values.json

Each case: the name, the inputs, and the result with its type; inputs and elements are written so that NaN and infinities survive.
"""
import json
import math
import sys

import torch

nan, inf = math.nan, math.inf
I = lambda *v: torch.tensor(v, dtype=torch.int64)
J = lambda *v: torch.tensor(v, dtype=torch.int32)
F = lambda *v: torch.tensor(v, dtype=torch.float32)
D = lambda *v: torch.tensor(v, dtype=torch.float64)
B = lambda *v: torch.tensor(v)

CASES = [
    ("gcd", [I(12, -18, 0, 7, 0), I(18, 12, 5, 0, 0)], torch.gcd),
    ("lcm", [I(4, -6, 0, 7), I(6, 4, 5, 7)], torch.lcm),
    ("remainder ints", [I(7, -7, 7, -7), I(3, 3, -3, -3)], torch.remainder),
    ("fmod ints", [I(7, -7, 7, -7), I(3, 3, -3, -3)], torch.fmod),
    ("remainder floats", [F(5.5, -5.5, inf, 1), F(2, 2, 2, inf)], torch.remainder),
    ("floor_divide", [I(7, -7, 7, -7), I(2, 2, -2, -2)], lambda a, b: torch.div(a, b, rounding_mode="floor")),
    ("bitwise_and", [I(12, -1, 7), I(10, 6, -8)], torch.bitwise_and),
    ("bitwise_or", [J(12, -1, 7), J(10, 6, -8)], torch.bitwise_or),
    ("bitwise_xor bools", [B(True, False, True), B(True, True, False)], torch.bitwise_xor),
    ("bitwise_not", [J(0, 5, -7)], torch.bitwise_not),
    ("shifts", [I(1, -8, 5), I(3, 1, 0)], lambda a, b: torch.stack([a << b, a >> b])),
    ("logical_xor", [F(0, 1, nan, 0), F(0, 2, 0, 3)], torch.logical_xor),
    ("logical_or ints", [I(0, 1, 0), I(0, 0, -3)], torch.logical_or),
    ("heaviside", [F(-1, 0, 2, nan), F(5, 0.5, 5, 5)], torch.heaviside),
    ("copysign", [F(1, -2, 0, nan), F(-0.0, 3, -1, -1)], lambda a, b: torch.copysign(a, b).signbit()),
    ("signbit", [F(-0.0, 0, -1, nan, -inf)], torch.signbit),
    ("sgn", [F(-3, 0, 2)], torch.sgn),
    ("fmax", [F(1, nan, 3, nan), F(2, 2, nan, nan)], torch.fmax),
    ("fmin", [F(1, nan, 3, nan), F(2, 2, nan, nan)], torch.fmin),
    ("maximum", [F(1, nan, 3), F(2, 2, nan)], torch.maximum),
    ("nan_to_num", [F(nan, inf, -inf, 2)], torch.nan_to_num),
    ("nan_to_num given", [D(nan, inf, -inf, 2)], lambda a: torch.nan_to_num(a, 1.0, 7.0, -7.0)),
    ("erfinv", [F(-1, -0.5, 0, 0.9, 1, 1.5)], torch.erfinv),
    ("acosh", [F(0.5, 1, 2)], torch.acosh),
    ("atanh", [F(-1, 0.5, 1, 2)], torch.atanh),
    ("exp2 ints", [I(0, 3, -1)], torch.exp2),
    ("isin", [I(3, 1, 4, 1, 5), I(1, 5, 9)], torch.isin),
    ("isin invert", [F(3, 1, nan), F(nan, 1)], lambda a, b: torch.isin(a, b, invert=True)),
    ("searchsorted", [F(1, 3, 3, 5, 7), F(0, 1, 3, 4, 9, nan)], torch.searchsorted),
    ("searchsorted right", [I(1, 3, 3, 5), I(3, 5, 0)], lambda a, b: torch.searchsorted(a, b, right=True, out_int32=True)),
    ("searchsorted rows", [F(1, 3, 5, 2, 4, 6), F(2, 5, 2, 5)], lambda a, b: torch.searchsorted(a.view(2, 3), b.view(2, 2))),
    ("searchsorted sorter", [F(5, 1, 3), F(2, 4)], lambda a, b: torch.searchsorted(a, b, sorter=torch.argsort(a))),
    ("bucketize", [F(0.5, 1, 2.5, 3), F(1, 2, 3)], torch.bucketize),
    ("bucketize right", [F(0.5, 1, 2.5, 3), F(1, 2, 3)], lambda a, b: torch.bucketize(a, b, right=True)),
    ("histc", [F(1, 2, 1, 5, 3, 5)], lambda a: torch.histc(a, 4)),
    ("histc outside", [F(-1, 2, 1, 5, 3, 4)], lambda a: torch.histc(a, 2, 1, 4)),
    ("histogram", [D(1, 2, 1, 5, 3, 5), D(1, 0.5, 1, 2, 1, 1)], lambda a, w: torch.histogram(a, 4, weight=w)[0]),
    ("histogram edges", [D(1, 2, 1, 5, 3, 5), D(0, 1, 2.5, 5)], lambda a, e: torch.histogram(a, e, density=True)[0]),
    ("bincount", [I(1, 3, 1, 0, 6)], torch.bincount),
    ("bincount weights", [I(1, 3, 1), F(0.5, 2, 0.25)], lambda a, w: torch.bincount(a, w, 5)),
    ("count_nonzero", [F(0, 1, nan, -0.0, 2)], torch.count_nonzero),
    ("nansum", [F(1, nan, 3)], torch.nansum),
    ("nanmean", [F(1, nan, 3, nan, nan, nan)], lambda a: torch.nanmean(a.view(2, 3), 1)),
    ("nanmedian", [F(5, nan, 1, 3)], torch.nanmedian),
    ("median", [F(5, nan, 1, 3)], torch.median),
    ("mode", [I(3, 1, 3, 1, 2, 5, 5, 5)], lambda a: torch.stack(torch.mode(a.view(2, 4), 1))),
    ("quantile", [F(4, nan, 2, 1, 3, 5)], lambda a: torch.quantile(a.view(2, 3), torch.tensor([0.25, 0.5]), 1)),
    ("nanquantile", [F(4, nan, 2, 1, 3, nan)], lambda a: torch.nanquantile(a.view(2, 3), torch.tensor([0.25, 1.0]), 1)),
    ("unique rows", [I(1, 2, 0, 5, 1, 2)], lambda a: torch.unique(a.view(3, 2), dim=0)),
    ("unique rows inverse", [I(1, 2, 0, 5, 1, 2)], lambda a: torch.unique(a.view(3, 2), return_inverse=True, dim=0)[1]),
    ("unique columns counts", [I(1, 2, 1, 5, 6, 5)], lambda a: torch.unique(a.view(2, 3), return_counts=True, dim=1)[1]),
    ("unique_consecutive rows", [I(1, 2, 1, 2, 0, 5, 1, 2)], lambda a: torch.unique_consecutive(a.view(4, 2), dim=0)),
    ("tril_indices", [], lambda: torch.tril_indices(3, 4, 1)),
    ("triu_indices", [], lambda: torch.triu_indices(3, 4, -1)),
    ("combinations", [I(1, 2, 3)], lambda a: torch.combinations(a, 2, True)),
    ("cartesian_prod", [I(1, 2), I(3, 4, 5)], torch.cartesian_prod),
    ("block_diag", [I(1, 2), I(3)], lambda a, b: torch.block_diag(a, b, torch.tensor(7))),
    ("diff bools", [B(True, False, False, True)], torch.diff),
    ("vander", [I(1, 2, 3)], lambda a: torch.vander(a, increasing=True)),
    ("repeat_interleave", [I(1, 2, 3), I(2, 0, 1)], torch.repeat_interleave),
    ("cov ints", [I(1, 4, 2, 0, 3, 9)], lambda a: torch.cov(a.view(2, 3))),
    ("matrix_rank", [D(1, 2, 2, 4, 0, 0)], lambda a: torch.linalg.matrix_rank(a.view(3, 2))),
    ("lstsq residuals", [D(1, 2, 3, 5, 0, 1), D(1, 2, 4)], lambda a, b: torch.linalg.lstsq(a.view(3, 2), b.view(3, 1), driver="gelsd")[1]),
    ("hann_window", [], lambda: torch.hann_window(5)),
    ("hamming_window", [], lambda: torch.hamming_window(6, False)),
    ("blackman_window", [], lambda: torch.blackman_window(5, dtype=torch.float64)),
    ("bartlett_window", [], lambda: torch.bartlett_window(5, False)),
    ("allclose nan", [F(1, nan), F(1.000001, nan)], lambda a, b: torch.tensor([torch.allclose(a, b), torch.allclose(a, b, equal_nan=True)])),
    ("tensor_split", [I(1, 2, 3, 4, 5)], lambda a: a.tensor_split((1, -1))[1]),
    ("take_along_dim", [I(3, 1, 2)], lambda a: torch.take_along_dim(a, torch.argsort(a), 0)),
    ("clamp tensors", [I(1, 5, 9), I(2, 2, 2), I(4, 4, 4)], lambda a, b, c: torch.clamp(a, b, c)),
    ("atleast_3d", [I(1, 2)], torch.atleast_3d),
    ("deg2rad", [I(180, 90)], torch.deg2rad),
    ("ldexp", [F(1, 2, 3), I(2, -1, 0)], torch.ldexp),
    ("float_power", [I(2, 3), I(3, -1)], torch.float_power),
]


def value(v):
    if isinstance(v, bool):
        return int(v)
    return "nan" if math.isnan(v) else "inf" if v == inf else "-inf" if v == -inf else v if isinstance(v, int) else float(f"{v:.9g}")


def written(t):
    return {"type": str(t.dtype)[6:], "shape": list(t.shape), "value": [value(v) for v in t.reshape(-1).tolist()]}


def main():
    lines = [json.dumps({"name": n, "inputs": [written(x) for x in xs], "result": written(f(*xs))}, separators=(",", ":")) for n, xs, f in CASES]
    sys.stdout.write("[\n" + ",\n".join(lines) + "\n]\n")


main()
