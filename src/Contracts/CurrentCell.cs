namespace Qiansi.Contracts;

/// <summary>The cell on whose behalf the calling code runs; flows into tasks and threads the cell starts.</summary>
public static class CurrentCell
{
    private static readonly AsyncLocal<ICellContext?> Flowing = new();

    /// <summary>The cell's context, or null outside of any cell.</summary>
    public static ICellContext? Context
    {
        get => Flowing.Value;
        internal set => Flowing.Value = value;
    }
}
