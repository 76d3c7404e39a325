namespace Qiansi.Torch.Dispatch;

/// <summary>A span counts in 32 bits: longer runs are cut.</summary>
internal static class Spans
{
    public const long Chunk = 1L << 30;

    public static int Length(long left) => (int)Math.Min(left, Chunk);
}
