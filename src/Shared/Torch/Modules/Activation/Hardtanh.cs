namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <inheritdoc cref="hardtanh"/>
            public static Tensor Hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                hardtanh(x, min_val, max_val, inplace);

            /// <summary>x, cut off below min_val and above max_val.</summary>
            /// <param name="min_val">The least value.</param>
            /// <param name="max_val">The greatest value.</param>
            [Layer("Hardtanh")]
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
        /// <inheritdoc cref="nn.functional.hardtanh"/>
        public Tensor hardtanh(Scalar min, Scalar max) => nn.functional.hardtanh(this, min.ToDouble(), max.ToDouble());

        /// <summary>As <c>nn.functional.hardtanh</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor hardtanh_(Scalar min, Scalar max) =>
            Overwrite("hardtanh_", nn.functional.hardtanh(BeforeWrite(this), min.ToDouble(), max.ToDouble()));
    }
}
