using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Qiansi.Tool.Tests.Extensions;

/// <summary>The extensions in a host that has nothing of ours, only Microsoft.DotNet.Interactive.Formatting: a small program,
/// compiled here, that runs each <c>extension.dib</c> and formats values.</summary>
public sealed class ForeignHostTests : IDisposable
{
    private static readonly string[] HostAssemblies = ["Qiansi.Engine", "Qiansi.Kernel", "Qiansi.Jupyter", "Qiansi.Server",
        "Qiansi.Publishing", "Qiansi.Documents", "Qiansi.Interactive", "nb"];

    private readonly ExtensionFolder _extensions = new(ExtensionFolder.Extensions);

    public void Dispose() => _extensions.Dispose();

    [Fact]
    public void Extensions_reference_nothing_of_a_host()
    {
        Assert.Superset(ExtensionFolder.Extensions.ToHashSet(), _extensions.Assemblies.ToHashSet());
        Assert.Contains("Microsoft.DotNet.Interactive.Formatting", _extensions.Assemblies);
        Assert.Empty(_extensions.Assemblies.Intersect(HostAssemblies));
        Assert.DoesNotContain(_extensions.Assemblies, a => a.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_are_formatted_after_each_extension_dib_has_run()
    {
        var output = await RunAsync($$"""
            using System;
            using System.Linq;
            using Microsoft.DotNet.Interactive.Formatting;
            using Qiansi;
            using Qiansi.Charts;
            using Qiansi.Metrics;
            using Qiansi.Trees;
            static class Program
            {
                static void Main()
                {
                    {{string.Join("\n", ExtensionFolder.Extensions.Select(Script))}}
                    Show("tensor", torch.tensor(new[] { 1f, 2f, 4f }));
                    Show("tree", Tree.Of("root", s => s == "root" ? new[] { "left", "right" } : null));
                    Show("chart", Chart.Line(new[] { 1.0, 2, 3 }, new[] { 2.0, 1, 5 }, Name: "loss"));
                    Show("metrics", Metrics.Now());
                    foreach (var i in Progress.Track(Enumerable.Range(0, 3), "steps")) { }
                    Console.WriteLine("loaded: " + string.Join(' ', AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name)));
                }

                static void Show(string name, object value) =>
                    Console.WriteLine($"{name}: {value.ToDisplayString("text/html").Replace('\n', ' ')}\n{name} text: {value.ToDisplayString("text/plain").Replace('\n', ' ')}");
            }
            """);
        string Line(string name) => output.Split('\n').Single(l => l.StartsWith(name + ": ", StringComparison.Ordinal));
        Assert.Contains("<svg", Line("tensor"));
        Assert.Contains("aria-label=\"tree of 3 nodes\"", Line("tree"));
        Assert.Contains("root ├── left └── right", Line("tree text"));
        Assert.Contains("<svg", Line("chart"));
        Assert.Contains("<", Line("metrics"));
        Assert.Contains("3 of 3", output);
        Assert.Empty(Line("loaded").Split(' ').Intersect(HostAssemblies));
    }

    /// <summary>The C# part of an extension's script.</summary>
    private static string Script(string extension)
    {
        var script = File.ReadAllText(Repository.PathOf("kernel-extensions", extension["Qiansi.".Length..], "extension.dib"))
            .ReplaceLineEndings("\n");
        var code = script.Split("#!csharp\n")[^1];
        Assert.Contains($"{extension}.{extension["Qiansi.".Length..]}Extension.Register();", code);
        return string.Join('\n', code.Split('\n').Where(l => !l.StartsWith("using ", StringComparison.Ordinal)));
    }

    private async Task<string> RunAsync(string program)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !p.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            "host", [CSharpSyntaxTree.ParseText(program, cancellationToken: TestContext.Current.CancellationToken)],
            framework.Concat(Directory.GetFiles(_extensions.Folder, "*.dll").Where(IsManaged))
                .Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        var path = _extensions.PathOf("host");
        var result = compilation.Emit(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Qiansi.Tool.Tests.runtimeconfig.json"),
            _extensions.PathOf("host")[..^3] + "runtimeconfig.json");

        var start = new ProcessStartInfo(
            "dotnet", ["exec", path])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return await output + await error;
    }

    private static bool IsManaged(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path) is not null;
        }
        catch (BadImageFormatException)
        {
            return false; // a native library
        }
    }
}
