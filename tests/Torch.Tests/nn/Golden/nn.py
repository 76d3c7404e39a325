#!/usr/bin/python3
"""What PyTorch 1.13.1 makes of layers, losses and short trainings: first parameters, outputs, gradients. Run: /usr/bin/python3 nn.py
Writes one .safetensors file a family, with tensors named CASE|input0, CASE|state.NAME, CASE|out0, CASE|grad.input0, CASE|grad.NAME, CASE|after.NAME."""
import json, os, struct, sys
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

assert torch.__version__.startswith("1.13"), torch.__version__  # Debian calls its 1.13.1 1.13.0a0
torch.set_num_threads(1)
HERE = os.path.dirname(os.path.abspath(__file__))
families = {}


def put(family, key, tensor):
    families.setdefault(family, {})[key] = tensor.detach().clone().contiguous()


def rand(*shape, seed=1, scale=1.0, integers=None, positive=False):
    g = torch.Generator().manual_seed(seed)
    if integers is not None:
        return torch.randint(0, integers, shape, generator=g)
    t = torch.rand(*shape, generator=g) if positive else torch.randn(*shape, generator=g)
    return t * scale


def weigh(n):
    return ((torch.arange(n) * 7 % 11) - 5).to(torch.float32) / 4


def case(family, name, build, *inputs, call=None, seed=7, evaluate=False):
    """build: makes a module (its parameters are recorded) or is a function; outputs are one tensor or several."""
    torch.manual_seed(seed)
    module = build if not isinstance(build, type(lambda: 0)) or call is None else build()
    if isinstance(module, nn.Module):
        for key, value in module.state_dict().items():
            put(family, f"{name}|state.{key}", value)
        if evaluate:
            module.eval()
    xs = [x.clone().requires_grad_(x.is_floating_point()) for x in inputs]
    for i, x in enumerate(inputs):
        put(family, f"{name}|input{i}", x)
    torch.manual_seed(seed + 1)
    out = call(module, *xs) if call else module(*xs)
    outs = out if isinstance(out, (tuple, list)) else [out]
    total = 0
    for i, o in enumerate(outs):
        put(family, f"{name}|out{i}", o)
        if o.is_floating_point() and o.requires_grad:
            total = total + (o.reshape(-1) * weigh(o.numel())).sum()
    total.backward()
    for i, x in enumerate(xs):
        if x.grad is not None:
            put(family, f"{name}|grad.input{i}", x.grad)
    if isinstance(module, nn.Module):
        for key, p in module.named_parameters():
            if p.grad is not None:
                put(family, f"{name}|grad.{key}", p.grad)
        for key, b in module.named_buffers():
            put(family, f"{name}|after.{key}", b)


def layer(family, name, build, *inputs, call=lambda m, *xs: m(*xs), **kw):
    case(family, name, build, *inputs, call=call, **kw)


def function(family, name, f, *inputs):
    case(family, name, f, *inputs)


# ---- activations
x = rand(3, 6, scale=2.5)
for name, f in {
    "relu": F.relu, "relu6": lambda x: F.relu6(x * 3), "leaky_relu": lambda x: F.leaky_relu(x, 0.2), "elu": lambda x: F.elu(x, 1.5), "selu": F.selu,
    "celu": lambda x: F.celu(x, 0.7), "gelu": F.gelu, "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"), "silu": F.silu, "sigmoid": torch.sigmoid,
    "tanh": torch.tanh, "softmax": lambda x: F.softmax(x, 1), "softmax0": lambda x: F.softmax(x, 0), "log_softmax": lambda x: F.log_softmax(x, -1), "softmin": lambda x: F.softmin(x, 1),
    "softplus": lambda x: F.softplus(x, 2, 3), "mish": F.mish, "hardswish": lambda x: F.hardswish(x * 2), "hardsigmoid": lambda x: F.hardsigmoid(x * 2),
    "hardtanh": lambda x: F.hardtanh(x, -1.5, 2), "logsigmoid": F.logsigmoid, "softsign": F.softsign, "tanhshrink": F.tanhshrink, "softshrink": lambda x: F.softshrink(x, 0.8),
    "hardshrink": lambda x: F.hardshrink(x, 0.8), "threshold": lambda x: F.threshold(x, 0.3, -7.0), "glu": lambda x: F.glu(x, 1), "normalize": lambda x: F.normalize(x, dim=1),
}.items():
    function("activations", name, f, x)
