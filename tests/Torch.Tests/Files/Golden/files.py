"""Writes the files that the tests read, and values.json with what is in them. Run with Debian's python3 (numpy 1.24, PyTorch 1.13.1): /usr/bin/python3 files.py

safetensors has no library in Debian: the file is written here from the format's description (8 bytes length, JSON, data).
"""
import json
import pathlib
import struct
import warnings

import numpy
import torch

here = pathlib.Path(__file__).parent
values = {}


def note(file, name, array):
    if isinstance(array, torch.Tensor):
        shape, kind = list(array.shape), str(array.dtype)[6:]
        array = array.detach().double().numpy() if array.is_floating_point() else array.detach().numpy()
    else:
        shape, kind = list(array.shape), array.dtype.name
    values.setdefault(file, {})[name] = {"shape": shape, "type": kind, "values": [repr(v) for v in array.astype(float).flatten().tolist()]}


def npy(file, array, version=None):
    with open(here / file, "wb") as stream:
        numpy.lib.format.write_array(stream, array, version=version)
    note(file, "", array)


ramp = numpy.arange(24).reshape(2, 3, 4)
for kind in ("f4", "f8", "f2", "i8", "i4", "i2", "i1", "u1", "u2", "u4", "b1"):
    npy(f"{kind}.npy", (ramp % 2 == 0) if kind == "b1" else ramp.astype(kind))
npy("big-endian-f4.npy", (ramp / 8).astype(">f4"))
npy("big-endian-i2.npy", (ramp - 12).astype(">i2"))
npy("fortran.npy", numpy.asfortranarray((ramp / 4).astype("f8")))
npy("fortran-2d-u2.npy", numpy.asfortranarray(ramp[0].astype("u2")))
npy("version2.npy", ramp.astype("f4"), (2, 0))
npy("version3.npy", ramp.astype("f4"), (3, 0))
npy("scalar.npy", numpy.array(2.5))
npy("empty.npy", numpy.zeros((0, 3), "f4"))
npy("vector.npy", numpy.array([1.5, -0.0, numpy.inf, -numpy.inf, numpy.nan], "f4"))
with open(here / "objects.npy", "wb") as stream:
    numpy.lib.format.write_array(stream, numpy.array([{"a": 1}, None], dtype=object), allow_pickle=True)
numpy.save(here / "records.npy", numpy.zeros(2, dtype=[("x", "f4"), ("y", "i4")]))
numpy.save(here / "text.npy", numpy.array(["one", "two"]))
numpy.save(here / "complex.npy", numpy.zeros(2, "c8"))

arrays = {"weight": (ramp / 3).astype("f4"), "bias": numpy.array([1.0, 2.0]), "folder/labels": numpy.arange(5)}
numpy.savez(here / "plain.npz", **arrays)
numpy.savez_compressed(here / "packed.npz", **arrays)
for file in ("plain.npz", "packed.npz"):
    for name, array in arrays.items():
        note(file, name, array)

torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3), torch.nn.ReLU(), torch.nn.Linear(3, 1))
torch.save(model.state_dict(), here / "state-dict.pt")
for name, tensor in model.state_dict().items():
    note("state-dict.pt", name, tensor)

optimizer = torch.optim.Adam(model.parameters())
model(torch.randn(4, 2)).sum().backward()
optimizer.step()
torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 3, "loss": 0.25, "name": "tiny", "done": False, "nothing": None, "sizes": [1, (2, 3)], "big": 2**40, "negative": -7}, here / "checkpoint.pth")
for name, tensor in model.state_dict().items():
    note("checkpoint.pth", "model." + name, tensor)

base = torch.arange(24.0).reshape(4, 6)
tensors = {
    "transposed": base.t(), "rows": base[1:3], "columns": base[:, 1:5:2], "expanded": torch.tensor([1.0, 2.0]).expand(3, 2), "scalar": torch.tensor(7),
    "empty": torch.zeros(0, 4), "half": (base / 8).half(), "brain": (base / 8).bfloat16(), "double": base.double(), "bytes": torch.arange(5, dtype=torch.uint8),
    "chars": torch.arange(-2, 3, dtype=torch.int8), "shorts": torch.arange(-2, 3, dtype=torch.int16), "ints": torch.arange(-2, 3, dtype=torch.int32),
    "truth": torch.tensor([True, False]), "parameter": torch.nn.Parameter(torch.ones(2)),
}
torch.save(tensors, here / "views.pt")
for name, tensor in tensors.items():
    note("views.pt", name, tensor)
torch.save(base, here / "tensor.pt")
note("tensor.pt", "", base)

torch.save(model, here / "whole-model.pt")
torch.save(model.state_dict(), here / "legacy.pt", _use_new_zipfile_serialization=False)
torch.save({"loss": numpy.float64(1.5)}, here / "numpy-scalar.pt")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    torch.jit.save(torch.jit.script(torch.nn.Linear(1, 1)), str(here / "script.pt"))


class Hostile:
    def __reduce__(self):
        return print, ("this must not be printed",)


torch.save({"a": Hostile()}, here / "hostile.pt")


def safetensors(file, tensors, metadata=None):
    header, data = {}, b""
    if metadata:
        header["__metadata__"] = metadata
    for name, (kind, tensor) in tensors.items():
        raw = tensor.contiguous().view(torch.int16).numpy().tobytes() if kind == "BF16" else tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
        note(file, name, tensor)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    (here / file).write_bytes(struct.pack("<Q", len(text)) + text + data)


safetensors("all-types.safetensors", {
    "double": ("F64", base.double() / 7), "long": ("I64", base.long() - 5), "float": ("F32", base / 7), "int": ("I32", base.int() - 5), "half": ("F16", (base / 8).half()), "brain": ("BF16", (base / 8).bfloat16()),
    "short": ("I16", base.short() - 5), "byte": ("U8", base.byte()), "char": ("I8", base.char() - 5), "truth": ("BOOL", base > 4), "scalar": ("F32", torch.tensor(1.5)), "none": ("F32", torch.zeros(0, 3)), "ünï·码": ("F32", torch.ones(1)),
}, {"format": "pt", "author": "Ωμέγα"})
(here / "values.json").write_text(json.dumps(values, ensure_ascii=False, indent=0) + "\n")
