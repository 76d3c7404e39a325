using System.Globalization;
using System.Management.Automation.Host;
using Qiansi.Contracts;

namespace Qiansi.PowerShellCells.Host;

/// <summary>What PowerShell calls its host: the running cell.</summary>
internal sealed class CellHost : PSHost
{
    private readonly CellScreen _screen = new();

    /// <summary>What <c>exit</c> was given; null when the cell did not end by it.</summary>
    public int? ExitCode { get; private set; }

    /// <inheritdoc />
    public override string Name => "Qiansi";

    /// <inheritdoc />
    public override Version Version { get; } = typeof(CellHost).Assembly.GetName().Version!;

    /// <inheritdoc />
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc />
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc />
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc />
    public override PSHostUserInterface UI => _screen;

    /// <summary>From now on this cell is written to.</summary>
    public void Begin(ICellContext context) => (_screen.Cell, ExitCode) = (context, null);

    /// <summary>The cell has ended.</summary>
    public void End() => _screen.End();

    /// <inheritdoc />
    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    /// <inheritdoc />
    public override void EnterNestedPrompt() => throw new NotSupportedException("A notebook has no prompt within a cell.");

    /// <inheritdoc />
    public override void ExitNestedPrompt() => throw new NotSupportedException("A notebook has no prompt within a cell.");

    /// <inheritdoc />
    public override void NotifyBeginApplication()
    {
        // A program's output comes through PowerShell's own streams; there is no console to hand over.
    }

    /// <inheritdoc />
    public override void NotifyEndApplication()
    {
        // See above.
    }
}