layer("activations", "PReLU", lambda: nn.PReLU(), x)
layer("activations", "PReLU channels", lambda: nn.PReLU(6, 0.1), x)

# ---- losses
a, b = rand(4, 3, seed=2, scale=1.5), rand(4, 3, seed=3, scale=1.5)
p, q = torch.sigmoid(rand(4, 3, seed=4)), torch.sigmoid(rand(4, 3, seed=5))
logits, labels, w = rand(5, 4, seed=6, scale=2), rand(5, seed=7, integers=4), rand(4, seed=8, positive=True) + 0.5
labels[2] = 1
images, maps = rand(2, 3, 2, 2, seed=9), rand(2, 2, 2, seed=10, integers=3)
probs = torch.softmax(rand(5, 4, seed=11), 1)
pw = torch.tensor([0.5, 2.0, 3.0])
for red in ("none", "mean", "sum"):
    function("losses", f"mse {red}", lambda x, t: F.mse_loss(x, t, reduction=red), a, b)
    function("losses", f"l1 {red}", lambda x, t: F.l1_loss(x, t, reduction=red), a, b)
    function("losses", f"smooth_l1 {red}", lambda x, t: F.smooth_l1_loss(x, t, reduction=red, beta=0.8), a, b)
    function("losses", f"huber {red}", lambda x, t: F.huber_loss(x, t, reduction=red, delta=0.8), a, b)
    function("losses", f"kl_div {red}", lambda x, t: F.kl_div(F.log_softmax(x, 1), t, reduction=red, log_target=False), logits, probs)
    function("losses", f"kl_div log {red}", lambda x, t: F.kl_div(F.log_softmax(x, 1), F.log_softmax(t, 1), reduction=red, log_target=True), logits, probs)
    function("losses", f"bce {red}", lambda x, t: F.binary_cross_entropy(x, t, reduction=red), p, q)
    function("losses", f"bce weight {red}", lambda x, t, w: F.binary_cross_entropy(x, t, w.detach(), reduction=red), p, q, pw)
    function("losses", f"bce_logits {red}", lambda x, t: F.binary_cross_entropy_with_logits(x, t, reduction=red), a, q)
    function("losses", f"bce_logits weights {red}", lambda x, t, w: F.binary_cross_entropy_with_logits(x, t, w.detach(), reduction=red, pos_weight=w.detach() + 0.5), a, q, pw)
    function("losses", f"nll {red}", lambda x, t: F.nll_loss(F.log_softmax(x, 1), t, reduction=red), logits, labels)
    function("losses", f"cross_entropy {red}", lambda x, t: F.cross_entropy(x, t, reduction=red), logits, labels)
    function("losses", f"cross_entropy weight {red}", lambda x, t, w: F.cross_entropy(x, t, w.detach(), reduction=red), logits, labels, w)
    function("losses", f"cross_entropy ignore {red}", lambda x, t: F.cross_entropy(x, t, ignore_index=1, reduction=red), logits, labels)
    function("losses", f"cross_entropy weight ignore {red}", lambda x, t, w: F.cross_entropy(x, t, w.detach(), ignore_index=1, reduction=red), logits, labels, w)
    function("losses", f"cross_entropy smooth {red}", lambda x, t: F.cross_entropy(x, t, label_smoothing=0.1, reduction=red), logits, labels)
    function("losses", f"cross_entropy smooth weight ignore {red}", lambda x, t, w: F.cross_entropy(x, t, w.detach(), ignore_index=1, label_smoothing=0.1, reduction=red), logits, labels, w)
    function("losses", f"cross_entropy images {red}", lambda x, t: F.cross_entropy(x, t, reduction=red), images, maps)
    function("losses", f"cross_entropy probabilities {red}", lambda x, t: F.cross_entropy(x, t, reduction=red), logits, probs)
    function("losses", f"cross_entropy probabilities smooth weight {red}", lambda x, t, w: F.cross_entropy(x, t, w.detach(), label_smoothing=0.2, reduction=red), logits, probs, w)
