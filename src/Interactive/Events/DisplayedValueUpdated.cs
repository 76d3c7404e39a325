using Microsoft.DotNet.Interactive.Commands;
using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive.Events;

/// <summary>A value in the place of one that is shown.</summary>
public sealed class DisplayedValueUpdated(
    object? value, string valueId, KernelCommand? command, IReadOnlyCollection<FormattedValue>? formattedValues = null)
    : DisplayEvent(value, command, formattedValues, valueId)
{
    internal override void PublishTo(ICellContext cell) => cell.Output.UpdateDisplay(Bundle(cell), ValueId!);
}
