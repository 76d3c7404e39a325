namespace Qiansi.Server;

/// <summary>The server cannot start as it was asked to; the text says why and the way out.</summary>
public sealed class LabServerException(string message, Exception? inner = null) : Exception(message, inner);
