using Qiansi.Contracts;

namespace Qiansi.Engine.Tests;

/// <summary>A session of its own for each test.</summary>
public abstract class SessionTest : IDisposable
{
    protected Session Session { get; } = new();

    public void Dispose()
    {
        Session.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a cell that must succeed; its value as text.</summary>
    protected async Task<string> Run(string code)
    {
        var sink = new RecordingSink();
        var status = await Session.ExecuteAsync(code, sink);
        Assert.True(status == CellStatus.Ok, sink.Failure is null ? "no error told" : string.Join('\n', sink.Failure.Traceback));
        return sink.Text;
    }

    /// <summary>Runs a cell that must fail; its error.</summary>
    protected async Task<CellError> Fail(string code)
    {
        var sink = new RecordingSink();
        Assert.Equal(CellStatus.Error, await Session.ExecuteAsync(code, sink));
        return Assert.IsType<CellError>(sink.Failure);
    }
}
