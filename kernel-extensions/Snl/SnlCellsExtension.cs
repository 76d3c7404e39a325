using Qiansi.Contracts;

namespace Qiansi.SnlCells;

/// <summary>The one registration of this extension.</summary>
/// <remarks>A session gets only the language; the compiler is loaded by the first cell that needs it.</remarks>
public sealed class SnlCellsExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        session.Add(new SnlLanguage());
        return Task.CompletedTask;
    }
}
