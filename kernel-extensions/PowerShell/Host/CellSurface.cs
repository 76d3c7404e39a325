using System.Management.Automation.Host;

namespace Qiansi.PowerShellCells.Host;

/// <summary>A cell's output as a console: 120 letters wide, without places that could be read or written again.</summary>
internal sealed class CellSurface : PSHostRawUserInterface
{
    /// <inheritdoc />
    public override Size BufferSize { get; set; } = new(120, 3000);

    /// <inheritdoc />
    public override Size WindowSize { get; set; } = new(120, 50);

    /// <inheritdoc />
    public override Size MaxPhysicalWindowSize => WindowSize;

    /// <inheritdoc />
    public override Size MaxWindowSize => WindowSize;

    /// <inheritdoc />
    public override Coordinates CursorPosition { get; set; }

    /// <inheritdoc />
    public override Coordinates WindowPosition { get; set; }

    /// <inheritdoc />
    public override int CursorSize { get; set; } = 25;

    /// <inheritdoc />
    public override ConsoleColor ForegroundColor { get; set; } = (ConsoleColor)(-1);

    /// <inheritdoc />
    public override ConsoleColor BackgroundColor { get; set; } = (ConsoleColor)(-1);

    /// <inheritdoc />
    public override string WindowTitle { get; set; } = "";

    /// <inheritdoc />
    public override bool KeyAvailable => false;

    /// <inheritdoc />
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw Missing("single keys: use Read-Host");

    /// <inheritdoc />
    public override void FlushInputBuffer()
    {
        // Nothing is typed ahead.
    }

    /// <inheritdoc />
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Missing("a screen that could be read");

    /// <inheritdoc />
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw Missing("a screen that could be moved");

    /// <inheritdoc />
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Missing("a screen of places");

    /// <inheritdoc />
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw Missing("a screen of places");

    private static NotSupportedException Missing(string what) => new($"A cell's output has no {what}.");
}
