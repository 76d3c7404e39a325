# Sourced by the findings about TorchSharp: makes in the current folder a project with TorchSharp 0.107.0 and libtorch 2.10.0 (CPU, linux-x64).
# build_probe builds Program.cs, weak_copy makes a copy of libLibTorchSharp.so that loads where libstdc++ is older than GCC 13's; a program
# that is given the copy's path loads it first (torchsharp-needs-newer-libstdcxx-for-nothing.sh says why).
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cat > probe.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><RuntimeIdentifier>linux-x64</RuntimeIdentifier><SelfContained>false</SelfContained></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="TorchSharp" Version="0.107.0" />
    <PackageReference Include="libtorch-cpu-linux-x64" Version="2.10.0" />
  </ItemGroup>
</Project>
X
cat > Native.cs <<'X'
using System.Runtime.InteropServices;

internal static class Native
{
    public static void Load(string[] args)
    {
        if (args.Length == 0) return;
        NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "libtorch.so"));
        NativeLibrary.Load(args[0]);
    }
}
X
cat > weak.py <<'X'
"""Marks the needed versions GLIBCXX_3.4.32 of an ELF64 file weak; prints how many there were."""
import struct, sys
source, target = sys.argv[1:]
data = bytearray(open(source, "rb").read())
shoff, = struct.unpack_from("<Q", data, 0x28)
entry, count = struct.unpack_from("<HH", data, 0x3A)
sections = [struct.unpack_from("<IIQQQQIIQQ", data, shoff + i * entry) for i in range(count)]
found = 0
for section in sections:
    if section[1] != 0x6FFFFFFE:  # SHT_GNU_verneed
        continue
    strings = sections[section[6]][4]
    at, more = section[4], True
    while more:
        _, needs, _, first, following = struct.unpack_from("<HHIII", data, at)
        need = at + first
        for _ in range(needs):
            _, flags, _, name, step = struct.unpack_from("<IHHII", data, need)
            end = data.index(b"\0", strings + name)
            if data[strings + name:end] == b"GLIBCXX_3.4.32":
                struct.pack_into("<H", data, need + 4, flags | 2)  # VER_FLG_WEAK
                found += 1
            need += step
        at, more = at + following, following != 0
open(target, "wb").write(data)
print(found)
X
build_probe() { dotnet build -c Release -v q -o out > build.log 2>&1 || { cat build.log; exit 2; }; }
weak_copy() { mkdir -p copy && python3 weak.py out/libLibTorchSharp.so copy/libLibTorchSharp.so; }
