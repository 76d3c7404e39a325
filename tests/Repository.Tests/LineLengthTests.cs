namespace Qiansi.Repository.Tests;

/// <summary>Lines that fit beside another window. A folder that is clean is named here, and stays clean.</summary>
public sealed class LineLengthTests
{
    private const int Columns = 140;

    private static readonly string[] Clean =
    [
        "src/Shared/Data", "src/Shared/Drawing", "src/Shared/Evaluation", "src/Shared/Teaching", "src/Shared/Torch",
        "src/Shared/Torch.Generator",
        "src/Shared/Vision", "kernel-extensions/Charts", "kernel-extensions/Metrics", "kernel-extensions/Tensors",
        "kernel-extensions/Trees",
        "tests/Repository.Tests",
    ];

    public static TheoryData<string> Folders => [.. Clean];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Lines_have_at_most_140_columns(string folder)
    {
        var files = Tree.Files(".cs").Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(Wide));
    }

    /// <summary>Raw strings are what they are, and a reference in documentation cannot be broken.</summary>
    private static IEnumerable<string> Wide(string file)
    {
        var isRaw = false;
        foreach (var (at, line) in Tree.Read(file).Split('\n').Index())
        {
            if (!isRaw && line.Length > Columns && !line.TrimStart().StartsWith("/// <inheritdoc cref=", StringComparison.Ordinal))
                yield return $"{file}:{at + 1} has {line.Length} columns";
            if (line.AsSpan().Count("\"\"\"") % 2 == 1) isRaw = !isRaw;
        }
    }
}
