namespace Qiansi.Modules
{
    /// <summary>Zeros around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
    public sealed class ZeroPad2d : PadBase
    {
        internal ZeroPad2d(long[] padding) : base(nameof(ZeroPad2d), PaddingModes.Constant, 0, padding)
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
            /// <summary>Zeros around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
            public static ZeroPad2d ZeroPad2d(long padding) => new([padding, padding, padding, padding]);

            /// <summary>Zeros around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
            /// <param name="padding">Left, right, above, below.</param>
            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) =>
                new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);
        }
    }
}
