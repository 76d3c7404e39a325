namespace Qiansi.Modules
{
    /// <summary>Their mirror image around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
    public sealed class ReflectionPad2d : PadBase
    {
        internal ReflectionPad2d(long[] padding) : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding)
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
            /// <summary>Their mirror image around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
            public static ReflectionPad2d ReflectionPad2d(long padding) => new([padding, padding, padding, padding]);

            /// <summary>Their mirror image around images: (…, C, H, W) gives (…, C, top + H + bottom, left + W + right).</summary>
            /// <param name="padding">Left, right, above, below.</param>
            public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) =>
                new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);
        }
    }
}
