namespace Qiansi;

public static partial class torch
{
    /// <summary>The sizes of a tensor's dimensions, to which tuples convert: <c>rand((3, 4))</c>.</summary>
    public readonly struct Size
    {
        private readonly long[]? sizes;

        /// <summary>A size of each dimension.</summary>
        public Size(long[] shape) => sizes = shape;

        /// <summary>The sizes; a new array each time.</summary>
        public long[] Shape => [.. sizes ?? []];

        /// <summary>How many dimensions there are.</summary>
        public int Length => sizes?.Length ?? 0;

        /// <summary>The size of a dimension.</summary>
        public long this[int idx] => (sizes ?? [])[idx];

        /// <summary>One dimension.</summary>
        public static implicit operator Size(long size) => new([size]);

        /// <summary>Two dimensions.</summary>
        public static implicit operator Size((long, long) size) => new([size.Item1, size.Item2]);

        /// <summary>Three dimensions.</summary>
        public static implicit operator Size((long, long, long) size) => new([size.Item1, size.Item2, size.Item3]);

        /// <summary>Four dimensions.</summary>
        public static implicit operator Size((long, long, long, long) size) => new([size.Item1, size.Item2, size.Item3, size.Item4]);

        /// <summary>Five dimensions.</summary>
        public static implicit operator Size((long, long, long, long, long) size) =>
            new([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5]);

        /// <summary>The sizes as an array.</summary>
        public static implicit operator long[](Size size) => size.Shape;

        /// <summary>E.g. <c>[3, 4]</c>.</summary>
        public override string ToString() => Qiansi.Torch.Shapes.Shape.Text(sizes ?? []);
    }
}
