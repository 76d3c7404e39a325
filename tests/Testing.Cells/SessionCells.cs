using Qiansi.Contracts;
using Qiansi.Engine;
using Xunit;

namespace Qiansi.Testing;

/// <summary>Runs cells of a session in tests.</summary>
public static class SessionCells
{
    /// <summary>Runs a cell that must succeed; what it put out.</summary>
    public static async Task<RecordingSink> RunAsync(this Session session, string code)
    {
        var sink = new RecordingSink();
        var status = await session.ExecuteAsync(code, sink);
        var told = sink.Failure is { } failure ? string.Join('\n', failure.Traceback) : "no error told";
        Assert.True(status == CellStatus.Ok, $"{code}\n{told}");
        return sink;
    }

    /// <summary>Runs a cell that must fail; its error.</summary>
    public static async Task<CellError> FailAsync(this Session session, string code)
    {
        var sink = new RecordingSink();
        Assert.Equal(CellStatus.Error, await session.ExecuteAsync(code, sink));
        return Assert.IsType<CellError>(sink.Failure);
    }
}
