#!/usr/bin/env bash
# In Microsoft.CodeAnalysis.CSharp.Scripting 5.12.0 the time to compile a script grows with the square of its length when its top-level
# statements have blocks or lambdas: four times the loops take about sixteen times as long. The same loops in a block of the script take about
# four times as long.
# Each such statement gets an ExecutableCodeBinder of its own, which maps the scopes of the whole file.
#
# Seen with .NET 10, linux-x64 (figures of the time differ, the words do not):
#   loops at the top of a script: more than 8 times as long for 4 times as many
#   the same loops in a block of the script: less than 8 times as long for 4 times as many
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
cat > probe.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.CodeAnalysis.CSharp.Scripting" Version="5.12.0" /></ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
string Loops(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => $"for (var i = 0; i < 2; i++) {{ s += i * {i}; }}"));
double Milliseconds(string text)
{
    // The clock of the processor time: other programs do not count.
    var script = CSharpScript.Create(text);
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    if (script.GetCompilation().GetDiagnostics().Any(d => d.DefaultSeverity == DiagnosticSeverity.Error)) throw new Exception("does not compile");
    return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
}
foreach (var (name, wrap) in new (string, Func<string, string>)[]
{
    ("loops at the top of a script", t => $"var s = 0.0;\n{t}"),
    ("the same loops in a block of the script", t => $"var s = 0.0;\n{{\n{t}\n}}"),
})
{
    Milliseconds(wrap(Loops(400)));
    var ratio = Milliseconds(wrap(Loops(2000))) / Milliseconds(wrap(Loops(500)));
    Console.WriteLine($"{name}: {(ratio > 8 ? "more" : "less")} than 8 times as long for 4 times as many");
    Console.Error.WriteLine($"({ratio:0.0} times)");
}
X
dotnet build -c Release -o out -v q --nologo >/dev/null
dotnet out/probe.dll | tee seen
grep '^#   ' "$here/$(basename "$0")" | cut -c5- | diff - seen
