using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Client;

/// <summary>What a kernel's comm target answered to the comm it was opened with.</summary>
/// <param name="Data">The data.</param>
/// <param name="Buffers">Binary parts.</param>
public sealed record CommAnswer(RawJson Data, IReadOnlyList<ReadOnlyMemory<byte>> Buffers);
