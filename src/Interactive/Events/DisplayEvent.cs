using Microsoft.DotNet.Interactive.Commands;
using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive.Events;

/// <summary>A value that is shown.</summary>
public abstract class DisplayEvent : KernelEvent
{
    private protected DisplayEvent(
        object? value, KernelCommand? command, IReadOnlyCollection<FormattedValue>? formattedValues, string? valueId)
        : base(command) => (Value, FormattedValues, ValueId) = (value, formattedValues ?? [], valueId);

    /// <summary>The value.</summary>
    public object? Value { get; }

    /// <summary>Its renderings; when there are none, its formatters make them.</summary>
    public IReadOnlyCollection<FormattedValue> FormattedValues { get; }

    /// <summary>The id under which it can be replaced.</summary>
    public string? ValueId { get; }

    private protected MimeBundle Bundle(ICellContext cell)
    {
        if (FormattedValues.Count == 0) return DisplayedValue.Rendered(cell, Value, []);
        var bundle = new MimeBundle();
        foreach (var one in FormattedValues) bundle[one.MimeType] = one.Value;
        return bundle;
    }

    private protected string Text(ICellContext cell) => Value as string ?? Bundle(cell)["text/plain"] ?? "";
}
