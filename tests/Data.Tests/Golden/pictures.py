"""Writes PNG files of every kind and pictures.json with their pixels. Run with Debian's python3: /usr/bin/python3 pictures.py

Python's standard library has no PNG: the rows are filtered and packed here, from the standard's text.
"""
import json
import pathlib
import struct
import zlib

here = pathlib.Path(__file__).parent
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
pictures = {}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def paeth(a, b, c):
    p = a + b - c
    pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
    return a if pa <= pb and pa <= pc else b if pb <= pc else c


def filtered(row, above, step, kind):
    out = bytearray([kind])
    for i, x in enumerate(row):
        a = row[i - step] if i >= step else 0
        b = above[i]
        c = above[i - step] if i >= step else 0
        out.append((x - [0, a, b, (a + b) // 2, paeth(a, b, c)][kind]) & 255)
    return out


def packed(samples, depth):
    if depth == 16:
        return b"".join(struct.pack(">H", s) for s in samples)
    bits = "".join(format(s, f"0{depth}b") for s in samples)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def write(name, width, height, depth, color, interlaced=False, palette=None, transparency=None, filters=range(5)):
    channels, top = CHANNELS[color], (1 << depth) - 1
    top = min(top, len(palette) // 3 - 1) if palette else top
    pixels = [[[((x * 37 + y * 91 + c * 53 + x * y) * (257 if depth == 16 else 1)) % (top + 1) for c in range(channels)] for x in range(width)] for y in range(height)]
    data, filters = bytearray(), list(filters)
    step = max(1, channels * depth // 8)
    for x0, y0, dx, dy in ADAM7 if interlaced else [(0, 0, 1, 1)]:
        columns = range(x0, width, dx)
        if not columns:
            continue
        above = bytes((len(columns) * channels * depth + 7) // 8)
        for n, y in enumerate(range(y0, height, dy)):
            row = packed([s for x in columns for s in pixels[y][x]], depth)
            data += filtered(row, above, step, filters[n % len(filters)])
            above = row
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, int(interlaced)))
    if palette:
        out += chunk(b"PLTE", bytes(palette))
    if transparency is not None:
        out += chunk(b"tRNS", bytes(transparency))
    out += chunk(b"tEXt", b"Comment\0made by a script")
    stream = zlib.compress(bytes(data), 9)
    half = len(stream) // 2
    out += chunk(b"IDAT", stream[:half]) + chunk(b"IDAT", stream[half:]) + chunk(b"IEND", b"")
    (here / name).write_bytes(out)
    expected = []
    for y in range(height):
        for x in range(width):
            p = pixels[y][x]
            if color == 3:
                expected += palette[3 * p[0]:3 * p[0] + 3]
                if transparency is not None:
                    expected.append(transparency[p[0]] if p[0] < len(transparency) else 255)
            else:
                expected += [s * 255 // top if depth < 8 else s for s in p]
                if transparency is not None:
                    key = [struct.unpack(">H", bytes(transparency[2 * c:2 * c + 2]))[0] for c in range(channels)]
                    expected.append(0 if p == key else top if depth == 16 else 255)
    pictures[name] = {"width": width, "height": height, "channels": len(expected) // (width * height), "depth": max(8, depth), "samples": expected}


for depth in (1, 2, 4, 8, 16):
    write(f"gray{depth}.png", 13, 11, depth, 0)
    write(f"gray{depth}-interlaced.png", 13, 11, depth, 0, interlaced=True)
palette = [v for i in range(16) for v in (i * 16, 255 - i * 9, (i * 53) % 256)]
for depth in (1, 2, 4, 8):
    write(f"palette{depth}.png", 13, 9, depth, 3, palette=palette[:3 * min(16, 1 << depth)])
write("palette4-interlaced-alpha.png", 10, 10, 4, 3, interlaced=True, palette=palette, transparency=[0, 80, 160])
for depth in (8, 16):
    write(f"rgb{depth}.png", 9, 10, depth, 2)
    write(f"gray-alpha{depth}.png", 9, 10, depth, 4)
    write(f"rgba{depth}-interlaced.png", 17, 9, depth, 6, interlaced=True)
write("gray8-key.png", 12, 6, 8, 0, transparency=[0, 37])
write("rgb8-key.png", 12, 6, 8, 2, transparency=[0, 0, 0, 53, 0, 106])
for size in (1, 2, 3, 5):
    write(f"tiny{size}-interlaced.png", size, size, 8, 2, interlaced=True)
(here / "pictures.json").write_text(json.dumps(pictures) + "\n")
