using System.Numerics;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels.Reference;

/// <summary>Softmax as it is defined; arguments as in <see cref="Softmax"/>.</summary>
internal static unsafe class ReferenceSoftmax
{
    public static void Forward<T>(T* x, T* y, long outer, long n, long inner, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long o = 0; o < outer; o++)
        {
            for (long j = 0; j < inner; j++)
            {
                var at = o * n * inner + j;
                var max = T.NegativeInfinity;
                for (long i = 0; i < n; i++) max = T.Max(max, x[at + i * inner]);
                var sum = T.Zero;
                for (long i = 0; i < n; i++) sum += T.Exp(x[at + i * inner] - max);
                for (long i = 0; i < n; i++)
                {
                    var shifted = x[at + i * inner] - max;
                    y[at + i * inner] = log ? shifted - T.Log(sum) : T.Exp(shifted) / sum;
                }
            }
        }
    }

    public static void Backward<T>(T* y, T* dy, T* dx, long outer, long n, long inner, bool log)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long o = 0; o < outer; o++)
        {
            for (long j = 0; j < inner; j++)
            {
                var at = o * n * inner + j;
                var sum = T.Zero;
                for (long i = 0; i < n; i++) sum += log ? dy[at + i * inner] : dy[at + i * inner] * y[at + i * inner];
                for (long i = 0; i < n; i++)
                {
                    var p = at + i * inner;
                    dx[p] = log ? dy[p] - T.Exp(y[p]) * sum : y[p] * (dy[p] - sum);
                }
            }
        }
    }
}
