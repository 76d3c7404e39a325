using System.Text.Json;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Qiansi.Contracts;
using Qiansi.Engine.Tests.Doubles;
using Qiansi.Runtime;
using static Microsoft.DotNet.Interactive.Kernel;

namespace Qiansi.Engine.Tests.Interactive;

public sealed class KernelTests
{
    private readonly FakeSession _session = new();
    private readonly FakeLanguage _csharp = new("csharp");
    private readonly RenderingCell _cell;

    public KernelTests()
    {
        _session.Add(_csharp);
        _cell = new RenderingCell(_session);
        CurrentCell.Enter(_cell, StopFlag.Never);
    }

    private Recorded Last => _cell.Sink.All[^1];

    [Fact]
    public void DisplayShowsAndUpdates()
    {
        var shown = display(1);
        Assert.Equal(("display", "1", shown.DisplayId), (Last.Kind, Last.Text, Last.DisplayId));
        CurrentCell.Leave();
        shown.Update(2);
        Assert.Equal(("update", "2", shown.DisplayId), (Last.Kind, Last.Text, Last.DisplayId));
        Assert.NotEqual(shown.DisplayId, display("other").DisplayId);
    }

    [Fact]
    public void EveryWayOfShowing()
    {
        5.Display();
        Assert.Equal("5", Last.Text);
        "<b>".DisplayAs("text/html");
        Assert.Equal([KeyValuePair.Create("text/html", "<b>")], Last.Data!);
        new[] { 1, 2 }.DisplayAs("text/csv");
        Assert.Equal("value\r\n1\r\n2\r\n", Last.Text);
        display("x", "text/plain");
        Assert.Equal([KeyValuePair.Create("text/plain", "x")], Last.Data!);
        display(HTML("<i>a</i>"));
        Assert.Equal(("<i>a</i>", "a"), (Last.Data!["text/html"], Last.Text));
        Javascript("alert(1)");
        Assert.Equal("alert(1)", Last.Data!["application/javascript"]);
        CSS("b { color: red }");
        Assert.Equal("<style>b { color: red }</style>", Last.Data!["text/html"]);
        display((LaTeXString)"E = mc^2");
        Assert.Equal("E = mc^2", Last.Data!["text/latex"]);
        display((MathString)"x^2");
        Assert.Equal("$$x^2$$", Last.Data!["text/latex"]);
        display(SVG("<svg/>"));
        Assert.Equal([KeyValuePair.Create("image/svg+xml", "<svg/>")], Last.Data!);
        display(PNG([1, 2]));
        Assert.Equal([KeyValuePair.Create("image/png", "AQI=")], Last.Data!);
        ClearOutput(wait: true);
        Assert.Equal("clear", Last.Kind);
        KernelInvocationContext.Current!.Display(7);
        Assert.Equal("7", Last.Text);
        KernelInvocationContext.Current.DisplayStandardOut("out");
        Assert.Equal(new Recorded("stdout", "out"), Last);
    }

    [Fact]
    public void ATableOfScalarsOrObjects()
    {
        new[] { 3, 4 }.DisplayTable();
        Assert.Equal("index  value\n0      3\n1      4", Last.Text);
        new[] { new { A = 1 } }.DisplayTable("application/vnd.dataresource+json");
        Assert.Equal(1, JsonDocument.Parse(Last.Text).RootElement.GetProperty("data")[0].GetProperty("A").GetInt32());
    }

    [Fact]
    public async Task InputIsAskedFor()
    {
        _cell.Sink.Answer = (prompt, password) => $"{prompt}{password}";
        Assert.Equal("Name?False", await GetInputAsync("Name?"));
        var password = await GetPasswordAsync("Secret?");
        Assert.Equal(("Secret?True", "************"), (password.GetClearTextPassword(), password.ToString()));
        var inputs = await GetInputsAsync([new("a"), new("b", "B?", "password")]);
        Assert.Equal(("aFalse", "B?True"), (inputs["a"], inputs["b"]));
    }

    [Fact]
    public async Task OtherLanguagesAreReached()
    {
        await _csharp.SetValueAsync("x", 5, typeof(int));
        var kernel = Root.FindKernelByName("csharp")!;
        Assert.True(kernel.TryGetValue<int>("x", out var x) && x == 5);
        Assert.False(kernel.TryGetValue<string>("x", out _));
        Assert.Null(Root.FindKernelByName("nope"));
        await kernel.SendAsync(new SubmitCode("1 + 1"), TestContext.Current.CancellationToken);
        await KernelInvocationContext.Current!.HandlingKernel.RootKernel.SubmitCodeAsync("#!html");
        Assert.Equal([("csharp", "1 + 1"), (null, "#!html")], _session.Nested.Select(n => (n.Language, n.Source)));
    }

    [Fact]
    public async Task NotebooksForDotNetInteractiveFindWhatTheyCast()
    {
        await _csharp.SetValueAsync("x", 5, typeof(int));
        var csharp = (Microsoft.DotNet.Interactive.CSharp.CSharpKernel)Root.FindKernelByName("csharp")!;
        Assert.True(csharp.TryGetValue("x", out int x) && x == 5);
        await csharp.SetValueAsync("y", "text", typeof(string));
        Assert.Equal("text", _csharp.Values.Single(v => v.Name == "y").Value);
        Assert.Equal(["text/html", "text/plain"], FormattedValue.CreateManyFromObject(5).Select(f => f.MimeType));
        Assert.Equal("5", FormattedValue.CreateSingleFromObject(5).Value);
        await Root.SendAsync(new SendEditableCode("csharp", "1 + 1"), TestContext.Current.CancellationToken);
        Assert.Equal("```csharp\n1 + 1\n```", Last.Data!["text/markdown"]);
    }

    [Fact]
    public async Task OutsideOfACellThereIsNobodyToAsk()
    {
        CurrentCell.Leave();
        Assert.Null(KernelInvocationContext.Current);
        Assert.Contains("runs in a cell", (await Assert.ThrowsAsync<InvalidOperationException>(() => GetInputAsync())).Message);
    }
}
