#!/usr/bin/env bash
# A program of top-level statements may have a variable called `extension`, also in C# 14 where that word is a contextual keyword. In a script
# (Microsoft.CodeAnalysis.CSharp.Scripting 5.12.0, C# 14) the statement `extension = extension.ToLower();` is read as an extension block, and
# beside the syntax errors Emit tells of an InvalidCastException inside of the compiler as CS1569.
#
# Seen with .NET 10, linux-x64:
#   a program of C# 14: no errors
#   a script of C# 13: no errors
#   a script of C# 14: CS1003, CS1026, CS1031, CS1513, CS1514, CS1569, CS9283
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
const string Text = "var extension = \".PNG\"; extension = extension.ToLower();";
string[] core = ["System.Private.CoreLib", "System.Runtime"];
var references = core.Select(n => MetadataReference.CreateFromFile(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, n + ".dll")));
foreach (var (name, kind, version) in new[]
{
    ("a program of C# 14", SourceCodeKind.Regular, LanguageVersion.CSharp14),
    ("a script of C# 13", SourceCodeKind.Script, LanguageVersion.CSharp13),
    ("a script of C# 14", SourceCodeKind.Script, LanguageVersion.CSharp14),
})
{
    var tree = CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(version, DocumentationMode.Parse, kind));
    var compilation = kind == SourceCodeKind.Script
        ? CSharpCompilation.CreateScriptCompilation("cell", tree, references)
        : CSharpCompilation.Create("program", [tree], references);
    var errors = compilation.Emit(new MemoryStream()).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).Distinct().Order().ToList();
    Console.WriteLine($"{name}: {(errors.Count == 0 ? "no errors" : string.Join(", ", errors))}");
}
X
dotnet build -c Release -o out -v q --nologo >/dev/null
dotnet out/probe.dll | tee seen
grep '^#   ' "$here/$(basename "$0")" | cut -c5- | diff - seen
