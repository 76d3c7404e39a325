namespace Qiansi.Snl;

/// <summary>A program's input is missing, or is not what it asks for.</summary>
public sealed class InputException(string message) : Exception(message);
