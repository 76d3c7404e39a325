using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive;
using Qiansi.Contracts;
using Qiansi.Engine.Directives;
using Qiansi.Engine.Directives.BuiltIn;
using Qiansi.Engine.Tests.Doubles;

namespace Qiansi.Engine.Tests.Directives;

public sealed class BuiltInTests
{
    private readonly FakeSession _session = new();
    private readonly FakeLanguage _csharp = new("csharp", "c#");
    private readonly RenderingCell _cell;

    public BuiltInTests()
    {
        _session.Add(_csharp);
        BuiltIns.AddTo(_session);
        _cell = new RenderingCell(_session);
    }

    private Recorded Last => _cell.Sink.All[^1];

    private Task<CellStatus> Run(string source) => PartRunner.RunAsync(DirectiveParser.Parse(source, _session, "Cell 1"), _cell);

    private async Task<string> Error(string source)
    {
        Assert.Equal(CellStatus.Error, await Run(source));
        Assert.Equal("error", Last.Kind);
        return Last.Text;
    }

    private object? Variable(string name, string language = "csharp") =>
        _session.FindLanguage(language)!.Values.Single(v => v.Name == name).Value;

    [Fact]
    public async Task TimeMeasuresTheRestOfTheCellAlsoWhenItFails()
    {
        Assert.Equal(CellStatus.Ok, await Run("#!time\nx"));
        Assert.Matches(new Regex(@"^Wall time: [\d.]+ (µs|ms|s)$"), Last.Text);
        _csharp.Status = CellStatus.Error;
        Assert.Equal(CellStatus.Error, await Run("#!time\nx"));
        Assert.EndsWith(", failed", Last.Text);
    }

