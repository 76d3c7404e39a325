namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <inheritdoc cref="threshold"/>
            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                functional.threshold(x, threshold, value, inplace);

            /// <summary>x above a threshold, else a value.</summary>
            /// <param name="threshold">The threshold.</param>
            /// <param name="value">What takes the place of x at or below it.</param>
            [Layer("Threshold")]
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                Into(x, inplace, where(x > threshold, x, value));
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.threshold"/>
        public Tensor threshold(Scalar threshold, Scalar value) =>
            nn.functional.threshold(this, threshold.ToDouble(), value.ToDouble());

        /// <summary>As <c>nn.functional.threshold</c>, in place: written over this tensor, which is returned.</summary>
        public Tensor threshold_(Scalar threshold, Scalar value) =>
            Overwrite("threshold_", nn.functional.threshold(BeforeWrite(this), threshold.ToDouble(), value.ToDouble()));
    }
}
