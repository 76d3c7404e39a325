using Qiansi.Torch.Random;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Normally distributed within bounds, by the inverse of the distribution function.</summary>
            /// <param name="tensor">Of float32 or float64.</param>
            /// <param name="a">The lower bound.</param>
            /// <param name="b">The upper bound.</param>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                if (a >= b) throw new ArgumentException($"trunc_normal_: the lower bound {a} must be below the upper one {b}");
                return Without(tensor, t =>
                {
                    var drawn = Tensor.Empty(t.sizes, t.type == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32);
                    var source = (generator ?? default_generator).Cpu;
                    lock (source.Lock)
                    {
                        if (drawn.type == ScalarType.Float64) TruncatedNormalFill.Fill(source, drawn.Span<double>(), mean, std, a, b);
                        else TruncatedNormalFill.Fill(source, drawn.Span<float>(), mean, std, a, b);
                    }
                    return t.copy_(drawn);
                });
            }

            /// <summary>Normal numbers, of each column a share set to zero (Martens 2010).</summary>
            /// <param name="tensor">A matrix.</param>
            /// <param name="sparsity">The share of zeros.</param>
            /// <param name="std">The deviation of the others.</param>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                if (tensor.sizes.Length != 2) throw new ArgumentException($"sparse_: a matrix is needed, this tensor has {tensor.sizes.Length} dimensions");
                var zeros = (long)Math.Ceiling(sparsity * tensor.sizes[0]);
                return Without(tensor, t =>
                {
                    t.normal_(0, std);
                    for (long column = 0; column < t.sizes[1]; column++) t.select(1, column).index_fill_(0, randperm(t.sizes[0]).narrow(0, 0, zeros), 0);
                    return t;
                });
            }
        }
    }
}
