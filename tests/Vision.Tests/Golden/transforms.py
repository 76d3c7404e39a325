"""Pictures by torchvision 0.14.1 (Debian's python3-torchvision) for TransformGoldenTests: /usr/bin/python3 transforms.py > transforms.json

Each case: the function, its arguments, the picture's shape and type, and the result. Element n of a picture is (7·n mod 23) + n / 8; integers are cut.
Left out: places exactly halfway between two pixels, where the rounding of float32 decides which is nearest (quarter turns of 4 by 5 pixels); and crops wholly
above or to the left of a picture, which 0.14.1 gives another size than was asked for, since it slices by the negative end.
"""
import json
import sys

import torch
from torchvision.transforms import InterpolationMode
from torchvision.transforms import functional as F

SHAPES = [(1, 3, 3), (2, 4, 5), (1, 5, 4), (2, 1, 6, 7), (1, 8, 8)]
MODES = {"nearest": InterpolationMode.NEAREST, "bilinear": InterpolationMode.BILINEAR}


def picture(shape, dtype):
    n = torch.arange(torch.Size(shape).numel(), dtype=torch.float64)
    return ((7 * n) % 23 + n / 8).to(dtype).reshape(shape)


def affine(x, angle=0.0, translate=(0, 0), scale=1.0, shear=0.0, interpolation="nearest"):
    return F.affine(x, angle, list(translate), scale, [shear, 0.0], MODES[interpolation])


FUNCTIONS = {
    "rotate": lambda x, angle, interpolation="nearest": F.rotate(x, angle, MODES[interpolation]),
    "affine": affine,
    "center_crop": lambda x, size: F.center_crop(x, size),
    "crop": lambda x, box: F.crop(x, *box),
    "pad": lambda x, padding, fill: F.pad(x, padding, fill),
    "hflip": F.hflip,
    "vflip": F.vflip,
    "normalize": lambda x, mean, std: F.normalize(x, mean, std),
}


def cases():
    for shape in SHAPES:
        yield from ((name, shape, torch.float32, {}) for name in ("hflip", "vflip"))
        for mode in MODES:
            quarters = () if mode == "nearest" and (shape[-1] + shape[-2]) % 2 else (90.0, -90.0)
            for angle in (*quarters, 180.0, 17.3, -61.4, 251.9):
                yield "rotate", shape, torch.float32, {"angle": angle, "interpolation": mode}
            for arguments in (
                {"angle": 23.7}, {"translate": (1, 0)}, {"translate": (-1, 2)}, {"scale": 1.37}, {"scale": 0.61}, {"shear": 19.1}, {"shear": -33.3},
                {"angle": -38.2, "translate": (1, -1), "scale": 1.21, "shear": 12.4},
            ):
                yield "affine", shape, torch.float32, {**arguments, "interpolation": mode}
    for dtype in (torch.float64, torch.uint8, torch.int32, torch.int64):
        for mode in MODES:
            yield "rotate", (2, 4, 5), dtype, {"angle": 28.6, "interpolation": mode}
            yield "affine", (2, 4, 5), dtype, {"angle": 12.2, "scale": 0.83, "shear": 9.7, "interpolation": mode}
    for shape in ((1, 6, 6), (2, 5, 7), (3, 4)):
        for size in ((3, 3), (2, 5), (4, 2), (5, 4), (1, 1), (6, 6), (7, 9), (8, 1)):
            yield "center_crop", shape, torch.float32, {"size": size}
    for box in ((0, 0, 4, 5), (1, 2, 2, 2), (-1, 1, 3, 3), (2, 3, 4, 4), (1, -2, 2, 9), (5, 6, 2, 2)):
        yield "crop", (2, 4, 5), torch.float32, {"box": box}
    yield "pad", (2, 3, 4), torch.float32, {"padding": 2, "fill": 0.5}
    yield "normalize", (3, 2, 2), torch.float32, {"mean": (0.5, 4.0, 7.0), "std": (0.2, 3.0, 0.7)}


def written(x):
    return [float(f"{v:.9g}") for v in x.reshape(-1).tolist()]


def main():
    lines = []
    for name, shape, dtype, arguments in cases():
        y = FUNCTIONS[name](picture(shape, dtype), **arguments)
        case = {"function": name, "shape": shape, "type": str(dtype)[6:], "arguments": arguments, "result": {"shape": list(y.shape), "value": written(y)}}
        lines.append(json.dumps(case, separators=(",", ":")))
    sys.stdout.write("[\n" + ",\n".join(lines) + "\n]\n")


main()
