namespace Qiansi.Jupyter.KernelSpecs;

/// <summary>A kernelspec is missing or cannot be used; the text says which, why, and where was looked.</summary>
public sealed class KernelSpecException(string message, Exception? inner = null) : Exception(message, inner);
