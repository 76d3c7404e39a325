#!/usr/bin/env bash
# libtorch 2.10.0 (seen through TorchSharp 0.107.0): the gradient of logsumexp, which is the softmax and sums to 1, is computed as exp(x - y) from
# the rounded result y, so it is wrong by a factor as soon as y has lost digits: of two equal float32 logits 1e4 it is 0.4999 each, at 1e6 0.5028,
# at 1e8 and above 1 each (right: 0.5). log_softmax and cross_entropy of the same logits are right (0.6931, gradient 0.5 and -0.5).
#
# Seen with .NET 10, linux-x64:
#   logsumexp 1E+04: gradient 0.4999 0.4999
#   logsumexp 1E+06: gradient 0.5028 0.5028
#   logsumexp 1E+08: gradient 1 1
#   cross_entropy 1E+08: 0.6931, gradient 0.5 -0.5
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"; . "$here/support/torchsharp.sh"
cat > Program.cs <<'X'
using System.Globalization;
using static TorchSharp.torch;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Native.Load(args);
string Show(Tensor t) => string.Join(" ", t.flatten().data<float>().Select(v => v.ToString("0.####")));
foreach (var size in new[] { 1e4f, 1e6f, 1e8f })
{
    var x = full(2, size).requires_grad_();
    x.logsumexp(0).backward();
    Console.WriteLine($"logsumexp {size:E0}: gradient {Show(x.grad!)}".Replace("E+00", "E+0"));
}
var logits = full(1, 2, 1e8f).requires_grad_();
var loss = nn.functional.cross_entropy(logits, tensor(new[] { 1L }));
loss.backward();
Console.WriteLine($"cross_entropy 1E+08: {loss.item<float>():0.####}, gradient {Show(logits.grad!)}");
X
build_probe; weak_copy >/dev/null
dotnet out/probe.dll "$work/copy/libLibTorchSharp.so" | tee seen
grep '^#   ' "$here/$(basename "$0")" | cut -c5- | diff - seen
