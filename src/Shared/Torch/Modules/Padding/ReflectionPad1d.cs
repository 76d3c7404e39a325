namespace Qiansi.Modules
{
    /// <summary>Their mirror image around signals: (…, C, L) gives (…, C, left + L + right).</summary>
    public sealed class ReflectionPad1d : PadBase
    {
        internal ReflectionPad1d(long[] padding) : base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding)
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
            /// <summary>Their mirror image around signals: (…, C, L) gives (…, C, left + L + right).</summary>
            public static ReflectionPad1d ReflectionPad1d(long padding) => new([padding, padding]);

            /// <summary>Their mirror image around signals: (…, C, L) gives (…, C, left + L + right).</summary>
            /// <param name="padding">Left, right.</param>
            public static ReflectionPad1d ReflectionPad1d((long, long) padding) => new([padding.Item1, padding.Item2]);
        }
    }
}
