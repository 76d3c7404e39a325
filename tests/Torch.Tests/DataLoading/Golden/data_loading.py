"""Writes data-loading.json: the order in which PyTorch 1.13.1's samplers and loaders take items. Run with Debian's: /usr/bin/python3 data_loading.py"""
import json
import pathlib

import torch
from torch.utils.data import DataLoader, RandomSampler, SubsetRandomSampler, TensorDataset, WeightedRandomSampler, random_split

orders = {}


def note(name, values):
    orders[name] = {"values": values, "after": torch.rand(1).item()}


for items, batch, drop, workers in ((10, 3, False, 0), (10, 3, True, 0), (64, 16, False, 0), (1, 4, False, 0), (103, 10, False, 2)):
    torch.manual_seed(1337)
    loader = DataLoader(TensorDataset(torch.arange(items)), batch_size=batch, shuffle=True, drop_last=drop, num_workers=workers)
    note(f"shuffled {items} {batch} {drop} {workers}", [[b[0].tolist() for b in loader] for epoch in range(3)])
torch.manual_seed(5)
note("in order", [[b[0].tolist() for b in DataLoader(TensorDataset(torch.arange(7)), batch_size=3)]])
torch.manual_seed(6)
loader = DataLoader(TensorDataset(torch.arange(20)), batch_size=8, shuffle=True, generator=torch.Generator().manual_seed(42))
note("with a generator", [[b[0].tolist() for b in loader] for epoch in range(3)])
torch.manual_seed(7)
note("random", [list(RandomSampler(range(9))) for epoch in range(2)])
note("random with replacement", [list(RandomSampler(range(9), replacement=True, num_samples=70)) for epoch in range(2)])
note("random more", [list(RandomSampler(range(9), num_samples=25))])
note("random generator", [list(RandomSampler(range(9), generator=torch.Generator().manual_seed(3)))])
note("subset", [list(SubsetRandomSampler([5, 7, 9, 11])) for epoch in range(2)])
note("weighted", [list(WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 12)), list(WeightedRandomSampler([0.9, 0.4, 0.05, 0.2, 0.3, 0.1], 5, replacement=False))])
torch.manual_seed(8)
note("split", [list(part.indices) for part in random_split(range(10), [7, 0, 3])])
note("split by shares", [list(part.indices) for part in random_split(range(11), [0.5, 0.25, 0.25])])
note("split with a generator", [list(part.indices) for part in random_split(range(10), [3, 7], generator=torch.Generator().manual_seed(42))])
pathlib.Path(__file__).parent.joinpath("data-loading.json").write_text(json.dumps(orders, indent=0) + "\n")
