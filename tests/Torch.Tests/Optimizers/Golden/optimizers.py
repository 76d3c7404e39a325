"""Makes optimizers.json: 100 steps of PyTorch's optimizers on a small problem, and 30 epochs of its schedules.

python3 optimizers.py > optimizers.json   (PyTorch 1.13.1)
"""
import json
import torch

torch.set_num_threads(1)


def problem(dtype):
    a = torch.linspace(-2, 2, 7, dtype=dtype).requires_grad_()
    b = torch.linspace(0.5, 3, 6, dtype=dtype).reshape(2, 3).clone().requires_grad_()
    return a, b


def loss(a, b):
    return ((a - 0.7) ** 4).sum() * 0.05 + ((b - 1) ** 2 * torch.arange(1, 7, dtype=b.dtype).reshape(2, 3)).sum() + (a[0] * b[0, 0])


OPTIMIZERS = {
    "SGD": ("SGD", dict(lr=0.01)),
    "SGD momentum": ("SGD", dict(lr=0.01, momentum=0.9, weight_decay=0.01)),
    "SGD dampening": ("SGD", dict(lr=0.01, momentum=0.9, dampening=0.1)),
    "SGD nesterov": ("SGD", dict(lr=0.01, momentum=0.9, nesterov=True)),
    "SGD maximize": ("SGD", dict(lr=0.0001, momentum=0.5, maximize=True)),
    "Adam": ("Adam", dict(lr=0.05)),
    "Adam decay": ("Adam", dict(lr=0.05, betas=(0.8, 0.99), weight_decay=0.1)),
    "Adam amsgrad": ("Adam", dict(lr=0.05, amsgrad=True)),
    "Adam maximize": ("Adam", dict(lr=0.001, maximize=True)),
    "AdamW": ("AdamW", dict(lr=0.05, weight_decay=0.1)),
    "AdamW amsgrad": ("AdamW", dict(lr=0.05, weight_decay=0.1, amsgrad=True)),
    "Adagrad": ("Adagrad", dict(lr=0.1)),
    "Adagrad decay": ("Adagrad", dict(lr=0.1, lr_decay=0.01, weight_decay=0.1, initial_accumulator_value=0.1)),
    "RMSProp": ("RMSprop", dict(lr=0.01)),
    "RMSProp centered": ("RMSprop", dict(lr=0.01, alpha=0.9, eps=0.01, centered=True, momentum=0.5, weight_decay=0.01)),
    "Adadelta": ("Adadelta", dict(lr=1.0)),
    "Adadelta decay": ("Adadelta", dict(lr=0.5, rho=0.8, weight_decay=0.01)),
}


def run(kind, options, dtype):
    a, b = problem(dtype)
    optimizer = getattr(torch.optim, kind)([a, b], **options)
    kept = []
    for step in range(1, 101):
        optimizer.zero_grad()
        loss(a, b).backward()
        optimizer.step()
        if step in (1, 10, 100):
            kept.append(torch.cat([a.detach(), b.detach().flatten()]).tolist())
    return kept


S = torch.optim.lr_scheduler
SCHEDULES = {
    "StepLR": lambda o: S.StepLR(o, 7, 0.5),
    "MultiStepLR": lambda o: S.MultiStepLR(o, [3, 9, 9, 20], 0.5),
    "ExponentialLR": lambda o: S.ExponentialLR(o, 0.9),
    "LambdaLR": lambda o: S.LambdaLR(o, lambda e: 1 / (1 + e)),
    "MultiplicativeLR": lambda o: S.MultiplicativeLR(o, lambda e: 1 - 0.01 * e),
    "ConstantLR": lambda o: S.ConstantLR(o, 0.25, 5),
    "LinearLR": lambda o: S.LinearLR(o, 0.1, 0.9, 8),
    "PolynomialLR": lambda o: S.PolynomialLR(o, 12, 2.0),
    "CosineAnnealingLR": lambda o: S.CosineAnnealingLR(o, 10, 0.01),
    "CosineAnnealingWarmRestarts": lambda o: S.CosineAnnealingWarmRestarts(o, 4, 2, 0.01),
    "OneCycleLR": lambda o: S.OneCycleLR(o, 0.4, total_steps=31),
    "OneCycleLR linear three": lambda o: S.OneCycleLR(o, 0.4, epochs=31, steps_per_epoch=1, anneal_strategy="linear", three_phase=True, pct_start=0.4),
    "ChainedScheduler": lambda o: S.ChainedScheduler([S.ExponentialLR(o, 0.9), S.ConstantLR(o, 0.5, 4), S.CosineAnnealingLR(o, 20)]),
    "SequentialLR": lambda o: S.SequentialLR(o, [S.LinearLR(o, 0.1, 1.0, 5), S.CosineAnnealingLR(o, 20), S.ExponentialLR(o, 0.8)], [5, 22]),
}
WATCHED = [1.0, 0.9, 0.95, 0.93, 0.92, 0.91, 0.5, 0.5, 0.5, 0.5, 0.5, 0.49999, 0.5, 0.5, 0.5, 0.1] + [0.2] * 14


def rates(make):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1, momentum=0.9)
    schedule = make(optimizer)
    seen = [optimizer.param_groups[0]["lr"]]
    momenta = [optimizer.param_groups[0]["momentum"]]
    for _ in range(30):
        optimizer.step()
        schedule.step()
        seen.append(optimizer.param_groups[0]["lr"])
        momenta.append(optimizer.param_groups[0]["momentum"])
    return {"rates": seen, "momenta": momenta}


def plateau():
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    schedule = S.ReduceLROnPlateau(optimizer, factor=0.5, patience=2, cooldown=1, min_lr=0.01)
    seen = []
    for value in WATCHED:
        optimizer.step()
        schedule.step(value)
        seen.append(optimizer.param_groups[0]["lr"])
    return {"watched": WATCHED, "rates": seen}


json.dump({
    "torch": torch.__version__,
    "float64": {name: run(*what, torch.float64) for name, what in OPTIMIZERS.items()},
    "float32": {name: run(*what, torch.float32) for name, what in OPTIMIZERS.items()},
    "schedules": {name: rates(make) for name, make in SCHEDULES.items()},
    "plateau": plateau(),
}, __import__("sys").stdout, separators=(",", ":"))
