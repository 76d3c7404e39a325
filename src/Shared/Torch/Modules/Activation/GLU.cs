namespace Qiansi.Modules
{
    /// <summary>The first half along a dimension times the sigmoid of the second (Dauphin et al. 2016).</summary>
    public sealed class GLU : ParameterLessModule<Tensor, Tensor>
    {
        internal GLU(long dim) : base(nameof(GLU)) => this.dim = dim;

        /// <summary>The dimension that is halved.</summary>
        public long dim { get; set; }

        /// <summary>The function of each element: a tensor of the shape of the input.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);

        /// <inheritdoc/>
        public override string extra_repr() => $"dim={dim}";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The first half along a dimension times the sigmoid of the second (Dauphin et al. 2016).</summary>
            public static GLU GLU(long dim = -1) => new(dim);

            public static partial class functional
            {
                /// <summary>The first half along a dimension times the sigmoid of the second.</summary>
                /// <exception cref="ArgumentException">The dimension's size is odd.</exception>
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
            /// <summary>As <c>nn.functional.glu</c>.</summary>
            public Tensor glu(long dim = -1) => nn.functional.glu(this, dim);
        }
    }
}
