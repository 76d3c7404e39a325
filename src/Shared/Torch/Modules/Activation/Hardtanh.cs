namespace Qiansi.Modules
{
    /// <summary>x, cut off below min_val and above max_val.</summary>
    public sealed class Hardtanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardtanh(double min_val, double max_val, bool inplace) : base(nameof(Hardtanh)) =>
            (this.min_val, this.max_val, this.inplace) = (min_val, max_val, inplace);

        /// <summary>The least value.</summary>
        public double min_val { get; set; }

        /// <summary>The greatest value.</summary>
        public double max_val { get; set; }

        /// <summary>Whether the result is written over the input.</summary>
        public bool inplace { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.hardtanh(tensor, min_val, max_val, inplace);

        /// <inheritdoc/>
        public override string extra_repr() => Text.Arguments(("min_val", min_val), ("max_val", max_val), ("inplace", inplace));
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x, cut off below min_val and above max_val.</summary>
            public static Hardtanh Hardtanh(double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                new(min_val, max_val, inplace);

            public static partial class functional
            {
                /// <summary>As <see cref="hardtanh"/>.</summary>
                public static Tensor Hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                    hardtanh(x, min_val, max_val, inplace);

                /// <summary>x, cut off below min_val and above max_val.</summary>
                public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false)
                {
                    if (min_val > max_val) throw new ArgumentException($"hardtanh: min_val {min_val} is above max_val {max_val}");
                    // Unlike clamp, the gradient on the bounds themselves is 0.
                    return Into(x, inplace, where((x > min_val).logical_and(x < max_val), x, x.detach().clamp(min_val, max_val)));
                }
            }
        }

        public partial class Tensor
        {
            /// <summary>As <c>nn.functional.hardtanh</c>.</summary>
            public Tensor hardtanh(Scalar min, Scalar max) => nn.functional.hardtanh(this, min.ToDouble(), max.ToDouble());

            /// <summary>As <c>nn.functional.hardtanh</c>, in place.</summary>
            public Tensor hardtanh_(Scalar min, Scalar max) =>
                Overwrite("hardtanh_", nn.functional.hardtanh(BeforeWrite(this), min.ToDouble(), max.ToDouble()));
        }
    }
}
