namespace Qiansi.Modules
{
    /// <summary>Sets whole channels of images (N, C, H, W) to 0 with probability p while training.</summary>
    public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout2d(double p, bool inplace) : base(nameof(Dropout2d))
        {
            if (p is < 0 or > 1 or double.NaN)
                throw new ArgumentException($"Dropout2d: p is {p}; it must be a probability between 0 and 1");
            (this.p, this.inplace) = (p, inplace);
        }

        /// <summary>The probability of being dropped.</summary>
        public double p { get; set; }

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The input with holes; as it is when not training.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.dropout2d(tensor, p, training, inplace);

        /// <inheritdoc/>
        public override string extra_repr() => $"p={Text.Value(p)}, inplace={inplace}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that sets whole channels of images to 0 with probability p while training.</summary>
            public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);
        }
    }
}
