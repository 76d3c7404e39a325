using Microsoft.DotNet.Interactive.Commands;
using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive.Events;

/// <summary>A value below the cell.</summary>
public sealed class DisplayedValueProduced(
    object? value, KernelCommand? command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
    : DisplayEvent(value, command, formattedValues, valueId)
{
    internal override void PublishTo(ICellContext cell) => cell.Output.Display(Bundle(cell), ValueId);
}
