namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The first half along a dimension times the sigmoid of the second (Dauphin et al. 2016).</summary>
            /// <param name="dim">The dimension that is halved.</param>
            /// <exception cref="ArgumentException">The dimension's size is odd.</exception>
            [Layer("GLU")]
            public static Tensor glu(Tensor input, long dim = -1)
            {
                var d = Shape.Dim(dim, input.sizes.Length, "glu");
                if (input.sizes[d] % 2 != 0)
                    throw new ArgumentException(
                        $"glu: dimension {d} of shape {Shape.Text(input.sizes)} is to be halved; its size is odd");
                var half = input.sizes[d] / 2;
                return input.narrow(d, 0, half) * input.narrow(d, half, half).sigmoid();
            }
        }
    }

    public partial class Tensor
    {
        /// <inheritdoc cref="nn.functional.glu"/>
        public Tensor glu(long dim = -1) => nn.functional.glu(this, dim);
    }
}
