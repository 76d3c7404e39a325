using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>a = dP, b = P: the gradient of a score before scaling, scale·P·(dP - Σ P·dP).</summary>
internal readonly struct ScoreGradient<T>(T along, T scale) : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => V.Broadcast(scale) * b * (a - V.Broadcast(along));
}
