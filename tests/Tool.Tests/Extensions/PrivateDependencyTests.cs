using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Qiansi.Engine;
using Qiansi.Tool.Libraries;

namespace Qiansi.Tool.Tests.Extensions;

/// <summary>Assemblies that the product's libraries use privately are of no concern to a notebook that brings its own of that
/// name.</summary>
public sealed class PrivateDependencyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("private dependencies").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("MathNet.Numerics", "using static Qiansi.torch;\nzeros(2, 3).shape", "[ 2, 3 ]",
        "zero = zeros(2, 3);\n(zero + 1).sum().item<float>()", "6")]
    [InlineData("System.Numerics.Tensors", "using static Qiansi.torch;\nzeros(2, 3).shape", "[ 2, 3 ]", "zero.numel()", "6")]
    [InlineData("CsvHelper", "var csv = Path.GetTempFileName(); File.WriteAllText(csv, \"a\\n1\"); Qiansi.Data.Csv.CsvTable.Read(csv).Rows",
        "1", "zero.numel()", "6")]
    public async Task Their_types_stay_the_same_and_the_notebook_gets_its_own(string name, string cell, string value, string later,
        string laterValue)
    {
        using var session = KernelExtensions.AddTo(new Session(_folder, KernelExtensions.OpenLibraries));
        await Run(session, "using static Qiansi.torch;\nvar zero = zeros(2, 3);");
        Assert.Equal(value, await Run(session, cell));
        Compile(name,
            "[assembly: System.Reflection.AssemblyVersion(\"77.0.0.0\")] public static class Mark { public static int Answer => 77; }");
        Assert.Equal("77", await Run(session, $"#r \"{name}.dll\"\nMark.Answer"));
        Assert.Equal(value, await Run(session, cell));
        Assert.Equal(laterValue, await Run(session, later));
        Assert.Equal("77", await Run(session, "typeof(Mark).Assembly.GetName().Version.Major"));
    }

    private void Compile(string name, string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Select(p => MetadataReference.CreateFromFile(p));
        var result = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], references,
            new(OutputKind.DynamicallyLinkedLibrary))
            .Emit(Path.Combine(_folder, name + ".dll"));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    private static async Task<string> Run(Session session, string code) => (await session.RunAsync(code)).Text;
}