function("losses", "cross_entropy one", lambda x: F.cross_entropy(x, torch.tensor(2)), rand(4, seed=12))
function("losses", "cosine_similarity", lambda x, t: F.cosine_similarity(x, t), a, b)
function("losses", "pairwise_distance", lambda x, t: F.pairwise_distance(x, t), a, b)

# ---- linear
layer("linear", "Linear", lambda: nn.Linear(6, 4), rand(3, 6))
layer("linear", "Linear no bias", lambda: nn.Linear(6, 4, bias=False), rand(3, 6))
layer("linear", "Linear 3d", lambda: nn.Linear(6, 4), rand(2, 3, 6))
layer("linear", "Linear 1d", lambda: nn.Linear(6, 4), rand(6))
layer("linear", "Bilinear", lambda: nn.Bilinear(3, 4, 2), rand(5, 3), rand(5, 4, seed=2))
layer("linear", "Embedding", lambda: nn.Embedding(7, 3), rand(2, 5, integers=7))
layer("linear", "Embedding padding", lambda: nn.Embedding(7, 3, padding_idx=2), torch.tensor([[2, 5, 5], [0, 2, 6]]))
layer("linear", "Dropout", lambda: nn.Dropout(0.4), rand(4, 9))
layer("linear", "Dropout2d", lambda: nn.Dropout2d(0.4), rand(3, 5, 2, 2))
layer("linear", "Dropout eval", lambda: nn.Dropout(0.4), rand(4, 9), evaluate=True)
layer("linear", "MLP", lambda: nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Linear(8, 3)), rand(5, 6))

# ---- convolution
image = rand(2, 4, 7, 6)
for name, kw in {
    "Conv2d": dict(kernel_size=3), "Conv2d stride padding": dict(kernel_size=3, stride=2, padding=1), "Conv2d rectangle": dict(kernel_size=(3, 2), stride=(2, 1), padding=(1, 0)),
    "Conv2d dilation": dict(kernel_size=3, dilation=2, padding=2), "Conv2d groups": dict(kernel_size=3, groups=2), "Conv2d depthwise": dict(kernel_size=3, groups=4, padding=1),
    "Conv2d 1x1": dict(kernel_size=1), "Conv2d no bias": dict(kernel_size=3, bias=False), "Conv2d same": dict(kernel_size=(3, 4), padding="same"), "Conv2d valid": dict(kernel_size=3, padding="valid"),
    "Conv2d reflect": dict(kernel_size=3, padding=2, padding_mode="reflect"), "Conv2d replicate": dict(kernel_size=3, padding=1, padding_mode="replicate"), "Conv2d circular": dict(kernel_size=3, padding=1, padding_mode="circular"),
}.items():
    layer("convolution", name, lambda: nn.Conv2d(4, 8 if "depthwise" in name else 6, **kw), image)
layer("convolution", "Conv2d unbatched", lambda: nn.Conv2d(4, 3, 3), image[0])
signal = rand(2, 4, 9)
for name, kw in {"Conv1d": dict(kernel_size=3), "Conv1d stride padding": dict(kernel_size=3, stride=2, padding=1), "Conv1d dilation groups": dict(kernel_size=3, dilation=2, groups=2),
                 "Conv1d same": dict(kernel_size=3, padding="same"), "Conv1d circular": dict(kernel_size=3, padding=2, padding_mode="circular")}.items():
    layer("convolution", name, lambda: nn.Conv1d(4, 6, **kw), signal)
for name, kw in {"ConvTranspose2d": dict(kernel_size=3), "ConvTranspose2d stride": dict(kernel_size=3, stride=2, padding=1, output_padding=1), "ConvTranspose2d groups": dict(kernel_size=2, stride=2, groups=2),
                 "ConvTranspose2d dilation": dict(kernel_size=3, dilation=2, padding=3), "ConvTranspose2d no bias": dict(kernel_size=(2, 3), bias=False)}.items():
    layer("convolution", name, lambda: nn.ConvTranspose2d(4, 6, **kw), rand(2, 4, 4, 3))
layer("convolution", "ConvTranspose1d", lambda: nn.ConvTranspose1d(4, 2, 3, stride=2, padding=1, output_padding=1), rand(2, 4, 5))

