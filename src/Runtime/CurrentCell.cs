using Qiansi.Contracts;

namespace Qiansi.Runtime;

/// <summary>The cell on whose behalf the calling code runs; flows into tasks and threads the cell starts.</summary>
public static class CurrentCell
{
    private static readonly AsyncLocal<Run?> Flowing = new();

    /// <summary>The cell's context, or null outside of any cell.</summary>
    public static ICellContext? Context => Flowing.Value?.Context;

    /// <summary>Raised when the cell is interrupted.</summary>
    internal static StopFlag Flag => Flowing.Value?.Flag ?? StopFlag.Never;

    /// <summary>From here on the calling code runs for a cell.</summary>
    internal static void Enter(ICellContext context, StopFlag flag) => Flowing.Value = new(context, flag);

    /// <summary>From here on the calling code runs for no cell.</summary>
    internal static void Leave() => Flowing.Value = null;

    /// <summary>The mark that says which cell it is, to be set again in another execution context.</summary>
    internal static object? Mark
    {
        get => Flowing.Value;
        set => Flowing.Value = (Run?)value;
    }

    private sealed record Run(ICellContext Context, StopFlag Flag);
}
