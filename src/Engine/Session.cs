using Qiansi.Contracts;

namespace Qiansi.Engine;

/// <summary>A session of cells: its languages, variables and the one thread cells run on.</summary>
public sealed class Session : IDisposable
{
    /// <summary>Runs a cell. Cells queue; each runs when the one before has ended.</summary>
    /// <param name="source">The cell's text, directives included.</param>
    /// <param name="sink">Where its outputs go; nothing is written after the task has completed, save by background work the cell left running.</param>
    /// <param name="options">Name, language, silence; defaults when null.</param>
    public Task<CellStatus> ExecuteAsync(string source, IOutputSink sink, CellOptions? options = null) => throw new NotImplementedException();

    /// <summary>Interrupts the running cell; does nothing when none runs.</summary>
    /// <returns>False when an earlier interrupt within 2 s has not helped: only a restart will.</returns>
    public bool Interrupt() => throw new NotImplementedException();

    /// <summary>Completions at a UTF-16 position of a cell's text; knows directives and the languages of sub-blocks.</summary>
    public Task<CompletionList> CompleteAsync(string source, int position, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Documentation (<c>text/html</c> and <c>text/plain</c>) of what stands at a position, or null.</summary>
    public Task<MimeBundle?> InspectAsync(string source, int position, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Whether the text is a whole cell.</summary>
    public Completeness IsComplete(string source) => throw new NotImplementedException();

    /// <inheritdoc />
    public void Dispose() => throw new NotImplementedException();
}

/// <summary>How one cell is run.</summary>
public sealed record CellOptions
{
    /// <summary>What traces call the cell, <c>Cell 3</c>; made from a counter when null.</summary>
    public string? Name { get; init; }

    /// <summary>Language of the first block; C# when null.</summary>
    public string? Language { get; init; }
}
