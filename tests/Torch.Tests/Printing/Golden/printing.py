"""Tensors as PyTorch prints them, for PrintingTests: python3 printing.py > printing.json"""
import json
import sys

import torch

x = torch.arange(12, dtype=torch.float32).reshape(3, 4)
CASES = {
    "whole": x,
    "decimals": x / 7,
    "negative": (x - 5.5) / 3,
    "wide_range": torch.tensor([1e-5, 1.0, 1000.0]),
    "large_whole": torch.tensor([1.0, 123456789.0]),
    "whole_range": torch.tensor([1.0, 2000.0]),
    "small": torch.tensor([1e-5, 2e-5]),
    "ties": torch.tensor([0.03125, 0.09375, 1.5], dtype=torch.float64),
    "scalar": torch.tensor(3.14159),
    "scalar_int": torch.tensor(7),
    "integers": torch.arange(-3, 9).reshape(2, 6),
    "int32": torch.arange(4, dtype=torch.int32),
    "double": torch.tensor([0.1, 0.2], dtype=torch.float64),
    "bool": torch.tensor([[True, False], [False, True]]),
    "uint8": torch.tensor([0, 255], dtype=torch.uint8),
    "half": torch.tensor([0.1, 2.0], dtype=torch.float16),
    "bfloat16": torch.tensor([0.1, 2.0], dtype=torch.bfloat16),
    "nan_inf": torch.tensor([float("nan"), float("inf"), -float("inf"), 1.0]),
    "nan_decimals": torch.tensor([float("nan"), 1.25, -float("inf")]),
    "zeros": torch.zeros(2, 3),
    "negative_zero": torch.tensor([-0.0, 1.5]),
    "empty": torch.zeros(0),
    "empty_shape": torch.zeros(2, 0, 3),
    "empty_int": torch.zeros(0, dtype=torch.int64),
    "three_dims": torch.arange(24, dtype=torch.float32).reshape(2, 3, 4),
    "four_dims": torch.arange(16).reshape(2, 2, 2, 2),
    "long_line": torch.arange(60, dtype=torch.float32) / 3,
    "summary": torch.arange(10000, dtype=torch.float32).reshape(100, 100),
    "summary_vector": torch.arange(2000),
    "summary_three": torch.arange(12000).reshape(20, 20, 30),
    "summary_narrow": torch.arange(1200).reshape(400, 3),
    "leaf": torch.ones(2, requires_grad=True),
    "mul": torch.ones(2, requires_grad=True) * 2,
    "long_grad": (torch.arange(8, dtype=torch.float32) / 7).requires_grad_().exp(),
    "view": torch.ones(2, 3, requires_grad=True).t(),
    "sum": torch.ones(2, requires_grad=True).sum(),
}
print("{\n" + ",\n".join(json.dumps(name) + ": " + json.dumps(str(value)) for name, value in CASES.items()) + "\n}", file=sys.stdout)
