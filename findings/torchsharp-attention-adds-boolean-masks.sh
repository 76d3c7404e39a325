#!/usr/bin/env bash
# In TorchSharp 0.107.0 (libtorch 2.10.0) a boolean attention mask of MultiheadAttention and of TransformerEncoderLayer is added to the scores as
# 0 and 1 instead of hiding where it is true: what a causal mask should hide is preferred by a factor of e. The same mask as 0 and -inf hides, a
# boolean key_padding_mask hides, and functional.scaled_dot_product_attention takes boolean masks as PyTorch does (true: may be seen).
# PyTorch's documentation of attn_mask: for a binary mask, a True value indicates that the position is not allowed to attend.
#
# Seen with .NET 10, linux-x64:
#   MultiheadAttention, boolean causal mask, weight on the future: 0.858
#   MultiheadAttention, 0 and -inf, weight on the future: 0.000
#   MultiheadAttention, boolean padding mask, weight on the padding: 0.000
#   TransformerEncoderLayer, boolean causal mask: the first position follows the last: True
#   scaled_dot_product_attention, boolean causal mask, weight on the future: 0.000
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"; . "$here/support/torchsharp.sh"
cat > Program.cs <<'X'
using System.Globalization;
using static TorchSharp.torch;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Native.Load(args);
manual_seed(0);
var attention = nn.MultiheadAttention(4, 1, dropout: 0);
attention.eval();
var x = randn(3, 1, 4);
var future = ones(3, 3, dtype: @bool).triu(1);
var infinite = zeros(3, 3).masked_fill(future, float.NegativeInfinity);
var padding = tensor(new[,] { { false, false, true } });
double OnTheFuture(Tensor weights) => weights[0, 0].slice(0, 1, 3, 1).sum().item<float>();
Console.WriteLine($"MultiheadAttention, boolean causal mask, weight on the future: {OnTheFuture(attention.forward(x, x, x, null, true, future).Item2):0.000}");
Console.WriteLine($"MultiheadAttention, 0 and -inf, weight on the future: {OnTheFuture(attention.forward(x, x, x, null, true, infinite).Item2):0.000}");
Console.WriteLine($"MultiheadAttention, boolean padding mask, weight on the padding: {attention.forward(x, x, x, padding, true, null).Item2[0, 0, 2].item<float>():0.000}");
var layer = nn.TransformerEncoderLayer(4, 1, 8, 0.0);
layer.eval();
var other = x.clone();
other[2] = zeros(1, 4);
var moves = (layer.call(other, future, null)[0] - layer.call(x, future, null)[0]).abs().max().item<float>() > 1e-3;
Console.WriteLine($"TransformerEncoderLayer, boolean causal mask: the first position follows the last: {moves}");
var q = zeros(1, 1, 3, 2);
var value = tensor(new float[] { 0, 1, 1 }).reshape(1, 1, 3, 1).expand(1, 1, 3, 2);
var seen = nn.functional.scaled_dot_product_attention(q, q, value, future.logical_not())[0, 0, 0, 0].item<float>();
Console.WriteLine($"scaled_dot_product_attention, boolean causal mask, weight on the future: {seen:0.000}");
X
build_probe; weak_copy >/dev/null
dotnet out/probe.dll "$work/copy/libLibTorchSharp.so" | tee seen
grep '^#   ' "$here/$(basename "$0")" | cut -c5- | diff - seen
