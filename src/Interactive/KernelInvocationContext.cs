using Microsoft.DotNet.Interactive.Events;
using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, as cells written for .NET Interactive reach it.</summary>
public sealed class KernelInvocationContext
{
    private readonly ICellContext _cell;

    internal KernelInvocationContext(ICellContext cell) => _cell = cell;

    /// <summary>The running cell; null when none runs.</summary>
    public static KernelInvocationContext? Current => CurrentCell.Context is { } cell ? new(cell) : null;

    /// <summary>Cancelled when the cell is interrupted.</summary>
    public CancellationToken CancellationToken => _cell.Cancellation;

    /// <summary>The session's default language; its <see cref="Kernel.RootKernel"/> reaches the others.</summary>
    public Kernel HandlingKernel => Kernel.Current;

    /// <summary>Shows a value below the cell.</summary>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows a text that is content of a media type already.</summary>
    public DisplayedValue DisplayAs(string value, string mimeType) => value.DisplayAs(mimeType);

    /// <summary>Does something when the cell has run to its end, in whatever way.</summary>
    public void OnComplete(Action<KernelInvocationContext> onComplete) => _cell.Ended.Register(() => onComplete(this));

    /// <summary>Tells the cell something: a value to show, text to write.</summary>
    public void Publish(KernelEvent @event) => @event.PublishTo(_cell);

    /// <summary>Writes to the cell's standard output.</summary>
    public void DisplayStandardOut(string output) => _cell.Output.Write(StandardStream.Output, output);

    /// <summary>Writes to the cell's standard error.</summary>
    public void DisplayStandardError(string error) => _cell.Output.Write(StandardStream.Error, error);
}
