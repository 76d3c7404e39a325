namespace Qiansi.Jupyter.Client;

/// <summary>A kernel could not be started; the text has its command line, how it ended and what it wrote.</summary>
public sealed class KernelStartException(string message, Exception? inner = null) : Exception(message, inner);
