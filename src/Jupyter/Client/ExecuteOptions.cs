namespace Qiansi.Jupyter.Client;

/// <summary>How a cell is run.</summary>
public sealed record ExecuteOptions
{
    /// <summary>Run without a trace: no result, no count, no history.</summary>
    public bool Silent { get; init; }

    /// <summary>Keep the cell in the kernel's history and count it.</summary>
    public bool StoreHistory { get; init; } = true;

    /// <summary>Let the cell ask for input; it comes from the sink's <c>ReadInputAsync</c>.</summary>
    public bool AllowStdin { get; init; } = true;

    /// <summary>Abort the requests already waiting when this one fails.</summary>
    public bool StopOnError { get; init; } = true;

    /// <summary>Expressions to evaluate after the cell, by name; their values are in the reply.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> UserExpressions { get; init; } = [];

    /// <summary>Shown every message about the cell, the kernel's reply included, before the sink gets it; nobody when null.
    /// Called on receiving threads: be quick.</summary>
    public Action<Messages.Message>? Observer { get; init; }
}
