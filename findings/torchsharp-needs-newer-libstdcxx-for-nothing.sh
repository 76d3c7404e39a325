#!/usr/bin/env bash
# TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 does not load where libstdc++ is older than GCC 13's (Debian 12, Ubuntu 22.04), and says
# (after copying 600 MB of libraries beside the program) that libtorch-cpu-linux-x64 is not referenced or not restored, though it is. The one thing missing is the symbol version GLIBCXX_3.4.32 of
# libstdc++.so.6, needed by libLibTorchSharp.so alone, for the symbol std::ios_base_library_init(), which no relocation names: it is never called.
# With that need marked weak in a copy (one bit of .gnu.version_r), the package loads and computes as it does on newer systems.
#
# Seen with .NET 10, linux-x64, Debian 12:
#   as installed: loads=False
#   weak needs: 1 of GLIBCXX_3.4.32; relocations that name its symbol: 0
#   patched copy: 0.4963 0.7682 0.0885
# (On a system with a newer libstdc++ the first line is loads=True; the others stay.)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
command -v readelf >/dev/null || { echo "readelf is needed (binutils)"; exit 2; }
cd "$work"; . "$here/support/torchsharp.sh"
cat > Program.cs <<'X'
using System.Globalization;
using static TorchSharp.torch;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Native.Load(args);
try
{
    manual_seed(0);
    Console.WriteLine(string.Join(" ", rand(3).data<float>().Select(v => v.ToString("0.0000"))));
}
catch (Exception e) when (e is NotSupportedException or TypeInitializationException or DllNotFoundException)
{
    Console.WriteLine("refused: " + (e.InnerException ?? e).Message.Split('\n')[0]);
}
X
build_probe
plain=$(dotnet out/probe.dll | tail -n 1)
case "$plain" in refused*) echo "as installed: loads=False" ;; *) echo "as installed: loads=True" ;; esac
needs=$(weak_copy)
names=$(readelf -rW out/libLibTorchSharp.so | grep -c ios_base_library_init || true)
echo "weak needs: $needs of GLIBCXX_3.4.32; relocations that name its symbol: $names"
patched=$(dotnet out/probe.dll "$work/copy/libLibTorchSharp.so")
echo "patched copy: $patched"
[ "$needs" = 1 ] && [ "$names" = 0 ] && [ "$patched" = "0.4963 0.7682 0.0885" ]
case "$plain" in refused*libtorch-cpu-linux-x64* | "0.4963 0.7682 0.0885") ;; *) echo "the message has changed: $plain"; exit 1 ;; esac
