#!/usr/bin/env bash
# In TorchSharp 0.107.0 x.sum(0) and x.prod(0) take all elements together, and x.sum(1) goes along dimension 1, as it should. In C# the literal
# 0, and no other number, converts to any enumeration: the overload that takes a ScalarType is chosen. A variable that is 0, or 0L, is a dimension.
#
# Seen with .NET 10, linux-x64, x = [[1, 2], [3, 4]]:
#   sum(0): 10, type Byte
#   sum(0L): 4 6, type Float32
#   sum(1): 3 7, type Float32
#   prod(0): 24, type Byte
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"; . "$here/support/torchsharp.sh"
cat > Program.cs <<'X'
using static TorchSharp.torch;
Native.Load(args);
string Show(Tensor t) => string.Join(" ", t.to(float32).contiguous().flatten().data<float>()) + $", type {t.dtype}";
var x = tensor(new float[] { 1, 2, 3, 4 }).reshape(2, 2);
Console.WriteLine($"sum(0): {Show(x.sum(0))}");
Console.WriteLine($"sum(0L): {Show(x.sum(0L))}");
Console.WriteLine($"sum(1): {Show(x.sum(1))}");
Console.WriteLine($"prod(0): {Show(x.prod(0))}");
X
build_probe; weak_copy >/dev/null
dotnet out/probe.dll "$work/copy/libLibTorchSharp.so" | tee seen
grep '^#   ' "$here/$(basename "$0")" | cut -c5- | tail -n 4 | diff - seen
