using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Qiansi.Contracts;
using Qiansi.Engine;
using Qiansi.Tool.Libraries;

namespace Qiansi.Tool.Tests.Corpus;

/// <summary>The cells of a file, one after the other in one session: packages must not get into each other's way,
/// nor into the kernel's.</summary>
public sealed class PackageCorpusTests
{
    private static readonly string[] NotHad = ["NU1101", "NU1102", "NU1301"];

    [Theory]
    [InlineData("packages.cells", 150)]
    [InlineData("torchsharp.cells", 30)]
    [Trait("Needs", "packages")]
    public async Task Every_cell_gives_its_value(string file, int least)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux()
            && RuntimeInformation.ProcessArchitecture == Architecture.X64, "the corpus names native packages for linux-x64");
        using var session = KernelExtensions.AddTo(new Session(openLibraries: KernelExtensions.OpenLibraries));
        var cells = CorpusCell.Read(Path.Combine(Folder(), file));
        Assert.True(cells.Count >= least, $"{cells.Count} cells");
        var wrong = new StringBuilder();
        foreach (var cell in cells)
        {
            var sink = new RecordingSink();
            var status = await session.ExecuteAsync(cell.Code, sink);
            Assert.SkipWhen(sink.Failure is { } failure
                && NotHad.Any(failure.Message.Contains), $"{cell.Name}: no configured source has its packages: {sink.Failure?.Message}");
            foreach (var problem in Problems(cell, status, sink)) wrong.Append($"\n## {cell.Name}\n   {problem}");
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    [Fact]
    [Trait("Needs", "packages")]
    public async Task Every_recipe_of_the_documentation_runs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux()
            && RuntimeInformation.ProcessArchitecture == Architecture.X64, "the recipes name native packages for linux-x64");
        var text = await File.ReadAllTextAsync(Path.Combine(Folder(), "../../../docs/packages.md"), TestContext.Current.CancellationToken);
        var cells = Regex.Matches(text, "^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(20, cells.Count);
        Session? session = null;
        foreach (var code in cells)
        {
            if (code.StartsWith('#'))
            {
                session?.Dispose();
                session = KernelExtensions.AddTo(new Session(openLibraries: KernelExtensions.OpenLibraries));
            }

            var sink = new RecordingSink();
            var status = await session!.ExecuteAsync(code, sink);
            Assert.SkipWhen(sink.Failure is { } failure && NotHad.Any(failure.Message.Contains),
                $"no configured source has it: {sink.Failure?.Message}");
            Assert.True(status == CellStatus.Ok, $"{code}\n{sink.Failure?.Message}");
            Assert.True(code.StartsWith('#') || sink.Value is not null, $"{code}\nshows nothing");
        }

        session?.Dispose();
    }

    private static IEnumerable<string> Problems(CorpusCell cell, CellStatus status, RecordingSink sink)
    {
        if (status != CellStatus.Ok)
        {
            yield return $"{status}: {sink.Failure?.Message}";
            yield break;
        }

        if (cell.Value is not null
            && cell.Value != sink.Value?["text/plain"]) yield return $"is {sink.Value?["text/plain"] ?? "nothing"}, not {cell.Value}";
        var shown = string.Concat(sink.All.Where(r => r.Kind != "error").Select(r => r.Text + "\n"));
        foreach (var text in cell.Shown.Where(t => !shown.Contains(t))) yield return $"does not show '{text}' but: {shown}";
        foreach (var type in cell.MediaTypes
            .Where(t => sink.Value?[t] is null))
            yield return $"has no {type} but: {string.Join(", ", sink.Value?.Select(e => e.Key) ?? [])}";
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
