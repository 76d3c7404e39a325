namespace Qiansi.Modules
{
    /// <summary>Their edge, repeated, around signals: (…, C, L) gives (…, C, left + L + right).</summary>
    public sealed class ReplicationPad1d : PadBase
    {
        internal ReplicationPad1d(long[] padding) : base(nameof(ReplicationPad1d), PaddingModes.Replicate, 0, padding)
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
            /// <summary>Their edge, repeated, around signals: (…, C, L) gives (…, C, left + L + right).</summary>
            public static ReplicationPad1d ReplicationPad1d(long padding) => new([padding, padding]);

            /// <summary>Their edge, repeated, around signals: (…, C, L) gives (…, C, left + L + right).</summary>
            /// <param name="padding">Left, right.</param>
            public static ReplicationPad1d ReplicationPad1d((long, long) padding) => new([padding.Item1, padding.Item2]);
        }
    }
}
