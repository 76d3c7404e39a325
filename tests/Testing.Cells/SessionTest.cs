using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.Testing;

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
    protected async Task<string> Run(string code) => (await Session.RunAsync(code)).Text;

    /// <summary>Runs a cell that must fail; its error.</summary>
    protected Task<CellError> Fail(string code) => Session.FailAsync(code);
}
