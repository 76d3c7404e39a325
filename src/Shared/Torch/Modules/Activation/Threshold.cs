namespace Qiansi.Modules
{
    /// <summary>x above a threshold, else a value.</summary>
    public sealed class Threshold : ParameterLessModule<Tensor, Tensor>
    {
        internal Threshold(double threshold, double value, bool inplace) : base(nameof(Threshold)) =>
            (this.threshold, this.value, this.inplace) = (threshold, value, inplace);

        /// <summary>The threshold.</summary>
        public double threshold { get; set; }

        /// <summary>What takes the place of x at or below it.</summary>
        public double value { get; set; }

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.threshold(tensor, threshold, value, inplace);

        /// <inheritdoc/>
        public override string extra_repr() => Text.Arguments(("threshold", threshold), ("value", value));
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x above a threshold, else a value.</summary>
            public static Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);

            public static partial class functional
            {
                /// <summary>As <see cref="threshold"/>.</summary>
                public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                    functional.threshold(x, threshold, value, inplace);

                /// <summary>x above a threshold, else a value.</summary>
                public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                    Into(x, inplace, where(x > threshold, x, value));
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.threshold</c>.</summary>
            public Tensor threshold(Scalar threshold, Scalar value) =>
                nn.functional.threshold(this, threshold.ToDouble(), value.ToDouble());

            /// <summary>As <c>nn.functional.threshold</c>, in place.</summary>
            public Tensor threshold_(Scalar threshold, Scalar value) =>
                Overwrite("threshold_", nn.functional.threshold(BeforeWrite(this), threshold.ToDouble(), value.ToDouble()));
        }
    }
}
