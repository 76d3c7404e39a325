namespace Qiansi.Engine.CSharp.Parameters;

/// <summary>A variable that the notebook's cell tagged <c>parameters</c> declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as C# keywords have it: <c>int</c>, <c>string</c>, <c>double[]</c>, <c>bool?</c>. For types that cannot be
/// given
/// from outside, the declaration's text.</param>
/// <param name="Default">The text of its initial value, or null when it has none.</param>
/// <param name="KnownType">The type to write when the parameter is declared again; null when its values cannot be given from
/// outside.</param>
/// <param name="IsConstant">Whether it is a constant, so that the new declaration is one too.</param>
internal sealed record DeclaredParameter(string Name, string Type, string? Default, ParameterType? KnownType, bool IsConstant);
