namespace Qiansi.Tool.Running;

/// <summary>How notebooks are run.</summary>
internal sealed record RunOptions
{
    /// <summary>How long one cell may run; no limit when null.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>Kernelspec to use; the notebook's own when null.</summary>
    public string? KernelName { get; init; }

    /// <summary>Environment variables for the kernel.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>The tensor library, one of <see cref="Libraries.TorchLibrary.Names"/>; the notebook's own choice when null.</summary>
    public string? Torch { get; init; }

    /// <summary>Whether a cell may fail whose stored outputs have an error, as if it were tagged <c>raises-exception</c>.</summary>
    public bool StoredErrorsAreExpected { get; init; }

    /// <summary>Whether the cells after one that fails are run too, as long as the kernel lives.</summary>
    public bool KeepsGoing { get; init; }

    /// <summary>How long an interrupted cell may take to end before its kernel is killed.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(5);
}
