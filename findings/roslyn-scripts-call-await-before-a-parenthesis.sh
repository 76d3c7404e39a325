#!/usr/bin/env bash
# In Microsoft.CodeAnalysis.CSharp.Scripting 5.12.0 a statement at the top of a script that awaits an expression in parentheses, or a cast, does
# not compile: the script's parser reads a call of a method named await. The same statement compiles at the top of a program, and in a script
# when a name stands behind the word.
#
# Seen with .NET 10, linux-x64:
#   program: await (Task)o; -> compiles
#   script: await (Task)o; -> CS0103, CS0119, CS1002, CS0201
#   program: await (Task.Delay(1)); -> compiles
#   script: await (Task.Delay(1)); -> CS0103
#   program: await Task.Delay(1); -> compiles
#   script: await Task.Delay(1); -> compiles
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
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
const string Head = "using System.Threading.Tasks; object o = Task.CompletedTask; ";
foreach (var statement in new[] { "await (Task)o;", "await (Task.Delay(1));", "await Task.Delay(1);" })
{
    var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(p => p.Contains("Microsoft.NETCore.App")).Select(p => MetadataReference.CreateFromFile(p)).ToList();
    var program = CSharpCompilation.Create("p", [CSharpSyntaxTree.ParseText(Head + statement)], references);
    var script = CSharpScript.Create(Head + statement, ScriptOptions.Default.WithReferences(references)).GetCompilation();
    Console.WriteLine($"program: {statement} -> {Told(program)}");
    Console.WriteLine($"script: {statement} -> {Told(script)}");
}

static string Told(Compilation compilation)
{
    var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start).Select(d => d.Id).Distinct();
    return string.Join(", ", errors) is { Length: > 0 } ids ? ids : "compiles";
}
X
dotnet build -c Release -o out -v q --nologo >/dev/null
dotnet out/probe.dll | tee seen
grep '^#   ' "$here/$(basename "$0")" | cut -c5- | diff - seen
