namespace Qiansi;

public static partial class torch
{
    /// <summary>
    /// One index of a tensor between brackets: a number, a range with step, "...", a new dimension, a tensor of indices or a mask.
    /// </summary>
    /// <remarks>
    /// Numbers, C# ranges (<c>1..3</c>, <c>..^1</c>), indices from the end (<c>^1</c>) and tensors are converted of themselves; steps are
    /// given by <see cref="Slice(long?, long?, long?)"/>.
    /// </remarks>
    public readonly struct TensorIndex
    {
        internal enum Kind : byte
        {
            Colon,
            Number,
            Range,
            Ellipsis,
            NewDimension,
            Tensor,
        }

        private TensorIndex(Kind kind, long? start = null, long? stop = null, long step = 1, Tensor? tensor = null)
        {
            kindOf = kind;
            this.start = start;
            this.stop = stop;
            this.step = step;
            this.tensor = tensor;
        }

        internal readonly Kind kindOf;
        internal readonly long? start;
        internal readonly long? stop;
        internal readonly long step;
        internal readonly Tensor? tensor;

        /// <summary>All of a dimension, Python's <c>:</c>.</summary>
        public static TensorIndex Colon => default;

        /// <summary>All of as many dimensions as the other indices leave, Python's <c>...</c>.</summary>
        public static TensorIndex Ellipsis => new(Kind.Ellipsis);

        /// <summary>A new dimension of size 1, Python's <c>None</c>.</summary>
        public static TensorIndex Null => new(Kind.NewDimension);

        /// <summary>A new dimension of size 1, Python's <c>None</c>.</summary>
        public static TensorIndex None => Null;

        /// <summary>Every step-th from start to before stop; negative ones count from the end, those left out mean the ends.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(Kind.Range, start, stop, step ?? 1);

        /// <summary>A range by its ends, either of which may be null.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => range;

        /// <summary>A C# range.</summary>
        public static TensorIndex Slice(Range range) => range;

        /// <summary>One index; the dimension goes.</summary>
        public static TensorIndex Single(long index) => new(Kind.Number, index);

        /// <summary>True: a new dimension of size 1; false: one of size 0.</summary>
        public static TensorIndex Bool(bool value) => new(Kind.Tensor, tensor: torch.tensor(value));

        /// <summary>Indices, or a mask of truth values.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor, tensor: tensor);

        /// <summary>One index.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>One index.</summary>
        public static implicit operator TensorIndex(int value) => Single(value);

        /// <summary>Indices, or a mask.</summary>
        public static implicit operator TensorIndex(Tensor value) => Tensor(value);

        /// <summary>A range by its ends, either of which may be null.</summary>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>A C# range.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value);

        /// <summary>A C# index.</summary>
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>The index as Python writes it.</summary>
        public override string ToString() => kindOf switch
        {
            Kind.Colon => ":",
            Kind.Number => $"{start}",
            Kind.Range => step == 1 ? $"{start}:{stop}" : $"{start}:{stop}:{step}",
            Kind.Ellipsis => "...",
            Kind.NewDimension => "None",
            _ => $"tensor of shape {Torch.Shapes.Shape.Text(tensor!.sizes)}",
        };
    }
}
