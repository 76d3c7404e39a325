namespace Qiansi.Jupyter;

/// <summary>A connection file cannot be used; the text names the file and what is wrong with it.</summary>
public sealed class ConnectionFileException(string message, Exception? inner = null) : Exception(message, inner);