# ---- normalisation
layer("normalization", "BatchNorm2d", lambda: nn.BatchNorm2d(4), image)
layer("normalization", "BatchNorm2d eval", lambda: nn.BatchNorm2d(4), image, evaluate=True)
layer("normalization", "BatchNorm2d cumulative", lambda: nn.BatchNorm2d(4, momentum=None), image)
layer("normalization", "BatchNorm2d no affine", lambda: nn.BatchNorm2d(4, affine=False), image)
layer("normalization", "BatchNorm2d no stats", lambda: nn.BatchNorm2d(4, track_running_stats=False), image, evaluate=True)
layer("normalization", "BatchNorm1d", lambda: nn.BatchNorm1d(5), rand(6, 5))
layer("normalization", "BatchNorm1d sequence", lambda: nn.BatchNorm1d(4, eps=1e-3, momentum=0.3), signal)
layer("normalization", "LayerNorm", lambda: nn.LayerNorm(5), rand(3, 2, 5))
layer("normalization", "LayerNorm 2d", lambda: nn.LayerNorm([2, 5], eps=1e-3), rand(3, 2, 5))
layer("normalization", "LayerNorm no affine", lambda: nn.LayerNorm(5, elementwise_affine=False), rand(3, 5))
layer("normalization", "GroupNorm", lambda: nn.GroupNorm(2, 4), image)
layer("normalization", "InstanceNorm2d", lambda: nn.InstanceNorm2d(4), image)
layer("normalization", "InstanceNorm2d affine stats", lambda: nn.InstanceNorm2d(4, affine=True, track_running_stats=True), image)
layer("normalization", "InstanceNorm1d", lambda: nn.InstanceNorm1d(4), signal)
function("normalization", "local_response_norm", lambda x: F.local_response_norm(x, 3), image)

# ---- pooling
big = rand(2, 3, 9, 8)
for name, f in {
    "max_pool2d": lambda x: F.max_pool2d(x, 2), "max_pool2d 3 2 1": lambda x: F.max_pool2d(x, 3, 2, 1), "max_pool2d dilation": lambda x: F.max_pool2d(x, (2, 3), (1, 2), 0, 2),
    "max_pool2d ceil": lambda x: F.max_pool2d(x, 2, 2, 0, ceil_mode=True), "max_pool2d ceil padding": lambda x: F.max_pool2d(x, 3, 2, 1, ceil_mode=True),
    "max_pool2d indices": lambda x: F.max_pool2d(x, 3, 2, 1, return_indices=True),
    "avg_pool2d": lambda x: F.avg_pool2d(x, 2), "avg_pool2d padding": lambda x: F.avg_pool2d(x, 3, 2, 1), "avg_pool2d no pad count": lambda x: F.avg_pool2d(x, 3, 2, 1, count_include_pad=False),
    "avg_pool2d ceil": lambda x: F.avg_pool2d(x, 3, 2, 1, ceil_mode=True), "avg_pool2d ceil no pad count": lambda x: F.avg_pool2d(x, (3, 2), 2, 1, ceil_mode=True, count_include_pad=False), "avg_pool2d divisor": lambda x: F.avg_pool2d(x, 2, divisor_override=3),
    "adaptive_avg_pool2d": lambda x: F.adaptive_avg_pool2d(x, (4, 3)), "adaptive_avg_pool2d 1": lambda x: F.adaptive_avg_pool2d(x, 1), "adaptive_avg_pool2d up": lambda x: F.adaptive_avg_pool2d(x, (12, 8)),
}.items():
    function("pooling", name, f, big)
long = rand(2, 3, 11)
for name, f in {"max_pool1d": lambda x: F.max_pool1d(x, 2), "max_pool1d 3 2 1": lambda x: F.max_pool1d(x, 3, 2, 1), "avg_pool1d": lambda x: F.avg_pool1d(x, 3, 2, 1), "adaptive_avg_pool1d": lambda x: F.adaptive_avg_pool1d(x, 4)}.items():
    function("pooling", name, f, long)

