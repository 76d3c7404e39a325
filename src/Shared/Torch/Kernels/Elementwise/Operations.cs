using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>A function of one element. An operation with a parameter (a slope, a bound) carries it in a field.</summary>
internal interface IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Roughly how many times an addition's time one element takes; decides how much a thread must have to do.</summary>
    static virtual int Cost => 1;

    V Apply<V>(V x)
        where V : struct, IVec<V, T>;
}

/// <summary>A function of two elements.</summary>
internal interface IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static virtual int Cost => 1;

    V Apply<V>(V a, V b)
        where V : struct, IVec<V, T>;
}
