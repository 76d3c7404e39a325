using Xunit;

namespace Qiansi.Testing;

/// <summary>The README of a folder in the repository.</summary>
/// <param name="folder">The folder, relative to the repository's.</param>
public sealed class Readme(string folder)
{
    /// <summary>The first C# example below a heading; that of the file when no heading is named.</summary>
    public string Example(string heading = "")
    {
        const string open = "```csharp\n";
        var text = File.ReadAllText(Repository.PathOf(folder, "README.md")).ReplaceLineEndings("\n");
        var below = text.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(below >= 0, $"{folder}/README.md has no '{heading}'.");
        var start = text.IndexOf(open, below, StringComparison.Ordinal) + open.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    /// <summary>Its picture is there, and of a size that can be looked at.</summary>
    public void HasPicture(string name) => Assert.InRange(new FileInfo(Repository.PathOf(folder, name)).Length, 1000, 300_000);
}
