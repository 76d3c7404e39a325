using Qiansi.Contracts;

namespace Qiansi.SqlCells;

/// <summary>The one registration of this extension.</summary>
/// <remarks>A session gets only the language; the database comes with the first cell that needs it.</remarks>
public sealed class SqlCellsExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        session.Add(new SqlLanguage());
        return Task.CompletedTask;
    }
}
