#!/usr/bin/env bash
# Functions of TorchSharp 0.107.0 (libtorch 2.10.0) that do not compute what PyTorch computes under the same name; none of them says so.
#   xavier_normal_ draws uniformly (a normal sample has a kurtosis of 3 and passes the uniform bound), trunc_normal_ fills with the deviation,
#   var ignores unbiased: false (right 1.25), var_mean gives the deviation in place of the variance (right 1.667), a Hardtanh made without
#   arguments changes nothing (right -1 0.5 1), baddbmm(input, a, b) computes input·a + b (5·2 + 3) in place of input + a·b (5 + 2·3).
#
# Seen with .NET 10, linux-x64:
#   xavier_normal_: kurtosis 1.8, numbers beyond the uniform bound 0
#   trunc_normal_(std: 0.5): 0.5 0.5 0.5 0.5
#   var(1 2 3 4): unbiased 1.667, biased 1.667
#   var_mean(1 2 3 4): 1.291 2.5
#   Hardtanh(-3 0.5 3): -3 0.5 3
#   baddbmm(5, 2, 3): 13
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"; . "$here/support/torchsharp.sh"
cat > Program.cs <<'X'
using System.Globalization;
using static TorchSharp.torch;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Native.Load(args);
manual_seed(0);
string Show(Tensor t) => string.Join(" ", t.to(float32).contiguous().flatten().data<float>().Select(v => v.ToString("0.###")));
var w = empty(400, 600);
nn.init.xavier_normal_(w);
var kurtosis = w.pow(4).mean().item<float>() / Math.Pow(w.pow(2).mean().item<float>(), 2);
Console.WriteLine($"xavier_normal_: kurtosis {kurtosis:0.0}, numbers beyond the uniform bound {(w.abs() > Math.Sqrt(6.0 / 1000)).sum().item<long>()}");
var t = empty(4);
nn.init.trunc_normal_(t, 0, 0.5, -2, 2);
Console.WriteLine($"trunc_normal_(std: 0.5): {Show(t)}");
var x = tensor(new float[] { 1, 2, 3, 4 });
Console.WriteLine($"var(1 2 3 4): unbiased {Show(x.var(unbiased: true))}, biased {Show(x.var(unbiased: false))}");
var (variance, mean) = var_mean(x);
Console.WriteLine($"var_mean(1 2 3 4): {Show(variance)} {Show(mean)}");
Console.WriteLine($"Hardtanh(-3 0.5 3): {Show(nn.Hardtanh().forward(tensor(new float[] { -3, 0.5f, 3 })))}");
Console.WriteLine($"baddbmm(5, 2, 3): {Show(baddbmm(full(1, 1, 1, 5f), full(1, 1, 1, 2f), full(1, 1, 1, 3f), beta: 1, alpha: 1))}");
X
build_probe; weak_copy >/dev/null
dotnet out/probe.dll "$work/copy/libLibTorchSharp.so" | tee seen
grep '^#   ' "$here/$(basename "$0")" | cut -c5- | tail -n 6 | diff - seen
