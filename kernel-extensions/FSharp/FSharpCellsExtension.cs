using Qiansi.Contracts;

namespace Qiansi.FSharpCells;

/// <summary>The one registration of this extension.</summary>
/// <remarks>A session gets only the language; the compiler comes with the first cell that needs it.</remarks>
public sealed class FSharpCellsExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        session.Add(new FSharpLanguage());
        return Task.CompletedTask;
    }
}