# ---- resampling and padding
small = rand(2, 4, 3, 4)
for name, f in {
    "nearest": lambda x: F.interpolate(x, scale_factor=2), "nearest size": lambda x: F.interpolate(x, size=(5, 6)), "nearest down": lambda x: F.interpolate(x, size=(2, 3)), "nearest factor": lambda x: F.interpolate(x, scale_factor=(1.7, 2.4)),
    "nearest-exact": lambda x: F.interpolate(x, size=(5, 7), mode="nearest-exact"),
    "bilinear": lambda x: F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False), "bilinear corners": lambda x: F.interpolate(x, size=(5, 7), mode="bilinear", align_corners=True),
    "bilinear down": lambda x: F.interpolate(x, size=(2, 3), mode="bilinear", align_corners=False), "bilinear factor": lambda x: F.interpolate(x, scale_factor=1.7, mode="bilinear", align_corners=False),
    "bicubic": lambda x: F.interpolate(x, size=(6, 7), mode="bicubic", align_corners=False), "area": lambda x: F.interpolate(x, size=(2, 2), mode="area"),
    "pixel_shuffle": lambda x: F.pixel_shuffle(x, 2), "pixel_unshuffle": lambda x: F.pixel_unshuffle(x[:, :, :2], 2),
    "pad": lambda x: F.pad(x, (1, 2, 0, 3), value=1.5), "pad negative": lambda x: F.pad(x, (-1, 2)), "pad reflect": lambda x: F.pad(x, (1, 2, 2, 1), mode="reflect"), "pad replicate": lambda x: F.pad(x, (1, 2, 2, 1), mode="replicate"), "pad circular": lambda x: F.pad(x, (1, 2, 2, 1), mode="circular"),
    "unfold": lambda x: F.unfold(x, 2, dilation=1, padding=1, stride=2), "fold": lambda x: F.fold(F.unfold(x, 2), (3, 4), 2),
}.items():
    function("resampling", name, f, small)
function("resampling", "linear", lambda x: F.interpolate(x, size=7, mode="linear", align_corners=False), rand(2, 3, 4))
function("resampling", "nearest 1d", lambda x: F.interpolate(x, size=7), rand(2, 3, 4))

# ---- recurrent
seq = rand(5, 3, 4)
both = lambda m, *xs: (lambda o: (o[0], *(o[1] if isinstance(o[1], tuple) else (o[1],))))(m(*xs))
for kind in ("RNN", "LSTM", "GRU"):
    cls = getattr(nn, kind)
    layer("recurrent", kind, lambda: cls(4, 3), seq, call=both)
    layer("recurrent", f"{kind} 2 layers", lambda: cls(4, 3, 2), seq, call=both)
    layer("recurrent", f"{kind} bidirectional", lambda: cls(4, 3, bidirectional=True), seq, call=both)
    layer("recurrent", f"{kind} 2 layers bidirectional batch_first dropout", lambda: cls(4, 3, 2, batch_first=True, dropout=0.5, bidirectional=True), seq.transpose(0, 1).contiguous(), call=both)
    layer("recurrent", f"{kind} no bias", lambda: cls(4, 3, bias=False), seq, call=both)
    layer("recurrent", f"{kind} unbatched", lambda: cls(4, 3), seq[:, 0].contiguous(), call=both)
layer("recurrent", "RNN relu", lambda: nn.RNN(4, 3, nonlinearity="relu"), seq, call=both)
h, c = rand(1, 3, 3, seed=2), rand(1, 3, 3, seed=3)
layer("recurrent", "RNN state", lambda: nn.RNN(4, 3), seq, h, call=both)
layer("recurrent", "GRU state", lambda: nn.GRU(4, 3), seq, h, call=both)
layer("recurrent", "LSTM state", lambda: nn.LSTM(4, 3), seq, h, c, call=lambda m, x, h, c: (lambda o: (o[0], *o[1]))(m(x, (h, c))))
layer("recurrent", "RNNCell", lambda: nn.RNNCell(4, 3), seq[0], h[0])
layer("recurrent", "GRUCell", lambda: nn.GRUCell(4, 3), seq[0], h[0])
layer("recurrent", "LSTMCell", lambda: nn.LSTMCell(4, 3), seq[0], h[0], c[0], call=lambda m, x, h, c: m(x, (h, c)))

