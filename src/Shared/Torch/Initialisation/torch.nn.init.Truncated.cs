using Qiansi.Torch.RandomNumbers;

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
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2,
                Generator? generator = null)
            {
                if (a >= b) throw new ArgumentException($"trunc_normal_: the lower bound {a} must be below the upper one {b}");
                return Without(tensor, t =>
                {
                    var drawn = Tensor.Empty(t.sizes, t.type == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32);
                    var source = (generator ?? Generator.Default).engine;
                    lock (source.Lock)
                    {
                        if (drawn.type == ScalarType.Float64) TruncatedNormalFill.Fill(source, drawn.Span<double>(), mean, std, a, b);
                        else TruncatedNormalFill.Fill(source, drawn.Span<float>(), mean, std, a, b);
                    }
                    return t.copy_(drawn);
                });
            }
        }
    }
}
