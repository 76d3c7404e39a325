using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// One step of an optimizer over one parameter of n contiguous elements, all in one pass. Scalars that depend on the step number (bias
/// corrections) come from the caller, computed in double as PyTorch does.
/// </summary>
internal static unsafe class OptimizerStep
{
    private const long Grain = 8192;

    /// <summary>
    /// Adam (Kingma and Ba, 2015): m = β₁m + (1 - β₁)g, v = β₂v + (1 - β₂)g², p -= stepSize·m / (√v / √correction₂ + eps), where g includes
    /// weightDecay·p. With <paramref name="decoupled"/> the weights decay by themselves first (AdamW, Loshchilov and Hutter, 2019): p ·= 1
    /// - lr·weightDecay.
    /// </summary>
    /// <param name="stepSize">lr / (1 - β₁ᵗ).</param>
    /// <param name="rootCorrection">√(1 - β₂ᵗ).</param>
    /// <param name="largest">The running maximum of v (amsgrad), or null.</param>
    public static void Adam<T>(
        T* parameter, T* gradient, T* m, T* v, T* largest, long n, double lr, double stepSize, double rootCorrection, double beta1,
        double beta2, double eps, double weightDecay, bool decoupled)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var constants = new AdamConstants<T>(
            T.CreateTruncating(beta1), T.CreateTruncating(1 - beta1), T.CreateTruncating(beta2), T.CreateTruncating(1 - beta2),
            T.CreateTruncating(stepSize), T.CreateTruncating(rootCorrection),
            T.CreateTruncating(eps), T.CreateTruncating(decoupled ? 0 : weightDecay),
            T.CreateTruncating(decoupled ? 1 - lr * weightDecay : 1));
        ThreadTeam.For(n, Grain, (begin, end) =>
        {
            var max = largest == null ? null : largest + begin;
            var done = SimdWidth.Bits switch
            {
                512 => Adam<T, Vec512<T>>(constants, parameter + begin, gradient + begin, m + begin, v + begin, max, end - begin),
                256 => Adam<T, Vec256<T>>(constants, parameter + begin, gradient + begin, m + begin, v + begin, max, end - begin),
                128 => Adam<T, Vec128<T>>(constants, parameter + begin, gradient + begin, m + begin, v + begin, max, end - begin),
                _ => 0,
            };
            begin += done;
            Adam<T, Vec1<T>>(constants, parameter + begin, gradient + begin, m + begin, v + begin, max == null ? null : max + done,
                end - begin);
        });
    }

    /// <summary>
    /// Stochastic gradient descent: g += weightDecay·p; with momentum b = momentum·b + (1 - dampening)·g (the first time b = g) and g = b,
    /// or g + momentum·b (Nesterov); p -= lr·g.
    /// </summary>
    /// <param name="buffer">The momentum buffer; null without momentum.</param>
    /// <param name="first">Whether the buffer has no contents yet.</param>
    public static void Sgd<T>(T* parameter, T* gradient, T* buffer, long n, double lr, double momentum, double dampening,
        double weightDecay, bool nesterov, bool first)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var constants = new SgdConstants<T>(
            T.CreateTruncating(-lr), T.CreateTruncating(first ? 0 : momentum), T.CreateTruncating(first ? 1 : 1 - dampening),
            T.CreateTruncating(weightDecay), T.CreateTruncating(momentum), nesterov, first);
        ThreadTeam.For(n, Grain, (begin, end) =>
        {
            var b = buffer == null ? null : buffer + begin;
            var done = SimdWidth.Bits switch
            {
                512 => Sgd<T, Vec512<T>>(constants, parameter + begin, gradient + begin, b, end - begin),
                256 => Sgd<T, Vec256<T>>(constants, parameter + begin, gradient + begin, b, end - begin),
                128 => Sgd<T, Vec128<T>>(constants, parameter + begin, gradient + begin, b, end - begin),
                _ => 0,
            };
            begin += done;
            Sgd<T, Vec1<T>>(constants, parameter + begin, gradient + begin, b == null ? null : b + done, end - begin);
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Adam<T, V>(AdamConstants<T> c, T* parameter, T* gradient, T* m, T* v, T* largest, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        V beta1 = V.Broadcast(c.Beta1), rest1 = V.Broadcast(c.Rest1), beta2 = V.Broadcast(c.Beta2), rest2 = V.Broadcast(c.Rest2);
        V step = V.Broadcast(-c.StepSize), root = V.Broadcast(c.RootCorrection), eps = V.Broadcast(c.Eps),
            decay = V.Broadcast(c.WeightDecay), keep = V.Broadcast(c.Keep);
        long i = 0;
        for (; i + V.Count <= n; i += V.Count)
        {
            var p = V.Load(parameter + i) * keep;
            var g = V.Fma(decay, p, V.Load(gradient + i));
            var mean = V.Load(m + i) * beta1 + g * rest1;
            var square = V.Load(v + i) * beta2 + rest2 * g * g;
            mean.Store(m + i);
            square.Store(v + i);
            if (largest != null)
            {
                square = V.Max(square, V.Load(largest + i));
                square.Store(largest + i);
            }

            (p + step * mean / (V.Sqrt(square) / root + eps)).Store(parameter + i);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Sgd<T, V>(SgdConstants<T> c, T* parameter, T* gradient, T* buffer, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        V rate = V.Broadcast(c.NegativeRate), momentum = V.Broadcast(c.Momentum), fresh = V.Broadcast(c.Fresh),
            decay = V.Broadcast(c.WeightDecay), ahead = V.Broadcast(c.Ahead);
        long i = 0;
        for (; i + V.Count <= n; i += V.Count)
        {
            var p = V.Load(parameter + i);
            var g = V.Fma(decay, p, V.Load(gradient + i));
            if (buffer != null)
            {
                // Before the first step the buffer may hold anything.
                var b = c.First ? g : V.Load(buffer + i) * momentum + g * fresh;
                b.Store(buffer + i);
                g = c.Nesterov ? V.Fma(ahead, b, g) : b;
            }

            V.Fma(rate, g, p).Store(parameter + i);
        }

        return i;
    }

    private readonly record struct AdamConstants<T>(T Beta1, T Rest1, T Beta2, T Rest2, T StepSize, T RootCorrection, T Eps,
        T WeightDecay, T Keep);

    private readonly record struct SgdConstants<T>(T NegativeRate, T Momentum, T Fresh, T WeightDecay, T Ahead, bool Nesterov, bool First);
}
