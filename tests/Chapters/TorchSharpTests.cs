using System.Text.RegularExpressions;
using Qiansi.Engine;
using Qiansi.Tool.Libraries;

namespace Qiansi.Chapters;

/// <summary>The same cells on TorchSharp's libtorch: whole chapters, and what TorchSharp computes otherwise.</summary>
/// <remarks>Skipped where the packages were not restored: docs/torchsharp.md says how.</remarks>
public sealed partial class TorchSharpTests
{
    public static TheoryData<string> Chapters =>
        [.. Chapter.Names.Where(n => string.CompareOrdinal(n, "06") < 0)];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task All_cells_run_and_all_claims_hold(string name)
    {
        NeedPackages();
        await Published.RunAsync(Path.Combine(Chapter.Root, "notebooks"), "run", name, "--torch", "TorchSharp");
    }

    public static TheoryData<string, string, string> Rows =>
        [.. Table().Matches(File.ReadAllText(Path.Combine(Chapter.Root, "docs", "torchsharp.md")))
            .Select(m => (m.Groups["cell"].Value.Replace("\\|", "|"), m.Groups["theirs"].Value, m.Groups["ours"].Value))];

    [Fact]
    public async Task What_it_computes_otherwise_is_what_the_page_says_and_is_PyTorchs_in_a_chapter()
    {
        NeedPackages();
        using var theirs = new Session();
        await theirs.RunAsync("""
            #r "nuget: TorchSharp, 0.107.0"
            #r "nuget: libtorch-cpu-linux-x64, 2.10.0"
            using TorchSharp;
            using static TorchSharp.torch;
            """);
        using var swapped = KernelExtensions.AddTo(
            new Session(openLibraries: KernelExtensions.OpenLibraries, swap: TorchLibrary.Of("TorchSharp")));
        await swapped.RunAsync("using static Qiansi.torch;");
        using var ours = new Session();
        await ours.RunAsync("using static Qiansi.torch;");
        Assert.NotEmpty(Rows);
        foreach (var row in Rows.Select(r => r.Data))
        {
            var (cell, without, with) = row;
            Assert.Equal((cell, without), (cell, await ValueAsync(theirs, cell)));
            Assert.Equal((cell, with), (cell, await ValueAsync(ours, cell)));
            Assert.Equal((cell, with), (cell, await ValueAsync(swapped, cell)));
        }
    }

    /// <summary>The elements of a cell's tensor, to three digits.</summary>
    private static async Task<string> ValueAsync(Session session, string cell)
    {
        var sink = await session.RunAsync(
            $"string.Join(\", \", ({cell}).to(float64).reshape(-1).data<double>().ToArray().Select(v => Math.Round(v, 3) + 0.0))");
        return sink.Text;
    }

    private static void NeedPackages()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in new[] { "torchsharp/0.107.0", "libtorch-cpu-linux-x64/2.10.0" })
            Assert.SkipUnless(Directory.Exists(Path.Combine(packages, package)), $"{package} is not among the restored packages");
    }

    [GeneratedRegex(@"^\| `(?<cell>[^`]+)` \| (?<theirs>[^|]+) \| (?<ours>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Table();
}
