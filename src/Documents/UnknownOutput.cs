using Qiansi.Documents.Json;

namespace Qiansi.Documents;

/// <summary>An output of a type this version does not know; kept as it was read.</summary>
public sealed class UnknownOutput : Output
{
    internal UnknownOutput(string outputType, JsonText origin)
    {
        OutputType = outputType;
        Origin = origin;
    }

    /// <inheritdoc />
    public override string OutputType { get; }

    /// <summary>The output's JSON, without white space between tokens.</summary>
    public string Json => Origin!.ToCompactString();
}
