namespace Qiansi.Torch.Storages;

/// <summary>How much memory tensors take, in bytes.</summary>
/// <param name="Live">Held by tensors that are alive or not yet collected.</param>
/// <param name="Peak">The most ever held at a time since the last <c>reset_peak_memory_stats</c>.</param>
/// <param name="Cached">Freed by tensors and kept for the next ones.</param>
/// <param name="Allocations">How many blocks have been handed out.</param>
/// <param name="Reused">How many of these were a freed block taken again.</param>
/// <param name="Collections">How often tensor memory made the garbage collector run.</param>
public readonly record struct MemoryStats(long Live, long Peak, long Cached, long Allocations, long Reused, long Collections);
