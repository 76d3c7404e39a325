using Qiansi.Contracts;
using Qiansi.Engine.Directives;
using Qiansi.Engine.Tests.Doubles;

namespace Qiansi.Engine.Tests.Directives;

public sealed class PartRunnerTests
{
    private readonly FakeSession _session = new();
    private readonly FakeLanguage _csharp = new("csharp");
    private readonly FakeCell _cell;

    public PartRunnerTests()
    {
        _session.Add(_csharp);
        _cell = new(_session);
    }

    private Task<CellStatus> Run(string source) => PartRunner.RunAsync(DirectiveParser.Parse(source, _session, "Cell 1"), _cell);

    [Fact]
    public async Task PartsRunInOrderUntilOneFails()
    {
        var failing = new FakeDirective("fail") { Throws = new DirectiveException("no such thing") };
        _session.Add(failing);
        Assert.Equal(CellStatus.Error, await Run("a\n#!fail\nb"));
        Assert.Equal("a\n", Assert.Single(_csharp.Ran).Code);
        Assert.Equal(new Recorded("error", "no such thing"), Assert.Single(_cell.Sink.All));
    }

    [Fact]
    public async Task ABlockThatFailsStopsTheCell()
    {
        var directive = new FakeDirective("note");
        _session.Add(directive);
        _csharp.Status = CellStatus.Error;
        Assert.Equal(CellStatus.Error, await Run("a\n#!note"));
        Assert.Empty(directive.Invocations);
    }

    [Fact]
    public async Task AnUnexpectedExceptionOfADirectiveIsReportedByName()
    {
        _session.Add(new FakeDirective("bad") { Throws = new InvalidOperationException("broken") });
        Assert.Equal(CellStatus.Error, await Run("#!bad"));
        Assert.Equal("#!bad: broken", Assert.Single(_cell.Sink.All).Text);
    }

    [Fact]
    public async Task AWrappingDirectiveEnclosesTheRest()
    {
        var wrapping = new Wrapping(_csharp);
        _session.Add(wrapping);
        _csharp.Status = CellStatus.Error;
        Assert.Equal(CellStatus.Error, await Run("#!wrap\na"));
        Assert.Equal((0, 1), (wrapping.Before, wrapping.After));
    }

    [Fact]
    public async Task AnInterruptedCellInvokesNothingMore()
    {
        var directive = new FakeDirective("note");
        _session.Add(directive);
        await _cell.Interrupt.CancelAsync();
        Assert.Equal(CellStatus.Interrupted, await Run("#!note"));
        Assert.Empty(directive.Invocations);
    }

    private sealed class Wrapping(FakeLanguage language) : IWrappingDirective
    {
        public string Name => "wrap";

        public string Summary => "Counts the blocks run before and after.";

        public int Before { get; private set; }

        public int After { get; private set; }

        public async Task<CellStatus> InvokeAroundAsync(DirectiveInvocation invocation, ICellContext context, Func<Task<CellStatus>> rest)
        {
            Before = language.Ran.Count;
            var status = await rest();
            After = language.Ran.Count;
            return status;
        }
    }
}
