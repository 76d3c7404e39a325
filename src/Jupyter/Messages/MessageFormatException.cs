namespace Qiansi.Jupyter.Messages;

/// <summary>Bytes that are not a Jupyter message; the text says which part, what was found and what belongs there.</summary>
public sealed class MessageFormatException(string message, Exception? inner = null) : FormatException(message, inner);