# ---- attention
Q, K, V = rand(2, 2, 5, 4, seed=2), rand(2, 2, 6, 4, seed=3), rand(2, 2, 6, 3, seed=4)


def sdpa(q, k, v, mask=None, causal=False):
    s = q @ k.transpose(-2, -1) / (q.shape[-1] ** 0.5)
    if causal:
        s = s.masked_fill(torch.ones(q.shape[-2], k.shape[-2], dtype=torch.bool).tril() == 0, float("-inf"))
    if mask is not None:
        s = s.masked_fill(~mask, float("-inf")) if mask.dtype == torch.bool else s + mask
    return s.softmax(-1) @ v


keep = torch.tensor([[1, 1, 0, 1, 0, 1], [0, 1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1], [0, 0, 1, 1, 0, 1]]).bool()
function("attention", "sdpa", sdpa, Q, K, V)
function("attention", "sdpa causal", lambda q, k, v: sdpa(q, k, v, causal=True), Q, rand(2, 2, 5, 4, seed=5), rand(2, 2, 5, 3, seed=6))
function("attention", "sdpa bool mask", sdpa, Q, K, V, keep)
function("attention", "sdpa float mask", sdpa, Q, K, V, rand(2, 1, 5, 6, seed=7))
L, N, E = 5, 2, 8
q3, k3 = rand(L, N, E, seed=2), rand(6, N, E, seed=3)
mha = lambda m, q, k, **kw: m(q, k, k, **kw)
layer("attention", "MHA", lambda: nn.MultiheadAttention(E, 2), q3, k3, call=mha)
layer("attention", "MHA no bias", lambda: nn.MultiheadAttention(E, 2, bias=False), q3, k3, call=mha)
layer("attention", "MHA kdim", lambda: nn.MultiheadAttention(E, 2, kdim=6, vdim=6), q3, rand(6, N, 6, seed=4), call=mha)
layer("attention", "MHA no weights", lambda: nn.MultiheadAttention(E, 2), q3, k3, call=lambda m, q, k: m(q, k, k, need_weights=False)[0])
layer("attention", "MHA bias_kv zero", lambda: nn.MultiheadAttention(E, 2, add_bias_kv=True, add_zero_attn=True), q3, k3, call=mha)
layer("attention", "MHA batch_first", lambda: nn.MultiheadAttention(E, 2, batch_first=True), q3.transpose(0, 1).contiguous(), k3.transpose(0, 1).contiguous(), call=mha)
padding = torch.tensor([[0, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 1]]).bool()
layer("attention", "MHA padding mask", lambda: nn.MultiheadAttention(E, 2), q3, k3, padding, ~keep | torch.eye(5, 6).bool().logical_not() & False, call=lambda m, q, k, p, a: m(q, k, k, key_padding_mask=p, attn_mask=a & ~torch.eye(5, 6).bool()))
layer("attention", "MHA float mask", lambda: nn.MultiheadAttention(E, 2), q3, k3, rand(5, 6, seed=8), call=lambda m, q, k, a: m(q, k, k, attn_mask=a))
layer("attention", "MHA dropout", lambda: nn.MultiheadAttention(E, 2, dropout=0.3), q3, k3, call=mha)
layer("attention", "EncoderLayer", lambda: nn.TransformerEncoderLayer(E, 2, 12, dropout=0.0), q3)
layer("attention", "EncoderLayer gelu dropout", lambda: nn.TransformerEncoderLayer(E, 2, 12, dropout=0.2, activation="gelu"), q3)
layer("attention", "EncoderLayer norm_first", lambda: nn.TransformerEncoderLayer(E, 2, 12, dropout=0.0, norm_first=True), q3)
layer("attention", "Encoder", lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(E, 2, 12, dropout=0.0), 2), q3, torch.ones(L, L).triu(1).bool(), call=lambda m, x, mask: m(x, mask))
layer("attention", "DecoderLayer", lambda: nn.TransformerDecoderLayer(E, 2, 12, dropout=0.0), q3, k3)
layer("attention", "Decoder", lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(E, 2, 12, dropout=0.0), 2), q3, k3, torch.ones(L, L).triu(1).bool(), call=lambda m, x, y, mask: m(x, y, mask))
layer("attention", "Transformer", lambda: nn.Transformer(E, 2, 1, 1, 12, dropout=0.0), k3, q3)

