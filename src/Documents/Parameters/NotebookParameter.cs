namespace Qiansi.Engine.Documents.Parameters;

/// <summary>A variable that the notebook's cell tagged <c>parameters</c> declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as C# keywords have it: <c>int</c>, <c>string</c>, <c>double[]</c>, <c>bool?</c>. For types that cannot be given from outside, the declaration's text.</param>
/// <param name="Default">The text of its initial value, or null when it has none.</param>
public sealed record NotebookParameter(string Name, string Type, string? Default)
{
    /// <summary>The type to write when the parameter is declared again.</summary>
    internal ParameterType? KnownType { get; init; }

    /// <summary>Whether it is a constant, so that the new declaration is one too.</summary>
    internal bool IsConstant { get; init; }
}
