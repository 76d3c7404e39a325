using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Documents;

namespace Qiansi.Tool.Tests.EndToEnd;

public sealed class LabTests
{
    [Fact]
    public async Task CtrlCStopsServerAndKernelsWithinTwoSeconds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks for processes in /proc, which only Linux has.");
        using var folder = new TemporaryFolder();
        using var lab = await LabProcess.StartAsync(folder.Folder, "--port", "0");
        (await PostAsync(lab, "/api/kernels")).Dispose();
        (await PostAsync(lab, "/api/kernels")).Dispose();
        Assert.NotEmpty(lab.Kernels());

        var watch = Stopwatch.StartNew();
        lab.Signal("INT");
        var code = await lab.EndAsync();

        Assert.Equal(0, code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
        Assert.Empty(lab.Kernels());
    }

    [Fact]
    public async Task KernelsOfAKilledServerEndThemselves()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks for processes in /proc, which only Linux has.");
        using var folder = new TemporaryFolder();
        using var lab = await LabProcess.StartAsync(folder.Folder, "--port", "0");
        (await PostAsync(lab, "/api/kernels")).Dispose();
        Assert.NotEmpty(lab.Kernels());
        lab.Signal("KILL");
        await lab.EndAsync();
        await Eventually.HoldsAsync(() => lab.Kernels().Count == 0);
    }

    [Fact]
    public async Task AServerKilledDuringASaveLeavesANotebookThatIsWhole()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Folder, "a.ipynb");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var lab = await LabProcess.StartAsync(folder.Folder, "--port", "0", "--no-spare");
            var saved = 0;
            var saving = Task.Run(async () =>
            {
                for (var i = 0; ; i++)
                {
                    using var response = await PutAsync(lab, i);
                    Assert.True(response.IsSuccessStatusCode);
                    saved = i;
                }
            }, TestContext.Current.CancellationToken);
            await Eventually.HoldsAsync(() => saved >= 3 || saving.IsCompleted);
            await Task.Delay(attempt * 7, TestContext.Current.CancellationToken);
            lab.Signal("KILL");
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => saving);
            await lab.EndAsync();
            // One of the saves, the last answered or the one after it, and all of it.
            var notebook = Notebook.Load(file);
            Assert.Equal(200, notebook.Cells.Count);
            Assert.Single(notebook.Cells.Select(c => c.Source.Split(' ')[0]).Distinct());
            Assert.InRange(int.Parse(notebook.Cells[0].Source.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture),
                saved, saved + 1);
        }
    }

    [Fact]
    public async Task ATakenPortIsLeftAloneAndTheNextOneUsed()
    {
        using var folder = new TemporaryFolder();
        using var first = await LabProcess.StartAsync(folder.Folder, "--port", "0", "--no-spare");
        var port = first.Http.BaseAddress!.Port;
        using var second = await LabProcess.StartAsync(folder.Folder, "--no-spare", "--port", $"{port}");
        Assert.True(second.Http.BaseAddress!.Port > port);
        Assert.NotEqual(first.Token, second.Token);
        Assert.Equal(48, first.Token.Length);
    }

    [Fact]
    public async Task ANotebookIsExportedToAPage()
    {
        using var folder = new TemporaryFolder();
        new Notebook { Cells = { new Cell(CellKind.Markdown, "# A heading") } }.Save(Path.Combine(folder.Folder, "a.ipynb"));
        using var lab = await LabProcess.StartAsync(folder.Folder, "--port", "0", "--no-spare");
        Assert.Contains("A heading", await lab.Http.GetStringAsync("/nbconvert/html/a.ipynb", TestContext.Current.CancellationToken));
        Assert.Contains(
            "#!markdown", await lab.Http.GetStringAsync("/nbconvert/dib/a.ipynb?download=1", TestContext.Current.CancellationToken));
        Assert.Contains("# A heading", await lab.Http.GetStringAsync("/nbconvert/markdown/a.ipynb", TestContext.Current.CancellationToken));
        using var missing = await lab.Http.GetAsync("/nbconvert/pdf/a.ipynb", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData("nb: There is no folder or file 'missing'.", "missing")]
    [InlineData("nb: REFUSED: 0.0.0.0 can be reached from other machines", "--ip", "0.0.0.0", "--token", "")]
    [InlineData("nb: 'nowhere' is no address", "--ip", "nowhere")]
    [InlineData("nb lab: --port 70000: a port from 0 (any) to 65535 belongs there", "--port", "70000")]
    public async Task WhatCannotBeServedIsSaid(string message, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var result = await NbProcess.RunAsync(folder.Folder, ["lab", "--no-browser", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(message, result.Error);
    }

    private static Task<HttpResponseMessage> PostAsync(LabProcess lab, string path) =>
        lab.Http.PostAsync(path, null, TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> PutAsync(LabProcess lab, int number)
    {
        var cells =
            new JsonArray([.. Enumerable.Range(0, 200)
                .Select(i => (JsonNode)new JsonObject { ["cell_type"] = "code", ["id"] = $"c{i}", ["metadata"] = new JsonObject(),
                    ["outputs"] = new JsonArray(), ["execution_count"] = null, ["source"] = $"{number} {new string('x', 500)}" })]);
        var body = new JsonObject
        {
            ["type"] = "notebook",
            ["format"] = "json",
            ["content"] =
            new JsonObject { ["cells"] = cells, ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5 }
        };
        return lab.Http.PutAsync("/api/contents/a.ipynb", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
    }
}
