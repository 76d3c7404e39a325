"""Answers questions about variables, asked over comms to the target "qiansi.values". Runs in names of its own."""
import array
import json
import reprlib
import struct
import sys
import types

from IPython import get_ipython

FORMATS = {"bool": "?", "int8": "b", "uint8": "B", "int16": "h", "uint16": "H", "int32": "i", "uint32": "I",
           "int64": "q", "uint64": "Q", "float16": "e", "float32": "f", "float64": "d"}


def variables():
    shell = get_ipython()
    hidden = shell.user_ns_hidden
    for name, value in list(shell.user_ns.items()):
        if not name.startswith("_") and not (name in hidden and hidden[name] is value) and not isinstance(value, (types.ModuleType, types.FunctionType, type)):
            yield name, value


def short(value):
    try:
        return reprlib.repr(value)
    except Exception as e:
        return f"<{type(e).__name__}>"


def numbers(dtype, shape, data):
    return {"form": "array", "dtype": dtype, "shape": list(shape)}, bytes(data)


def of_numpy(numpy, value):
    name = value.dtype.name
    if name == "complex64":
        value, name = value.astype("complex128"), "complex128"
    if name not in FORMATS and name != "complex128":
        return of_json(value.tolist())
    data = numpy.ascontiguousarray(value, dtype=value.dtype.newbyteorder("<"))
    return numbers(name, value.shape, data.tobytes())


def of_json(value):
    try:
        return {"form": "json"}, json.dumps(value, allow_nan=False, ensure_ascii=False).encode("utf-8", "surrogatepass")
    except ValueError as e:
        raise ValueError(f"{e}; numbers that JSON does not have travel in a list of floats or a numpy array") from None


def encode(value):
    numpy, torch = sys.modules.get("numpy"), sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        value = value.detach().cpu()
        value = (value.float() if value.dtype == torch.bfloat16 else value).numpy()
        numpy = sys.modules["numpy"]
    if numpy is not None and isinstance(value, (numpy.ndarray, numpy.generic)):
        return of_numpy(numpy, numpy.asarray(value))
    if isinstance(value, complex):
        return numbers("complex128", [], struct.pack("<dd", value.real, value.imag))
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return numbers("float64", [], struct.pack("<d", value))
    if isinstance(value, (bytes, bytearray, memoryview)):
        return numbers("uint8", [len(bytes(value))], value)
    if isinstance(value, array.array) and value.typecode not in "uw":
        kind = {"f": "float", "d": "float"}.get(value.typecode, "int" if value.typecode.islower() else "uint")
        return numbers(f"{kind}{8 * value.itemsize}", [len(value)], value.tobytes())
    if isinstance(value, (list, tuple)) and value and all(type(v) in (int, float) for v in value) and any(type(v) is float for v in value):
        return numbers("float64", [len(value)], array.array("d", value).tobytes())
    if isinstance(value, (set, frozenset, range)):
        value = list(value)
    elif hasattr(value, "to_dict") and type(value).__module__.startswith("pandas"):
        value = json.loads(value.to_json(orient="records"))
    return of_json(value)


def decode(head, data):
    if head["form"] == "json":
        return json.loads(bytes(data).decode("utf-8"))
    dtype, shape = head["dtype"], head["shape"]
    try:
        import numpy
        if shape:
            return numpy.frombuffer(bytearray(data), dtype=numpy.dtype(dtype).newbyteorder("<")).reshape(shape)
    except ImportError:
        pass
    if dtype == "complex128":
        flat = [complex(*pair) for pair in struct.iter_unpack("<dd", data)]
    else:
        flat = [one for (one,) in struct.iter_unpack("<" + FORMATS[dtype], data)]
    if not shape:
        return flat[0]
    for length in reversed(shape[1:]):
        flat = [flat[i:i + length] for i in range(0, len(flat), length)] if length else []
    return flat


def answer(question, buffers):
    do, space = question["do"], get_ipython().user_ns
    if do == "list":
        return {"values": [{"name": n, "type": type(v).__name__, "text": short(v)} for n, v in variables()]}, None
    name = question["name"]
    if do == "get":
        if name not in space:
            return {}, None
        head, data = encode(space[name])
        return {"value": head, "type": type(space[name]).__name__}, [data]
    space[name] = decode(question["value"], buffers[0])
    return {}, None


def opened(comm, message):
    try:
        head, buffers = answer(message["content"]["data"], message.get("buffers"))
    except Exception as e:
        head, buffers = {"error": f"{type(e).__name__}: {e}"}, None
    comm.send(head, buffers=buffers)
    comm.close()


get_ipython().kernel.comm_manager.register_target("qiansi.values", opened)