    [Theory]
    [InlineData(0.00012345, "123 µs")]
    [InlineData(0.0123, "12.3 ms")]
    [InlineData(1.5, "1.50 s")]
    [InlineData(90.5, "1 min 30.5 s")]
    public void TimesAreReadable(double seconds, string expected) =>
        Assert.Equal(expected, TimeDirective.InWords(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("5", 5)]
    [InlineData("-5000000000", -5000000000L)]
    [InlineData("2.5", 2.5)]
    [InlineData("true", true)]
    [InlineData("null", null)]
    [InlineData("\"some text\"", "some text")]
    [InlineData("2026-01-02", "2026-01-02")]
    [InlineData("@", "@")]
    public async Task SetTakesLiterals(string literal, object? expected)
    {
        Assert.Equal(CellStatus.Ok, await Run($"#!set --name x --value {literal}"));
        Assert.Equal(expected, Variable("x"));
    }

    [Fact]
    public async Task SetTakesJsonVariablesAndInput()
    {
        await Run("#!set --name x --value {\"a\": [1, 2]}");
        Assert.Equal(2, Assert.IsType<JsonElement>(Variable("x")).GetProperty("a")[1].GetInt32());
        var list = new List<int> { 1 };
        await _csharp.SetValueAsync("y", list, typeof(IList<int>));
        await Run("#!value --name t\n#!set --name y2 --value @csharp:y");
        Assert.Same(list, Variable("y2", "value"));
        _cell.Sink.Answer = (prompt, password) => $"{prompt}|{password}";
        await Run("#!set --name a --value @input:\"Your name\"");
        Assert.Equal("Your name|False", Variable("a"));
        await Run("#!set --name b --value @password:Secret");
        Assert.Equal("Secret|True", Assert.IsType<PasswordString>(Variable("b")).GetClearTextPassword());
    }

    [Fact]
    public async Task AJsonPromptMayHoldBlanksAndSaysUnderWhichNameTheAnswerIsKept()
    {
        var asked = new List<string>();
        _cell.Sink.Answer = (prompt, password) =>
        {
            asked.Add($"{prompt}|{password}");
            return "secret";
        };
        await Run("#!set --name k --value @password:{\"prompt\":\"Your key\", \"saveAs\":\"key\"}");
        await Run("#!set --name k2 --value @input:{\"prompt\": \"Again\", \"type\": \"password\", \"saveAs\": \"key\"}");
        await Run("#!set --name name --value @input:{\"prompt\": \"Your name\"}");
        Assert.Equal(["Your key|True", "Your name|False"], asked);
        Assert.Equal("secret", Assert.IsType<PasswordString>(Variable("k")).GetClearTextPassword());
        Assert.Equal("secret", Assert.IsType<PasswordString>(Variable("k2")).GetClearTextPassword());
        Assert.Equal("secret", Variable("name"));
    }

    [Theory]
    [InlineData("#!set --name 1x --value 5", "--name: '1x' cannot be the name of a variable")]
    [InlineData("#!set --name x --value @csharp:nope", "csharp has no variable 'nope'")]
    [InlineData("#!set --name x --value @klingon:y", "There is no language 'klingon'")]
    [InlineData("#!set --name x --value @nonsense", "'@nonsense' is not understood")]
    [InlineData("#!html\n#!set --name x --value 5", "#!html has no variables")]
    [InlineData("#!set --name x --value @input:Name", "#!set: Nobody is here to answer")]
    [InlineData("#!share nmae --from csharp", "Did you mean name?")]
    public async Task ErrorsSayWhatToWrite(string source, string expected)
    {
        await _csharp.SetValueAsync("name", "n", typeof(string));
        Assert.Contains(expected, await Error(source));
    }

    [Fact]
    public async Task ShareMovesTheObjectItself()
    {
        var list = new List<int> { 1 };
        await _csharp.SetValueAsync("x", list, typeof(List<int>));
        await Run("#!value --name other\ntext\n#!share x --from csharp --as z");
        Assert.Same(list, Variable("z", "value"));
        await Run("#!share --from value other");
        Assert.Equal("text", Variable("other"));
        await Run("#!value --name o\n#!share x --from csharp --as j --mime-type application/json");
        Assert.Equal("[1]", Variable("j", "value"));
    }

    [Theory]
    [InlineData("const n = await Promise.resolve(6)\nreturn 7 * n", "pre: 42")]
    [InlineData("return \"as it is\"", "pre: as it is")]
    [InlineData("return { a: [1] }", "pre: {\"a\":[1]}")]
    [InlineData("missing()\nreturn 1", "pre: ReferenceError: missing is not defined")]
    [InlineData("return document.createElement(\"b\")", "b:")]
    public async Task What_a_cell_in_JavaScript_returns_is_shown(string code, string shown)
    {
        await Run($"#!javascript\n{code}");
        const string page = """
            class Node { constructor(name) { this.name = name; this.parts = []; } append(part) { this.parts.push(part); } }
            const document = { createElement: name => new Node(name) };
            const text = node => node.parts.join("").replace(/\s+/g, m => m.includes("\n") ? "" : m);
            const element = { append: node => console.log(`${node.name}: ${text(node)}`) };
            """;
        var start = new ProcessStartInfo("node", ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("node is not here");
            return;
        }

        using (process)
        {
            await process.StandardInput.WriteAsync(page + "\n" + Last.Data!["application/javascript"]);
            process.StandardInput.Close();
            var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Equal(shown, printed.Trim().Replace("\": ", "\":", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task JavaScriptGetsSharedValuesAsJson()
    {
        await _csharp.SetValueAsync("points", new[] { new { X = 1 } }, typeof(object));
        await Run("#!javascript\n#!share points --from csharp\nconsole.log(points)");
        Assert.Equal("var points = [{\"X\":1}];\nconsole.log(points)", Last.Data!["application/javascript"]);
        await Run("#!js\nlet morepoints = 1");
        Assert.Equal("let morepoints = 1", Last.Data!["application/javascript"]);
    }

    [Fact]
    public async Task ValueKeepsTextOfTheCellOrAFile()
    {
        await Run("#!value --name a --mime-type text/html\n<b>\n1</b>\n");
        Assert.Equal("<b>\n1</b>", Variable("a", "value"));
        Assert.Equal([KeyValuePair.Create("text/html", "<b>\n1</b>")], Last.Data!);
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "a file 学.txt");
        await File.WriteAllTextAsync(file, "from file", TestContext.Current.CancellationToken);
        await Run($"#!value --name f --from-file \"{file}\"");
        Assert.Equal("from file", Variable("f", "value"));
        await Run("#!value --name v --from-value @value:f");
        Assert.Equal("from file", Variable("v", "value"));
        Assert.Contains("cannot be given together", await Error($"#!value --name f --from-file \"{file}\"\ntext"));
        Assert.Contains("Could not find", await Error("#!value --name f --from-file no-such-file"));
        Assert.Contains("not an address", await Error("#!value --name f --from-url no-such-file"));
        Assert.Contains("write #!value --name x", (await Assert.ThrowsAsync<DirectiveException>(() =>
            _session.FindLanguage("value")!.ExecuteAsync(new CodeBlock("t", 0, "Cell 1", true), _cell))).Message);
    }

    [Fact]
    public async Task WhoAndWhosListTheVariables()
    {
        await Run("#!who");
        Assert.Equal("There are no variables.", Last.Text);
        await _csharp.SetValueAsync("answer", 42, typeof(int));
        await _csharp.SetValueAsync("names", new List<string> { "a", "b" }, typeof(List<string>));
        await Run("#!value --name text\nsome words\n#!csharp\n#!who");
        Assert.Equal("csharp: answer, names\nvalue: text", Last.Text);
        await Run("#!whos");
        Assert.Equal("""
            language  name    type          value
            csharp    answer  int           42
            csharp    names   List<string>  [ a, b ]
            value     text    string        some words
            """.ReplaceLineEndings("\n"), Last.Text);
        Assert.Contains("<td>List&lt;string&gt;</td>", Last.Data!["text/html"]);
    }

    [Fact]
    public async Task ListMagicNamesEverything()
    {
        await Run("#!lsmagic");
        foreach (var language in _session.Languages) Assert.Contains("#!" + language.Name, Last.Text);
        foreach (var directive in _session.Directives) Assert.Contains("#!" + directive.Name, Last.Text);
    }

    [Fact]
    public async Task EveryDirectiveAndLanguageHasHelp()
    {
        foreach (var name in _session.Directives.Select(d => d.Name).Concat(_session.Languages.Select(l => l.Name)))
        {
            Assert.Equal(CellStatus.Ok, await Run($"#!{name} --help"));
            Assert.StartsWith($"#!{name}: ", Last.Text);
            Assert.Contains($"Usage: #!{name}", Last.Text);
        }
    }

    [Fact]
    public async Task AboutNamesTheVersions()
    {
        await Run("#!about");
        Assert.Contains($".NET:        .NET {Environment.Version.Major}.", Last.Text);
        Assert.Contains("<a href=\"https://jupyter.org/\">", Last.Data!["text/html"]);
    }

    [Fact]
    public async Task RestartAsksTheHost()
    {
        await Run("#!restart");
        Assert.True(_session.RestartWasRequested);
    }

    [Fact]
    public async Task UnguardedNeedsACellOfASession() => Assert.Contains("only in cells of a session", await Error("#!unguarded\nx"));

    [Theory]
    [InlineData("#!html\n<p>a</p><p>b</p>", "text/html", "<p>a</p><p>b</p>", "a\nb")]
    [InlineData("#!markdown\n# Title", "text/markdown", "# Title", "# Title")]
    [InlineData("#!mermaid\ngraph TD; A-->B", "text/vnd.mermaid", "graph TD; A-->B", "graph TD; A-->B")]
    [InlineData("#!mermaid\ngraph TD; A-->B", "text/html", "<pre class=\"mermaid\">graph TD; A--&gt;B</pre>", "graph TD; A-->B")]
    [InlineData("#!javascript\nalert(1)", "application/javascript", "alert(1)", "(JavaScript, run by the page)")]
    public async Task SmallLanguagesShowTheirText(string source, string mediaType, string expected, string plain)
    {
        Assert.Equal(CellStatus.Ok, await Run(source));
        Assert.Equal((expected, plain), (Last.Data![mediaType], Last.Data!["text/plain"]));
    }
}
