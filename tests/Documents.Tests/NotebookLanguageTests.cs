using System.Text.Encodings.Web;
using System.Text.Json;

namespace Qiansi.Documents.Tests;

public sealed class NotebookLanguageTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_lab_reads_the_same_table()
    {
        var rows = NotebookLanguages.All.Select(l => "  " + JsonSerializer.Serialize(
            new { name = l.Name, label = l.Label, aliases = l.Aliases, mime = l.MediaType, runs = l.Runs }, Relaxed));
        Snapshot.SameFile(Repository.PathOf("src/Server/Lab/lab/languages/languages.json"), $"[\n{string.Join(",\n", rows)}\n]");
    }

    [Fact]
    public void A_name_means_one_language()
    {
        var names = NotebookLanguages.All.SelectMany(l => l.Aliases.Prepend(l.Name)).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, n => Assert.Equal(n.ToLowerInvariant(), n));
        Assert.Equal("csharp", NotebookLanguages.NameOf("C#"));
        Assert.Null(NotebookLanguages.Find("cobol"));
    }
}
