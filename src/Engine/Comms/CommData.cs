using System.Text.Json;

namespace Qiansi.Engine.Comms;

/// <summary>What came over a comm.</summary>
/// <param name="Json">The data.</param>
/// <param name="Buffers">Binary parts.</param>
public sealed record CommData(JsonElement Json, IReadOnlyList<ReadOnlyMemory<byte>> Buffers);
