"""What PyTorch makes of every operation when shapes are empty, have sizes of 0, or no dimension: python3 edge_shapes.py > edge-shapes.json

The operations are those of Operations/Golden/operators.py and more, which give no gradient. Each gets every list of shapes of its number of inputs;
a case is the shape, type and elements of the result and the shapes of the gradients of its sum, or that it is an error.
"""
import json
import math
import os
import sys
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Operations", "Golden"))
import torch
import torch.nn.functional as F
from operators import CASES, numbers

warnings.filterwarnings("ignore")

SHAPES = {
    1: [[()], [(0,)], [(1,)], [(0, 3)], [(3, 0)], [(2, 0, 3)], [(0, 0)], [(1, 1)]],
    2: [[(), ()], [(0,), (0,)], [(0,), ()], [(0,), (1,)], [(0, 4), (4,)], [(3, 0), (1,)], [(0, 3), (3, 2)], [(2, 0), (0, 3)], [(2, 0, 3), (2, 3, 0)], [(3,), (0,)]],
    3: [[(), (), ()], [(0,), (0,), (0,)], [(0, 2), (0, 3), (3, 2)], [(2, 2), (2, 0), (0, 2)], [(0, 1), (1, 2), ()]],
}

# torch.vander takes vectors only; the case is written with linalg.vander, which takes more.
LEFT_OUT = ["vander"]

MORE = [
    ("eq", 2, lambda a, b: a == b),
    ("lt", 2, lambda a, b: a < b),
    ("logical_and", 2, torch.logical_and),
    ("logical_not", 1, torch.logical_not),
    ("isnan", 1, torch.isnan),
    ("isin", 2, torch.isin),
    ("allclose", 2, lambda a, b: torch.tensor(torch.allclose(a, b))),
    ("equal", 2, lambda a, b: torch.tensor(torch.equal(a, b))),
    ("all", 1, torch.all),
    ("any", 1, torch.any),
    ("all_dim", 1, lambda a: a.all(0)),
    ("any_dim", 1, lambda a: a.any(-1)),
    ("argmax", 1, torch.argmax),
    ("argmax_dim", 1, lambda a: a.argmax(0)),
    ("argmin_last", 1, lambda a: a.argmin(-1)),
    ("argsort", 1, torch.argsort),
    ("sort_first", 1, lambda a: a.sort(0)[1]),
    ("count_nonzero", 1, torch.count_nonzero),
    ("nonzero", 1, torch.nonzero),
    ("unique", 1, torch.unique),
    ("unique_consecutive", 1, torch.unique_consecutive),
    ("bincount", 1, lambda a: torch.bincount(a.long().abs())),
    ("histc", 1, lambda a: torch.histc(a, 4)),
    ("histc_range", 1, lambda a: torch.histc(a, 4, -1, 1)),
    ("bucketize", 2, lambda a, b: torch.bucketize(a, b.sort()[0])),
    ("searchsorted", 2, lambda a, b: torch.searchsorted(a.sort()[0], b)),
    ("median_all", 1, torch.median),
    ("kthvalue", 1, lambda a: a.kthvalue(1)[0]),
    ("cummax", 1, lambda a: a.cummax(0)[0]),
    ("cummin", 1, lambda a: a.cummin(0)[1]),
    ("sum_last", 1, lambda a: a.sum(-1)),
    ("sum_first_keep", 1, lambda a: a.sum(0, keepdim=True)),
    ("mean_last", 1, lambda a: a.mean(-1)),
    ("prod_last", 1, lambda a: a.prod(-1)),
    ("amax_last", 1, lambda a: a.amax(-1)),
    ("amin_all", 1, lambda a: a.amin()),
    ("max_first", 1, lambda a: a.max(0)[0]),
    ("var_last", 1, lambda a: a.var(-1)),
    ("std_first", 1, lambda a: a.std(0, unbiased=False)),
    ("norm_last", 1, lambda a: torch.linalg.vector_norm(a, 2, -1)),
    ("norm_inf_last", 1, lambda a: torch.linalg.vector_norm(a, math.inf, -1)),
    ("logsumexp_last", 1, lambda a: a.logsumexp(-1)),
    ("softmax_last", 1, lambda a: a.softmax(-1)),
    ("log_softmax_first", 1, lambda a: a.log_softmax(0)),
    ("cumsum_last", 1, lambda a: a.cumsum(-1)),
    ("flip_first", 1, lambda a: a.flip(0)),
    ("roll_all", 1, lambda a: a.roll(1)),
    ("t", 1, torch.t),
    ("reshape", 1, lambda a: a.reshape(-1)),
    ("view_minus_one", 1, lambda a: a.view(a.numel(), 1)),
    ("flatten_all", 1, lambda a: a.flatten()),
    ("unsqueeze_last", 1, lambda a: a.unsqueeze(-1)),
    ("squeeze_all", 1, lambda a: a.squeeze()),
    ("unbind", 1, lambda a: torch.tensor(len(a.unbind(0)))),
    ("split_1", 1, lambda a: torch.tensor(len(a.split(1)))),
    ("chunk_2", 1, lambda a: torch.tensor([c.shape[0] for c in a.chunk(2)])),
    ("stack_self", 1, lambda a: torch.stack([a, a])),
    ("cat_self", 1, lambda a: torch.cat([a, a])),
    ("repeat_2", 1, lambda a: a.repeat(2, *[1] * max(0, a.dim() - 1))),
    ("index_empty", 1, lambda a: a[torch.zeros(0, dtype=torch.long)]),
    ("index_mask_all", 1, lambda a: a[a > 100]),
    ("index_none_first", 1, lambda a: a[None]),
    ("index_zero", 1, lambda a: a[0]),
    ("index_slice", 1, lambda a: a[:1]),
    ("index_select_empty", 1, lambda a: a.index_select(0, torch.zeros(0, dtype=torch.long))),
    ("gather_empty", 1, lambda a: a.gather(0, torch.zeros([0] * max(1, a.dim()), dtype=torch.long))),
    ("tril_0", 1, torch.tril),
    ("diag_0", 1, torch.diag),
    ("trace", 1, torch.trace),
    ("matmul", 2, torch.matmul),
    ("linear", 2, lambda a, b: F.linear(a, b)),
    ("mse_loss", 2, F.mse_loss),
    ("relu_f", 1, F.relu),
    ("gelu_f", 1, F.gelu),
    ("layer_norm", 1, lambda a: F.layer_norm(a, a.shape[-1:])),
    ("cross_entropy", 1, lambda a: F.cross_entropy(a, torch.zeros(a.shape[:1], dtype=torch.long))),
    ("embedding", 1, lambda a: F.embedding(a.long().abs(), torch.arange(6.0, dtype=torch.float64).view(3, 2))),
    ("one_hot", 1, lambda a: F.one_hot(a.long().abs(), 3)),
    ("dropout", 1, lambda a: F.dropout(a, 0.0, True)),
    ("clone", 1, torch.clone),
    ("to_int", 1, lambda a: a.long()),
    ("cov_0", 1, torch.cov),
    ("det", 1, torch.linalg.det),
    ("inv", 1, torch.linalg.inv),
    ("svdvals", 1, torch.linalg.svdvals),
    ("multinomial", 1, lambda a: torch.multinomial(a.abs() * 0 + 1, 1) * 0),
]


