namespace Qiansi.Contracts;

/// <summary>An error or warning in a cell's text.</summary>
/// <param name="Id">The number of the rule: <c>CS0103</c>.</param>
/// <param name="IsError">An error, or else a warning.</param>
/// <param name="Message">The compiler's sentence.</param>
/// <param name="StartLine">0-based line in the cell.</param>
/// <param name="StartColumn">0-based UTF-16 column.</param>
/// <param name="EndLine">0-based line of the end.</param>
/// <param name="EndColumn">0-based column one past the end.</param>
public sealed record CodeDiagnostic(string Id, bool IsError, string Message, int StartLine, int StartColumn, int EndLine, int EndColumn);
