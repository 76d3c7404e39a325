# Writes distributions.json with PyTorch 1.13.1 (Debian's python3-torch): densities, moments, gradients, divergences and samples.
import json, torch, os
from torch import tensor, distributions as D
torch.set_default_dtype(torch.float64)

CASES = [
    ("Normal", dict(loc=[0.5, -1.0, 3.0], scale=[1.0, 0.2, 4.0]), [0.1, -1.2, 7.5]),
    ("Uniform", dict(low=[0.0, -2.0], high=[1.0, 5.0]), [0.25, 4.5]),
    ("Laplace", dict(loc=[0.5, -1.0], scale=[1.0, 0.3]), [0.1, 2.5]),
    ("Cauchy", dict(loc=[0.5, -1.0], scale=[1.0, 0.3]), [0.1, 2.5]),
    ("Gumbel", dict(loc=[0.5, -1.0], scale=[1.0, 0.3]), [0.1, -1.5]),
    ("LogNormal", dict(loc=[0.5, -1.0], scale=[1.0, 0.3]), [0.1, 2.5]),
    ("HalfNormal", dict(scale=[1.0, 0.3]), [0.1, 2.5]),
    ("HalfCauchy", dict(scale=[1.0, 0.3]), [0.1, 2.5]),
    ("Exponential", dict(rate=[0.5, 3.0]), [0.1, 2.5]),
    ("Poisson", dict(rate=[0.5, 13.0, 400.0]), [0.0, 11.0, 380.0]),
    ("Gamma", dict(concentration=[0.3, 2.0, 50.0], rate=[1.0, 0.5, 10.0]), [0.01, 3.0, 6.0]),
    ("Chi2", dict(df=[0.5, 3.0]), [0.1, 2.5]),
    ("Beta", dict(concentration1=[0.5, 3.0], concentration0=[0.7, 5.0]), [0.1, 0.6]),
    ("FisherSnedecor", dict(df1=[2.5, 6.0], df2=[5.0, 3.0]), [0.1, 2.5]),
    ("Pareto", dict(scale=[0.5, 2.0], alpha=[1.5, 3.0]), [0.7, 2.5]),
    ("Weibull", dict(scale=[0.5, 2.0], concentration=[1.5, 3.0]), [0.7, 2.5]),
    ("Kumaraswamy", dict(concentration1=[0.5, 2.0], concentration0=[1.5, 3.0]), [0.7, 0.25]),
    ("StudentT", dict(df=[2.5, 30.0], loc=[0.5, -1.0], scale=[1.0, 0.3]), [0.1, -2.5]),
    ("Bernoulli", dict(probs=[0.3, 0.9]), [0.0, 1.0]),
    ("Geometric", dict(probs=[0.3, 0.9]), [4.0, 0.0]),
    ("Binomial", dict(total_count=[10.0, 10.0, 10.0], probs=[0.3, 0.9, 0.5]), [4.0, 10.0, 0.0]),
    ("NegativeBinomial", dict(total_count=[10.0, 3.0], probs=[0.3, 0.9]), [4.0, 10.0]),
    ("Categorical", dict(probs=[[0.1, 0.7, 0.2], [3.0, 1.0, 4.0]]), [1.0, 2.0]),
    ("OneHotCategorical", dict(probs=[[0.1, 0.7, 0.2], [3.0, 1.0, 4.0]]), [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("Multinomial", dict(probs=[[0.1, 0.7, 0.2], [3.0, 1.0, 4.0]]), [[2.0, 4.0, 1.0], [0.0, 0.0, 7.0]]),
    ("Dirichlet", dict(concentration=[[0.5, 2.0, 1.0], [3.0, 1.5, 4.0]]), [[0.1, 0.7, 0.2], [0.3, 0.3, 0.4]]),
    ("MultivariateNormal", dict(loc=[0.5, -1.0], covariance_matrix=[[2.0, 0.3], [0.3, 0.5]]), [0.1, 0.2]),
]
OTHERS = dict(
    Normal=dict(loc=[0.0, -2.0, 1.0], scale=[2.0, 0.5, 3.0]), Uniform=dict(low=[-1.0, -1.0], high=[2.0, 6.0]), Laplace=dict(loc=[0.1, 1.0], scale=[2.0, 0.4]),
    Gumbel=dict(loc=[0.1, 1.0], scale=[2.0, 0.4]), LogNormal=dict(loc=[0.1, 1.0], scale=[2.0, 0.4]), HalfNormal=dict(scale=[2.0, 0.4]),
    Exponential=dict(rate=[2.0, 0.4]), Poisson=dict(rate=[2.0, 0.4, 390.0]), Gamma=dict(concentration=[1.3, 1.0, 40.0], rate=[2.0, 0.6, 9.0]),
    Beta=dict(concentration1=[1.5, 2.0], concentration0=[0.2, 6.0]), Pareto=dict(scale=[0.4, 1.0], alpha=[2.5, 1.0]), Bernoulli=dict(probs=[0.5, 0.2]),
    Geometric=dict(probs=[0.5, 0.2]), Binomial=dict(total_count=[10.0, 10.0, 10.0], probs=[0.4, 0.5, 0.6]), Chi2=dict(df=[1.5, 2.0]),
    Categorical=dict(probs=[[0.3, 0.3, 0.4], [1.0, 1.0, 8.0]]), OneHotCategorical=dict(probs=[[0.3, 0.3, 0.4], [1.0, 1.0, 8.0]]),
    Dirichlet=dict(concentration=[[1.5, 1.0, 1.0], [2.0, 2.5, 3.0]]), MultivariateNormal=dict(loc=[0.0, 0.0], covariance_matrix=[[1.0, 0.1], [0.1, 1.0]]))

def make(name, params):
    if name == "Multinomial": return D.Multinomial(7, **params)
    return getattr(D, name)(**params)

def tensors(params, grad=False):
    return {k: tensor(v, requires_grad=grad and k != "total_count") for k, v in params.items()}

def attempt(f):
    try: return f().tolist()
    except NotImplementedError: return None

out = []
for name, params, value in CASES:
    ps = tensors(params, True)
    d, v = make(name, ps), tensor(value)
    entry = dict(name=name, params=[v for v in params.values()], value=value)
    lp = d.log_prob(v)
    entry["log_prob"] = lp.tolist()
    entry["grads"] = [g.tolist() for g in torch.autograd.grad(lp.sum(), [p for p in ps.values() if p.requires_grad])]
    entry["entropy"] = attempt(lambda: d.entropy())
    entry["mean"], entry["variance"] = d.mean.tolist(), d.variance.tolist()
    entry["cdf"] = attempt(lambda: d.cdf(v))
    if name in OTHERS: entry["kl"] = D.kl_divergence(d, make(name, tensors(OTHERS[name]))).tolist(); entry["other"] = [v for v in OTHERS[name].values()]
    torch.manual_seed(7)
    entry["sample"] = make(name, tensors(params)).sample((20,)).tolist()
    if d.has_rsample and name not in ("Dirichlet", "Beta"):
        torch.manual_seed(7)
        entry["rgrads"] = [g.tolist() for g in torch.autograd.grad(make(name, ps).rsample((20,)).sum(), list(ps.values()))]
    out.append(entry)
with open(os.path.join(os.path.dirname(__file__), "distributions.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(e).replace("NaN", '"NaN"').replace("Infinity", '"Infinity"') for e in out) + "\n]\n")
