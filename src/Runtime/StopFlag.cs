using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Qiansi.Runtime;

/// <summary>Whether one run of a cell has been interrupted. What compiles cells makes their loops look at it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StopFlag
{
    private volatile bool _raised;

    /// <summary>The flag of code that runs for no cell: nobody raises it.</summary>
    public static StopFlag Never { get; } = new();

    /// <summary>Whether the run has been interrupted; asked anew at each call.</summary>
    public bool IsRaised
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _raised;
    }

    /// <summary>Interrupts the run: for good, since a cell that runs again has a flag of its own.</summary>
    public void Raise()
    {
        if (this == Never) throw new InvalidOperationException("The flag of code outside of cells cannot be raised.");
        _raised = true;
    }
}
