using Qiansi.Contracts;

namespace Qiansi.PowerShellCells;

/// <summary>The one registration of this extension.</summary>
/// <remarks>A session gets only the language; PowerShell itself comes with the first cell that needs it.</remarks>
public sealed class PowerShellCellsExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        session.Add(new PowerShellLanguage());
        return Task.CompletedTask;
    }
}