# ---- initialisation
for name, f in {
    "uniform_": lambda t: nn.init.uniform_(t, -2, 3), "normal_": lambda t: nn.init.normal_(t, 1, 2), "constant_": lambda t: nn.init.constant_(t, 1.5), "ones_": nn.init.ones_, "zeros_": nn.init.zeros_, "eye_": nn.init.eye_,
    "xavier_uniform_": lambda t: nn.init.xavier_uniform_(t, 2), "xavier_normal_": nn.init.xavier_normal_, "kaiming_uniform_": lambda t: nn.init.kaiming_uniform_(t, nonlinearity="relu"), "kaiming_normal_": lambda t: nn.init.kaiming_normal_(t, mode="fan_out", nonlinearity="relu"),
    "trunc_normal_": lambda t: nn.init.trunc_normal_(t, 0.5, 1, -1, 1), "orthogonal_": nn.init.orthogonal_,
}.items():
    torch.manual_seed(3)
    put("init", f"{name}|out0", f(torch.empty(4, 6)))
torch.manual_seed(3)
put("init", "orthogonal_ tall|out0", nn.init.orthogonal_(torch.empty(6, 4), 2.0))
torch.manual_seed(3)
put("init", "sparse_|out0", nn.init.sparse_(torch.empty(4, 6), 0.6))
put("init", "dirac_|out0", nn.init.dirac_(torch.empty(3, 2, 3, 3)))

# ---- training: LeNet on made-up digits, plain gradient descent, loss after loss
torch.manual_seed(1)
net = nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))
losses = []
for step in range(12):
    t = torch.randint(0, 10, (16,))
    x = torch.rand(16, 1, 28, 28) * 0.5
    for i in range(16):
        x[i, 0, 2 * t[i]: 2 * t[i] + 6, 4:20] += 1
    loss = F.cross_entropy(net(x), t)
    losses.append(loss.item())
    net.zero_grad()
    loss.backward()
    with torch.no_grad():
        for p in net.parameters():
            p -= 0.1 * p.grad
put("training", "lenet|out0", torch.tensor(losses))
# a transformer with dropout, the same way
torch.manual_seed(2)


class Gpt(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens = nn.Embedding(11, 16)
        self.places = nn.Embedding(8, 16)
        self.block = nn.TransformerEncoder(nn.TransformerEncoderLayer(16, 2, 32, 0.1, "gelu", batch_first=True, norm_first=True), 2)
        self.norm = nn.LayerNorm(16)
        self.head = nn.Linear(16, 11)

    def forward(self, x):
        mask = torch.ones(8, 8).triu(1).bool()
        return self.head(self.norm(self.block(self.tokens(x) + self.places(torch.arange(8)), mask)))


gpt = Gpt()
losses = []
for step in range(12):
    x = (torch.randint(0, 11, (4, 1)) + torch.arange(9) * 3) % 11
    loss = F.cross_entropy(gpt(x[:, :-1]).reshape(-1, 11), x[:, 1:].reshape(-1))
    losses.append(loss.item())
    gpt.zero_grad()
    loss.backward()
    with torch.no_grad():
        for p in gpt.parameters():
            p -= 0.5 * p.grad
put("training", "gpt|out0", torch.tensor(losses))

# ---- a state dict as torch.save writes it
torch.manual_seed(4)
model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Flatten(), nn.Linear(8, 3))
model(torch.rand(2, 1, 4, 4))
torch.save(model.state_dict(), os.path.join(HERE, "small.pt"))
model.eval()
put("training", "small|input0", rand(2, 1, 4, 4))
put("training", "small|out0", model(rand(2, 1, 4, 4)))

TYPES = {torch.float32: "F32", torch.int64: "I64", torch.bool: "BOOL"}
for family, tensors in families.items():
    header, data = {}, b""
    for key, t in tensors.items():
        raw = t.numpy().tobytes()
        header[key] = {"dtype": TYPES[t.dtype], "shape": list(t.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(os.path.join(HERE, family + ".safetensors"), "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + data)
