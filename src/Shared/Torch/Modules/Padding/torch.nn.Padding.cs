using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Zeros around images.</summary>
        public static ZeroPad2d ZeroPad2d(long padding) => new([padding, padding, padding, padding]);

        /// <summary>Zeros around images.</summary>
        /// <param name="padding">Left, right, above, below.</param>
        public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) => new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);

        /// <summary>A number around signals.</summary>
        public static ConstantPad1d ConstantPad1d(long padding, double value) => new([padding, padding], value);

        /// <summary>A number around signals.</summary>
        /// <param name="padding">Left, right.</param>
        public static ConstantPad1d ConstantPad1d((long, long) padding, double value) => new([padding.Item1, padding.Item2], value);

        /// <summary>A number around images.</summary>
        public static ConstantPad2d ConstantPad2d(long padding, double value) => new([padding, padding, padding, padding], value);

        /// <summary>A number around images.</summary>
        /// <param name="padding">Left, right, above, below.</param>
        public static ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) => new([padding.Item1, padding.Item2, padding.Item3, padding.Item4], value);

        /// <summary>Their mirror image around signals.</summary>
        public static ReflectionPad1d ReflectionPad1d(long padding) => new([padding, padding]);

        /// <summary>Their mirror image around signals.</summary>
        /// <param name="padding">Left, right.</param>
        public static ReflectionPad1d ReflectionPad1d((long, long) padding) => new([padding.Item1, padding.Item2]);

        /// <summary>Their mirror image around images.</summary>
        public static ReflectionPad2d ReflectionPad2d(long padding) => new([padding, padding, padding, padding]);

        /// <summary>Their mirror image around images.</summary>
        /// <param name="padding">Left, right, above, below.</param>
        public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) => new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);

        /// <summary>Their edge, repeated, around signals.</summary>
        public static ReplicationPad1d ReplicationPad1d(long padding) => new([padding, padding]);

        /// <summary>Their edge, repeated, around signals.</summary>
        /// <param name="padding">Left, right.</param>
        public static ReplicationPad1d ReplicationPad1d((long, long) padding) => new([padding.Item1, padding.Item2]);

        /// <summary>Their edge, repeated, around images.</summary>
        public static ReplicationPad2d ReplicationPad2d(long padding) => new([padding, padding, padding, padding]);

        /// <summary>Their edge, repeated, around images.</summary>
        /// <param name="padding">Left, right, above, below.</param>
        public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) => new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);
    }
}
