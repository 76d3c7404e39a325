namespace Qiansi.Documents.Parameters;

/// <summary>A parameter's name or value does not fit the notebook; the message says what would.</summary>
public sealed class ParameterException(string message) : Exception(message);
