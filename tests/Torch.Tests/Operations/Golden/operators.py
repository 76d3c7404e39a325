"""Values and gradients of operators by PyTorch, for OperatorTests: python3 operators.py > operators.json

Each case is a line: the C# expression of the test (its name there), the Python expression, inputs. Inputs come from one list of float64 numbers,
so that both sides have the same. The gradient is that of sum(y * w), w = 0.5, 0.6, … in row-major order.
"""
import json
import math
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def numbers(count, seed):
    # x(n) = frac(n·φ + seed·√2) spread over (−2, 2), never near 0, ±1 or each other's ties
    return [round(((n * 0.6180339887498949 + seed * 1.4142135623730951) % 1) * 4 - 2 + 0.003, 6) for n in range(1, count + 1)]


def inputs(*shapes):
    result = []
    for seed, shape in enumerate(shapes):
        count = math.prod(shape)
        result.append(torch.tensor(numbers(count, seed), dtype=torch.float64).reshape(shape).requires_grad_())
    return result


A, B = (3, 4), (4, 2)
CASES = [
    # name, shapes, function
    ("add", [A, (4,)], lambda a, b: a + b),
    ("add_alpha", [A, (3, 1)], lambda a, b: torch.add(a, b, alpha=2.5)),
    ("add_scalar", [A], lambda a: a + 1.5),
    ("sub", [A, (4,)], lambda a, b: a - b),
    ("rsub", [A], lambda a: 2 - a),
    ("mul", [A, (3, 1)], lambda a, b: a * b),
    ("mul_scalar", [A], lambda a: a * 3),
    ("div", [A, (4,)], lambda a, b: a / b),
    ("div_scalar", [A], lambda a: a / 3),
    ("rdiv", [A], lambda a: 3 / a),
    ("neg", [A], lambda a: -a),
    ("remainder", [A, (4,)], lambda a, b: a % b),
    ("fmod", [A, (4,)], lambda a, b: torch.fmod(a, b)),
    ("pow", [A, (4,)], lambda a, b: a.abs() ** b),
    ("pow2", [A], lambda a: a ** 2),
    ("pow3", [A], lambda a: a ** 3),
    ("pow_half", [A], lambda a: a.abs() ** 0.5),
    ("pow_minus1_5", [A], lambda a: a.abs() ** -1.5),
    ("exp", [A], torch.exp),
    ("expm1", [A], torch.expm1),
    ("log", [A], lambda a: a.abs().log()),
    ("log2", [A], lambda a: a.abs().log2()),
    ("log10", [A], lambda a: a.abs().log10()),
    ("log1p", [A], lambda a: a.abs().log1p()),
    ("sqrt", [A], lambda a: a.abs().sqrt()),
    ("rsqrt", [A], lambda a: a.abs().rsqrt()),
    ("reciprocal", [A], torch.reciprocal),
    ("sigmoid", [A], torch.sigmoid),
    ("sin", [A], torch.sin),
    ("cos", [A], torch.cos),
    ("tan", [A], torch.tan),
    ("asin", [A], lambda a: (a / 3).asin()),
    ("acos", [A], lambda a: (a / 3).acos()),
    ("atan", [A], torch.atan),
    ("sinh", [A], torch.sinh),
    ("cosh", [A], torch.cosh),
    ("tanh", [A], torch.tanh),
    ("atan2", [A, (4,)], torch.atan2),
    ("erf", [A], torch.erf),
    ("abs", [A], torch.abs),
    ("square", [A], torch.square),
    ("relu", [A], torch.relu),
    ("maximum", [A, (4,)], torch.maximum),
    ("minimum", [A, (4,)], torch.minimum),
    ("clamp", [A], lambda a: a.clamp(-1, 0.7)),
    ("where", [A, A], lambda a, b: torch.where(a > b, a, b * 2)),
    ("masked_fill", [A], lambda a: a.masked_fill(a > 0.5, -1)),
    ("lerp", [A, A], lambda a, b: torch.lerp(a, b, 0.3)),
    ("addcmul", [A, A, A], lambda a, b, c: torch.addcmul(a, b, c, value=0.5)),
    ("addcdiv", [A, A, A], lambda a, b, c: torch.addcdiv(a, b, c, value=0.5)),
    ("logaddexp", [A, (4,)], torch.logaddexp),
    ("sum", [A], torch.sum),
    ("sum_dim", [(2, 3, 4)], lambda a: a.sum(1)),
    ("sum_dims_keep", [(2, 3, 4)], lambda a: a.sum((0, 2), keepdim=True)),
    ("mean", [A], torch.mean),
    ("mean_dim", [(2, 3, 4)], lambda a: a.mean((0, 2))),
    ("prod", [A], torch.prod),
    ("prod_dim", [A], lambda a: a.prod(0, keepdim=True)),
    ("max", [A], torch.max),
    ("min", [A], torch.min),
    ("max_dim", [A], lambda a: a.max(1)[0]),
    ("min_dim", [A], lambda a: a.min(0, keepdim=True)[0]),
    ("amax", [(2, 3, 4)], lambda a: a.amax((0, 2))),
    ("var", [A], torch.var),
    ("var_dim", [A], lambda a: a.var(1, unbiased=False, keepdim=True)),
    ("std_dim", [A], lambda a: a.std(0)),
    ("logsumexp", [A], lambda a: a.logsumexp(1)),
    ("norm", [A], lambda a: a.norm()),
    ("norm1", [A], lambda a: torch.linalg.vector_norm(a, 1, dim=1)),
    ("norm3", [A], lambda a: torch.linalg.vector_norm(a, 3, dim=0, keepdim=True)),
    ("norm_inf", [A], lambda a: torch.linalg.vector_norm(a, math.inf, dim=1)),
    ("cumsum", [A], lambda a: a.cumsum(1)),
    ("cumsum0", [A], lambda a: a.cumsum(0)),
    ("cumprod", [A], lambda a: a.cumprod(1)),
    ("softmax", [A], lambda a: a.softmax(1)),
    ("softmax0", [(2, 3, 4)], lambda a: a.softmax(1)),
    ("log_softmax", [A], lambda a: a.log_softmax(-1)),
    ("sort", [A], lambda a: a.sort(1, descending=True)[0]),
    ("topk", [A], lambda a: a.topk(2, 1)[0]),
    ("median", [A], lambda a: a.median(1)[0]),
    ("view", [A], lambda a: a.view(2, 6)),
    ("reshape_transposed", [A], lambda a: a.t().reshape(2, 6)),
    ("permute", [(2, 3, 4)], lambda a: a.permute(2, 0, 1)),
    ("transpose", [(2, 3, 4)], lambda a: a.transpose(0, 2)),
    ("squeeze", [(1, 3, 1)], lambda a: a.squeeze()),
    ("unsqueeze", [A], lambda a: a.unsqueeze(1)),
    ("expand", [(3, 1)], lambda a: a.expand(2, 3, 4)),
    ("repeat", [(2, 2)], lambda a: a.repeat(2, 1, 3)),
    ("repeat_interleave", [(2, 2)], lambda a: a.repeat_interleave(3, 1)),
    ("flatten", [(2, 3, 4)], lambda a: a.flatten(1)),
    ("narrow", [A], lambda a: a.narrow(1, 1, 2)),
    ("select", [A], lambda a: a.select(1, 2)),
    ("diagonal", [A], lambda a: a.diagonal(1)),
    ("diag", [(3,)], lambda a: a.diag(1)),
    ("unfold", [(2, 7)], lambda a: a.unfold(1, 3, 2)),
    ("cat", [A, (2, 4)], lambda a, b: torch.cat([a, b], 0)),
    ("stack", [A, A], lambda a, b: torch.stack([a, b], 1)),
    ("split", [A], lambda a: a.split([1, 3], 1)[1] * 2),
    ("chunk", [A], lambda a: a.chunk(2, 1)[1]),
    ("flip", [A], lambda a: a.flip(0, 1)),
    ("roll", [A], lambda a: a.roll(2, 1)),
    ("rot90", [A], lambda a: a.rot90()),
    ("tril", [(2, 3, 3)], lambda a: a.tril()),
    ("triu", [(3, 4)], lambda a: a.triu(1)),
    ("gather", [A], lambda a: a.gather(1, torch.tensor([[0, 0], [3, 1], [2, 2]]))),
    ("scatter", [A, (3, 2)], lambda a, b: a.scatter(1, torch.tensor([[0, 1], [3, 1], [2, 0]]), b)),
    ("scatter_add", [A, (3, 2)], lambda a, b: a.scatter_add(1, torch.tensor([[0, 0], [3, 1], [2, 2]]), b)),
    ("index_select", [A], lambda a: a.index_select(1, torch.tensor([3, 0, 3]))),
    ("index_add", [A, (3, 2)], lambda a, b: a.index_add(1, torch.tensor([3, 3]), b, alpha=2)),
    ("masked_select", [A], lambda a: a.masked_select(a > 0)),
    ("index_slices", [(4, 5)], lambda a: a[1:, ::2]),
    ("index_negative", [(4, 5)], lambda a: a[-1]),
    ("index_ellipsis", [(2, 3, 4)], lambda a: a[..., 1]),
    ("index_none", [A], lambda a: a[:, None, 1:3]),
    ("index_tensor", [(4, 5)], lambda a: a[torch.tensor([3, 0, 3])]),
    ("index_tensors", [(4, 5)], lambda a: a[torch.tensor([3, 0, 3]), torch.tensor([1, -1, 1])]),
    ("index_mask", [A], lambda a: a[a > 0.3]),
    ("index_mixed", [(2, 3, 4)], lambda a: a[:, torch.tensor([[0, 2], [1, 1]])]),
    ("index_apart", [(2, 3, 4)], lambda a: a[torch.tensor([0, 1]), :, torch.tensor([3, 0])]),
    ("mm", [A, B], torch.mm),
    ("bmm", [(2, 3, 4), (2, 4, 2)], torch.bmm),
    ("matmul_vector", [A, (4,)], torch.matmul),
    ("vector_matmul", [(3,), A], torch.matmul),
    ("matmul_batch", [(2, 1, 3, 4), (5, 4, 2)], torch.matmul),
    ("matmul_rows", [(2, 3, 4), (4, 2)], torch.matmul),
    ("dot", [(4,), (4,)], torch.dot),
    ("outer", [(3,), (4,)], torch.outer),
    ("addmm", [(3, 2), A, B], lambda c, a, b: torch.addmm(c, a, b, beta=0.5, alpha=2)),
    ("einsum", [(2, 3, 4), (4, 5)], lambda a, b: torch.einsum("bij,jk->bik", a, b)),
    ("einsum_trace", [(3, 3)], lambda a: torch.einsum("ii->i", a)),
    ("einsum_outer", [(3,), (4,), (2,)], lambda a, b, c: torch.einsum("i,j,k->kij", a, b, c)),
    ("tensordot", [(2, 3, 4), (4, 3, 2)], lambda a, b: torch.tensordot(a, b, dims=([1, 2], [1, 0]))),
    ("inv", [(2, 3, 3)], lambda a: torch.linalg.inv(a)),
    ("solve", [(3, 3), (3, 2)], torch.linalg.solve),
    ("det", [(2, 3, 3)], torch.linalg.det),
    ("logabsdet", [(3, 3)], lambda a: torch.linalg.slogdet(a)[1]),
    ("cholesky", [(3, 3)], lambda a: torch.linalg.cholesky(a @ a.t() + 2 * torch.eye(3))),
    ("qr_r", [(4, 3)], lambda a: torch.linalg.qr(a)[1]),
    ("qr_q", [(4, 3)], lambda a: torch.linalg.qr(a)[0]),
    ("svdvals", [(4, 3)], lambda a: torch.linalg.svdvals(a)),
    ("svd_product", [(4, 3)], lambda a: (lambda u, s, vh: u[:, :2] * s[:2] @ vh[:2])(*torch.linalg.svd(a, full_matrices=False))),
    ("eigvalsh", [(3, 3)], lambda a: torch.linalg.eigvalsh(a + a.t())),
    ("pinv", [(4, 3)], lambda a: torch.linalg.pinv(a)),
]


def flat(tensor):
    return [float(f"{v:.15g}") for v in tensor.detach().reshape(-1).tolist()]


def main():
    lines = []
    for name, shapes, function in CASES:
        xs = inputs(*shapes)
        y = function(*xs)
        w = (torch.arange(y.numel(), dtype=torch.float64) * 0.1 + 0.5).reshape(y.shape)
        grads = torch.autograd.grad((y * w).sum(), xs)
        case = {"name": name, "shapes": [list(s) for s in shapes], "shape": list(y.shape), "value": flat(y), "gradients": [flat(g) for g in grads]}
        lines.append(json.dumps(case, separators=(",", ":")))
    sys.stdout.write("[\n" + ",\n".join(lines) + "\n]\n")


main()
