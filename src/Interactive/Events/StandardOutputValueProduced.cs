using Microsoft.DotNet.Interactive.Commands;
using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive.Events;

/// <summary>Text of the standard output.</summary>
public sealed class StandardOutputValueProduced(
    object? value, KernelCommand? command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
    : DisplayEvent(value, command, formattedValues, valueId)
{
    internal override void PublishTo(ICellContext cell) => cell.Output.Write(StandardStream.Output, Text(cell));
}
