using System.Text.Json.Nodes;

namespace Qiansi.Clients.Browser;

/// <summary>Opening a notebook changes nothing in it, and running it nothing but its outputs.</summary>
[Collection(nameof(RunningLab))]
public sealed class UntouchedTests(RunningLab lab)
{
    private static CancellationToken Limit => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opened_and_closed_every_stored_notebook_stays_byte_for_byte_the_same() =>
        await ExpectUntouchedAsync(Directory.EnumerateFiles(Path.Combine(InstalledKernel.Root, "notebooks"), "*.ipynb").Order()
            .Select(f => (Path.GetFileName(f), File.ReadAllBytes(f))));

    [Fact]
    public async Task Opened_and_closed_odd_notebooks_stay_byte_for_byte_the_same() =>
        await ExpectUntouchedAsync(OddNotebooks.All().Select(n => (n.Name, System.Text.Encoding.UTF8.GetBytes(n.Text))));

    [Fact]
    public async Task Opened_run_and_saved_a_notebook_differs_in_outputs_only()
    {
        Chromium.Require();
        var before = JsonNode.Parse(OddNotebooks.All().Single(n => n.Name == "another-display-name.ipynb").Text)!;
        before["cells"]!.AsArray().Add(new JsonObject
        {
            ["cell_type"] = "code",
            ["id"] = "b",
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray("x") },
            ["execution_count"] = null,
            ["outputs"] = new JsonArray(),
            ["source"] = new JsonArray("Console.WriteLine(\"one\");\n", "Console.WriteLine(\"two\");")
        });
        var file = await lab.WriteAsync("run.ipynb", before.ToJsonString());
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("run.ipynb");
        await page.CommandAsync("notebook:run-all-cells");
        await page.ExpectAsync(page.Output(1), "two");
        await page.SaveAsync();
        var after = JsonNode.Parse(await File.ReadAllTextAsync(file, Limit))!;
        Assert.Equal("one\ntwo\n", string.Concat(after["cells"]![1]!["outputs"]![0]!["text"]!.AsArray().Select(l => (string?)l)));
        foreach (var cell in after["cells"]!.AsArray()) (cell!["outputs"], cell["execution_count"]) = (new JsonArray(), null);
        Assert.Equal(before.ToJsonString(), after.ToJsonString());

        // Opened again, what was stored is shown as it was printed, and a save changes no byte.
        var bytes = await File.ReadAllBytesAsync(file, Limit);
        await page.Page.ReloadAsync();
        await page.WaitReadyAsync();
        Assert.Equal("one\ntwo\n", (await page.Output(1).Locator("pre").TextContentAsync())?.ReplaceLineEndings("\n"));
        await page.CommandAsync("docmanager:save");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, Limit));
    }

    [Fact]
    public async Task A_kernel_that_was_chosen_is_written_with_the_first_change()
    {
        Chromium.Require();
        var file = await lab.WriteAsync("nameless.ipynb", """{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("nameless.ipynb");
        await page.TypeAsync(0, "1 + 1");
        await page.SaveAsync();
        var metadata = JsonNode.Parse(await File.ReadAllTextAsync(file, Limit))!["metadata"]!;
        Assert.Equal(("{\"name\":\".net-csharp\",\"display_name\":\".NET (C#)\",\"language\":\"C#\"}", "C#"),
            (metadata["kernelspec"]!.ToJsonString(), (string?)metadata["language_info"]!["name"]));
        Assert.False(metadata["language_info"]!.AsObject().ContainsKey("codemirror_mode"));
    }

    private async Task ExpectUntouchedAsync(IEnumerable<(string Name, byte[] Bytes)> notebooks)
    {
        Chromium.Require();
        var changes = new List<string>();
        foreach (var (name, bytes) in notebooks)
        {
            var file = Path.Combine(lab.Folder, name);
            await File.WriteAllBytesAsync(file, bytes, Limit);
            await using var page = await lab.OpenAsync();
            try
            {
                await page.OpenNotebookAsync(name);
            }
            catch (TimeoutException e)
            {
                changes.Add($"{name} did not become ready: {e.Message}");
                await page.PictureAsync("not-ready");
                continue;
            }

            // A chapter with exercises is opened as the student's own copy.
            var copy = Path.Combine(lab.Folder, "my-work", name);
            var opened = File.Exists(copy) ? copy : file;
            var before = await File.ReadAllBytesAsync(opened, Limit);
            // Every cell is drawn once, as for a reader who scrolls through: some renderers write into the notebook that they show.
            var dirty = await page.Page.EvaluateAsync<bool>("""
                async () => {
                  const { content, context } = window.jupyterapp.shell.currentWidget;
                  for (let i = 0; i < content.widgets.length; i++) {
                    await content.scrollToItem(i);
                    await content.widgets[i].ready;
                    await new Promise(done => setTimeout(done, 20));
                  }
                  await new Promise(done => setTimeout(done, 1500));
                  return context.model.dirty;
                }
                """);
            if (dirty) changes.Add($"{name} is marked as changed by opening it");
            // And a save, as a person's habit or the page's clock may bring one, finds nothing to write.
            await page.CommandAsync("docmanager:save");
            var after = await File.ReadAllBytesAsync(opened, Limit);
            if (!before.AsSpan().SequenceEqual(after)) changes.Add($"{name} was changed: {FirstDifference(before, after)}");
            var stored = await File.ReadAllBytesAsync(file, Limit);
            if (!bytes.AsSpan().SequenceEqual(stored)) changes.Add($"{name} itself was changed");
        }
        Assert.True(changes.Count == 0, string.Join("\n\n", changes));
    }

    private static string FirstDifference(byte[] before, byte[] after)
    {
        var at = before.AsSpan().CommonPrefixLength(after);
        return $"{Part(before)}\nhas become\n{Part(after)}";

        string Part(byte[] bytes) =>
            System.Text.Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, at - 100)..Math.Min(bytes.Length, at + 200)));
    }
}
