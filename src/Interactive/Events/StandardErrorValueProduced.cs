using Microsoft.DotNet.Interactive.Commands;
using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive.Events;

/// <summary>Text of the standard error.</summary>
public sealed class StandardErrorValueProduced(
    object? value, KernelCommand? command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
    : DisplayEvent(value, command, formattedValues, valueId)
{
    internal override void PublishTo(ICellContext cell) => cell.Output.Write(StandardStream.Error, Text(cell));
}
