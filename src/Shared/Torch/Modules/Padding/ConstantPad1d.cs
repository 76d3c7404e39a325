namespace Qiansi.Modules
{
    /// <summary>A number around signals: (…, C, L) gives (…, C, left + L + right).</summary>
    public sealed class ConstantPad1d : PadBase
    {
        internal ConstantPad1d(long[] padding, double value) : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
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
            /// <summary>A number around signals: (…, C, L) gives (…, C, left + L + right).</summary>
            public static ConstantPad1d ConstantPad1d(long padding, double value) => new([padding, padding], value);

            /// <summary>A number around signals: (…, C, L) gives (…, C, left + L + right).</summary>
            /// <param name="padding">Left, right.</param>
            public static ConstantPad1d ConstantPad1d((long, long) padding, double value) => new([padding.Item1, padding.Item2], value);
        }
    }
}
