namespace Qiansi.Chapters;

/// <summary>The same cells on TorchSharp's libtorch.</summary>
/// <remarks>Skipped where the packages were not restored: docs/torchsharp.md says how.</remarks>
public sealed class TorchSharpTests
{
    public static TheoryData<string> Chapters => [.. Chapter.Names.Where(n => string.CompareOrdinal(n, "06") < 0)];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task All_cells_run_and_all_claims_hold(string name)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in new[] { "torchsharp/0.107.0", "libtorch-cpu-linux-x64/2.10.0" })
            Assert.SkipUnless(Directory.Exists(Path.Combine(packages, package)), $"{package} is not among the restored packages");
        await Published.RunAsync(Path.Combine(Chapter.Root, "notebooks"), "run", name, "--torch", "TorchSharp");
    }
}
