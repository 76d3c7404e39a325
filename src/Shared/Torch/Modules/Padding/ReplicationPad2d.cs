namespace Qiansi.Modules
{
    /// <summary>Their edge, repeated, around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
    public sealed class ReplicationPad2d : PadBase
    {
        internal ReplicationPad2d(long[] padding) : base(nameof(ReplicationPad2d), PaddingModes.Replicate, 0, padding)
        {
        }
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Their edge, repeated, around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
            public static ReplicationPad2d ReplicationPad2d(long padding) => new([padding, padding, padding, padding]);

            /// <summary>Their edge, repeated, around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
            /// <param name="padding">Left, right, above, below.</param>
            public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) =>
                new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);
        }
    }
}
