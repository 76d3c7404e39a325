# Writes transforms.json with PyTorch 1.13.1 (Debian's python3-torch): transforms, their Jacobians, and distributions made with them.
import json, torch, os
from torch import tensor, distributions as D
from torch.distributions import transforms as T
torch.set_default_dtype(torch.float64)

V = [[0.1, -2.0, 3.0], [0.5, 40.0, -0.3]]
P = [[0.1, 2.0, 3.0], [0.5, 40.0, 0.3]]
TRANSFORMS = {
    "Exp": (T.ExpTransform(), V), "Log": (T.ExpTransform().inv, P), "Sigmoid": (T.SigmoidTransform(), V), "Softplus": (T.SoftplusTransform(), V),
    "Tanh": (T.TanhTransform(), [[0.1, -2.0, 3.0]]), "Power": (T.PowerTransform(tensor([0.5, -2.0, 3.0])), P),
    "Affine": (T.AffineTransform(tensor([0.5, -2.0, 3.0]), tensor([2.0, -0.1, 4.0])), V),
    "AffineOfVectors": (T.AffineTransform(0.5, -3.0, event_dim=1), V), "StickBreaking": (T.StickBreakingTransform(), [[0.1, -2.0, 3.0], [0.5, 1.0, -0.3]]),
    "Softmax": (T.SoftmaxTransform(), V), "Abs": (T.AbsTransform(), V), "LowerCholesky": (T.LowerCholeskyTransform(), [[0.5, 9.0], [-1.0, 2.0]]),
    "Reshape": (T.ReshapeTransform((6,), (2, 3)), [[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]]), "Independent": (T.IndependentTransform(T.ExpTransform(), 1), V),
    "Cumulative": (T.CumulativeDistributionTransform(D.Normal(1.0, 2.0)), [[0.1, -2.0, 3.0]]),
    "Compose": (T.ComposeTransform([T.AffineTransform(1.0, tensor([2.0, -0.1, 4.0])), T.SigmoidTransform(), T.PowerTransform(tensor(2.0))]), [[0.1, -2.0, 3.0]]),
    "ComposeOfVectors": (T.ComposeTransform([T.AffineTransform(1.0, 0.5), T.StickBreakingTransform()]), [[0.1, -2.0, 3.0], [0.5, 1.0, -0.3]]),
    "Inverse": (T.ComposeTransform([T.AffineTransform(1.0, 2.0), T.TanhTransform()]).inv, [[0.1, -0.2, 0.9]]),
}

def distributions(n):
    normal = D.Normal(tensor([0.5, -1.0]), tensor([1.0, 0.3]))
    return {
        "LogNormal": lambda: (D.TransformedDistribution(normal, [T.ExpTransform()]), [0.1, 2.5]),
        "Logistic": lambda: (D.TransformedDistribution(D.Uniform(0.0, 1.0), [T.SigmoidTransform().inv, T.AffineTransform(tensor([1.0, 2.0]), tensor([2.0, -3.0]))]), [0.1, -2.5]),
        "LogisticNormal": lambda: (D.TransformedDistribution(normal, [T.StickBreakingTransform()]), [[0.2, 0.5, 0.3], [0.6, 0.1, 0.3]]),
        "Flow": lambda: (D.TransformedDistribution(D.Independent(D.Normal(tensor([[0.5, -1.0]] * 3), 1.0), 1), [T.TanhTransform(), T.AffineTransform(0.0, tensor([2.0, 3.0]), event_dim=1)]), [1.0, -1.5]),
        "Gumbel": lambda: (D.TransformedDistribution(D.Exponential(tensor([1.0, 1.0])), [T.ExpTransform().inv, T.AffineTransform(tensor([0.5, 1.0]), tensor([-1.0, -2.0]))]), [0.1, 2.5]),
        "RelaxedBernoulli": lambda: (D.RelaxedBernoulli(tensor(0.7), probs=tensor([0.2, 0.9])), [0.3, 0.8]),
        "RelaxedOneHotCategorical": lambda: (D.RelaxedOneHotCategorical(tensor(0.7), probs=tensor([[0.2, 0.5, 0.3], [0.6, 0.1, 0.3]])), [[0.2, 0.5, 0.3], [0.6, 0.1, 0.3]]),
        "LogitRelaxedBernoulli": lambda: (D.relaxed_bernoulli.LogitRelaxedBernoulli(tensor(0.7), logits=tensor([0.2, -0.9])), [0.3, -0.8]),
        "ExpRelaxedCategorical": lambda: (D.relaxed_categorical.ExpRelaxedCategorical(tensor(0.7), logits=tensor([0.2, 0.5, -0.3])), [-1.0, -2.0, -0.5]),
    }[n]()

def attempt(f):
    try: return f().tolist()
    except NotImplementedError: return None

out = []
for name, (t, v) in TRANSFORMS.items():
    x = tensor(v, requires_grad=True)
    y = t(x)
    entry = dict(kind="transform", name=name, x=v, y=y.tolist(), inverse=t.inv(y.detach()).tolist(), forward_shape=list(t.forward_shape(x.shape)),
                 dims=[t.domain.event_dim, t.codomain.event_dim], inside=t.codomain.check(y.detach()).tolist())
    entry["jacobian"] = attempt(lambda: t.log_abs_det_jacobian(x, y))
    total = y.sum() if entry["jacobian"] is None else y.sum() + t.log_abs_det_jacobian(x, y).sum()
    entry["gradient"] = torch.autograd.grad(total, x)[0].tolist()
    out.append(entry)
for name in ["LogNormal", "Logistic", "LogisticNormal", "Flow", "Gumbel", "RelaxedBernoulli", "RelaxedOneHotCategorical", "LogitRelaxedBernoulli", "ExpRelaxedCategorical"]:
    d, v = distributions(name)
    torch.manual_seed(7)
    sample = distributions(name)[0].rsample((20,))
    entry = dict(kind="distribution", name=name, value=v, log_prob=d.log_prob(tensor(v)).tolist(), batch=list(d.batch_shape), event=list(d.event_shape), sample=sample.tolist())
    entry["cdf"] = attempt(lambda: d.cdf(tensor(v)))
    if entry["cdf"] is not None: entry["icdf"] = d.icdf(tensor([0.1, 0.7])).tolist()
    entry["expanded"] = d.expand(torch.Size([2]) + d.batch_shape).log_prob(tensor(v)).tolist()
    out.append(entry)
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "transforms.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(e) for e in out) + "\n]\n")
