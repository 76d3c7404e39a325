using Qiansi.Contracts;
using Qiansi.Engine.Directives;
using Qiansi.Engine.Directives.BuiltIn;
using Qiansi.Engine.Tests.Doubles;

namespace Qiansi.Engine.Tests.Directives;

public sealed class ImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("import 学 ").FullName;
    private readonly FakeSession _session;
    private readonly FakeLanguage _csharp = new("csharp");
    private readonly RenderingCell _cell;

    public ImportTests()
    {
        _session = new FakeSession { WorkingDirectory = _folder };
        _session.Add(_csharp);
        BuiltIns.AddTo(_session);
        _cell = new RenderingCell(_session);
        _session.OnNested = (source, language, name, context) =>
            PartRunner.RunAsync(DirectiveParser.Parse(source, _session, name, language), context);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private Task<CellStatus> Run(string source) => PartRunner.RunAsync(DirectiveParser.Parse(source, _session, "Cell 1"), _cell);

    private string Ran => string.Join("|", _csharp.Ran.Select(b => $"{b.CellName}: {b.Code.Trim()}"));

    [Fact]
    public async Task SourceFilesAndNotebooksRunInTheirLanguages()
    {
        Write("a b.csx", "one");
        Write("n.dib", "#!csharp\n\ntwo\n\n#!markdown\n\n# shown\n\n#!html\n\n<b>three</b>\n");
        Write("n.ipynb", """
            {"cells": [{"cell_type": "code", "execution_count": null, "id": "c1", "metadata": {}, "outputs": [], "source": ["four"]},
            {"cell_type": "markdown", "id": "c2", "metadata": {}, "source": ["# shown too"]},
            {"cell_type": "code", "execution_count": null, "id": "c3", "metadata": {}, "outputs": [], "source": ["#!html\n", "<i>five</i>"]}],
            "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}}, "nbformat": 4, "nbformat_minor": 5}
            """);
        Assert.Equal(CellStatus.Ok, await Run("#!import a b.csx\n#!import \"n.dib\"\n#!import n.ipynb\nlast"));
        Assert.Equal("a b.csx: one|n.dib, cell 1: two|n.ipynb, cell 1: four|Cell 1: last", Ran);
        Assert.Equal(["# shown", "three", "# shown too", "five"], _cell.Sink.All.Select(r => r.Text));
    }

    [Fact]
    public async Task PathsStartFromTheImportingFile()
    {
        Write("outer/first.csx", "#!import inner/second.csx\nfirst");
        Write("outer/inner/second.csx", "#!import ../third.csx\nsecond");
        Write("outer/third.csx", "third");
        Write("third.csx", "wrong third");
        Assert.Equal(CellStatus.Ok, await Run("#!import outer/first.csx\n#!import third.csx"));
        Assert.Equal("third.csx: third|second.csx: second|first.csx: first|third.csx: wrong third", Ran);
    }

    [Fact]
    public async Task ACycleIsAnErrorThatNamesIt()
    {
        Write("a.csx", "#!import b.csx");
        Write("b.csx", "#!import a.csx");
        Assert.Equal(CellStatus.Error, await Run("#!import a.csx"));
        Assert.Equal("#!import: a.csx → b.csx → a.csx never ends; remove one of these imports.", Assert.Single(_cell.Sink.All).Text);
        Write("twice.csx", "x");
        Assert.Equal(CellStatus.Ok, await Run("#!import twice.csx\n#!import twice.csx"));
    }

    [Fact]
    public async Task AFailureEndsTheCell()
    {
        Write("a.csx", "x");
        _csharp.Status = CellStatus.Error;
        Assert.Equal(CellStatus.Error, await Run("#!import a.csx\nlast"));
        Assert.Equal("a.csx: x", Ran);
    }

    [Theory]
    [InlineData("#!import nope.ipynb", "there is no file")]
    [InlineData("#!import a.py", "files '.py' cannot be imported")]
    [InlineData("#!import broken.ipynb", "broken.ipynb")]
    [InlineData("#!import", "required argument 'file' is missing")]
    public async Task ErrorsNameTheFile(string source, string expected)
    {
        Write("a.py", "x");
        Write("broken.ipynb", "{\"cells\": [");
        string message;
        try
        {
            Assert.Equal(CellStatus.Error, await Run(source));
            message = Assert.Single(_cell.Sink.All).Text;
        }
        catch (DirectiveException e)
        {
            message = e.Message;
        }

        Assert.Contains(expected, message);
    }
}
