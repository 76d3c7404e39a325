namespace Qiansi.Clients;

[Collection(nameof(InstalledKernel))]
public sealed class EditorTests(InstalledKernel kernel)
{
    [Fact]
    public async Task Editors_get_completions_documentation_completeness_and_history()
    {
        var lines = await kernel.RunAsync("editor.py");

        Assert.Equal("weights", lines[0].Texts("matches").First());
        Assert.Equal((12, 16), (lines[0].GetProperty("start").GetInt32(), lines[0].GetProperty("end").GetInt32()));
        Assert.Equal("variable", lines[0].Texts("types").First());
        Assert.Contains("WriteLine", lines[1].Texts("matches"));
        Assert.True(lines[2].GetProperty("found").GetBoolean());
        Assert.Equal(["text/html", "text/plain"], lines[2].Texts("types"));
        Assert.Contains("WriteLine", lines[2].Text("text"));
        Assert.False(lines[3].GetProperty("found").GetBoolean());
        Assert.Equal(["complete", "incomplete", "invalid"], lines[4].Texts("complete"));
        Assert.Equal("var weights = new double[] { 1, 2 };", lines[5].Text("last"));
    }

    [Fact]
    public async Task Cells_ask_the_person_at_the_front_end()
    {
        var lines = await kernel.RunAsync("questions.py");

        Assert.Equal("Hello Ada 😀", lines[0].Text("result"));
        Assert.Equal("7", lines[1].Text("result"));
        Assert.Equal("Turin", lines[2].Text("result"));
        Assert.Equal([("", false), ("Password? ", true), ("City? ", false)],
            lines[3].GetProperty("prompts").EnumerateArray().Select(p => (p[0].GetString()!, p[1].GetBoolean())));
        Assert.Equal("error", lines[4].Text("status"));
        Assert.Equal("Ada 😀", lines[5].Text("result"));
    }

    [Fact]
    public async Task Jupyter_console_runs_asks_and_interrupts()
    {
        var lines = await kernel.RunAsync("console.py");

        Assert.Contains("Qiansi", lines[0].Text("banner"));
        Assert.Contains("Out[1]: 42", lines[1].Text("result"));
        Assert.Contains("interrupted", lines[2].Text("interrupted"));
        Assert.Contains("Ada!", lines[3].Text("asked"));
        Assert.Equal(0, lines[4].GetProperty("exit_code").GetInt32());
    }
}
