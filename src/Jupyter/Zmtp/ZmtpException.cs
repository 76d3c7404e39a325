namespace Qiansi.Jupyter.Zmtp;

/// <summary>A peer broke the protocol or a limit, went away, or cannot be reached; the message says which and what was seen.</summary>
public sealed class ZmtpException(string message, Exception? inner = null) : IOException(message, inner);