def inputs(shapes):
    return [torch.tensor(numbers(math.prod(s), i), dtype=torch.float64).reshape(s).requires_grad_() for i, s in enumerate(shapes)]


def number(x):
    return "nan" if math.isnan(x) else "inf" if x == math.inf else "-inf" if x == -math.inf else float(f"{x:.12g}")


def case(name, function, shapes):
    entry = {"name": name, "shapes": [list(s) for s in shapes]}
    try:
        xs = inputs(shapes)
        y = function(*xs)
    except (RuntimeError, IndexError, ValueError, TypeError):
        entry["error"] = True
        return entry
    entry["shape"] = list(y.shape)
    entry["type"] = str(y.dtype)[6:]
    entry["value"] = [number(float(v)) for v in y.detach().reshape(-1).tolist()]
    if y.requires_grad:
        try:
            grads = torch.autograd.grad(y.sum(), xs, allow_unused=True)
            entry["gradients"] = [None if g is None else [number(v) for v in g.reshape(-1).tolist()] for g in grads]
        except (RuntimeError, IndexError):
            pass
    return entry


def main():
    lines = []
    for name, arity, function in [(n, len(s), f) for n, s, f in CASES if n not in LEFT_OUT and n not in {m[0] for m in MORE}] + MORE:
        for shapes in SHAPES[arity]:
            lines.append(json.dumps(case(name, function, shapes), separators=(",", ":")))
    sys.stdout.write("[\n" + ",\n".join(lines) + "\n]\n")


if __name__ == "__main__":
    main()
