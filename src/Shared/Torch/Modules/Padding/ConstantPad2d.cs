namespace Qiansi.Modules
{
    /// <summary>A number around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
    public sealed class ConstantPad2d : PadBase
    {
        internal ConstantPad2d(long[] padding, double value) : base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding)
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
            /// <summary>A number around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
            public static ConstantPad2d ConstantPad2d(long padding, double value) => new([padding, padding, padding, padding], value);

            /// <summary>A number around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
            /// <param name="padding">Left, right, above, below.</param>
            public static ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) =>
                new([padding.Item1, padding.Item2, padding.Item3, padding.Item4], value);
        }
    }
}
