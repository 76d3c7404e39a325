using System.Text.Json.Nodes;
using Qiansi.Contracts;

namespace Qiansi.Documents;

/// <summary>The value of a cell's last expression.</summary>
/// <param name="data">The renderings.</param>
/// <param name="executionCount">The number in <c>Out[n]</c>.</param>
/// <param name="metadata">Hints by media type.</param>
public sealed class ResultOutput(MimeBundle data, int? executionCount = null, JsonObject? metadata = null) : DataOutput(data, metadata)
{
    /// <inheritdoc />
    public override string OutputType => "execute_result";

    /// <summary>The number in <c>Out[n]</c>, or null.</summary>
    public int? ExecutionCount { get; } = executionCount;
}
