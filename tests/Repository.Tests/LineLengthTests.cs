namespace Qiansi.Repository.Tests;

/// <summary>Lines that fit beside another window.</summary>
public sealed class LineLengthTests
{
    private const int Columns = 140;

    [Fact]
    public void Lines_have_at_most_140_columns() =>
        Assert.Empty(Tree.Files(".cs").SelectMany(Wide));

    /// <summary>Raw strings are what they are, and a reference in documentation cannot be broken.</summary>
    private static IEnumerable<string> Wide(string file)
    {
        var isRaw = false;
        foreach (var (at, line) in Tree.Read(file).Split('\n').Index())
        {
            var quotes = line.AsSpan().Count("\"\"\"");
            if (!isRaw && quotes == 0 && line.Length > Columns
                && !line.TrimStart().StartsWith("/// <inheritdoc cref=", StringComparison.Ordinal))
                yield return $"{file}:{at + 1} has {line.Length} columns";
            if (quotes % 2 == 1) isRaw = !isRaw;
        }
    }
}
