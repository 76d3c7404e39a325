using Microsoft.DotNet.Interactive.Commands;
using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive.Events;

/// <summary>The cell's value.</summary>
public sealed class ReturnValueProduced(
    object? value, KernelCommand? command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
    : DisplayEvent(value, command, formattedValues, valueId)
{
    internal override void PublishTo(ICellContext cell) => cell.Output.Result(Bundle(cell));
}
