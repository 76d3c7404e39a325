using System.Runtime.CompilerServices;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Dispatch;

/// <summary>Walks several tensors of one shape together, whatever their strides, in runs as long as possible.</summary>
/// <remarks>
/// Dimensions that lie one in the other for every operand are merged, so that contiguous tensors are one run; a size of 1 that is broadcast
/// has stride 0. The kernel gets a pointer and a byte stride for each operand and the length of the run. Many elements are divided among
/// the threads along the outermost dimension, unless the last operand, which is the one written, has several elements in one place.
/// </remarks>
internal unsafe struct StridedLoop
{
    public const int MaxDims = 16;
    public const int MaxOperands = 4;
    private const long Grain = 32768;

    private fixed long sizes[MaxDims];
    private fixed long strides[MaxDims * MaxOperands];
    private fixed long pointers[MaxOperands];
    private int ndim;
    private int operands;

    [SkipLocalsInit]
    public StridedLoop(ReadOnlySpan<long> shape)
    {
        if (shape.Length > MaxDims)
            throw new ArgumentException(
                $"tensors have at most {MaxDims} dimensions here, this one has {shape.Length}: {Shape.Text(shape)}");
        ndim = shape.Length;
        operands = 0;
        for (var i = 0; i < ndim; i++) sizes[i] = shape[i];
    }

    /// <summary>Adds an operand that broadcasts to the shape.</summary>
    public void Add(byte* pointer, ReadOnlySpan<long> operandSizes, ReadOnlySpan<long> operandStrides, int elementSize)
    {
        var shift = ndim - operandSizes.Length;
        pointers[operands] = (long)pointer;
        for (var i = 0; i < ndim; i++)
            strides[(i * MaxOperands) + operands] = i < shift || operandSizes[i - shift] == 1 ? 0 : operandStrides[i - shift] * elementSize;
        operands++;
    }

    public void Add(torch.Tensor tensor) => Add(tensor.Data, tensor.sizes, tensor.strides, tensor.type.ElementSize());

    /// <summary>Adds a single element that is the same everywhere.</summary>
    public void AddScalar(void* pointer)
    {
        pointers[operands] = (long)pointer;
        for (var i = 0; i < ndim; i++) strides[(i * MaxOperands) + operands] = 0;
        operands++;
    }

    /// <param name="kernel">Gets pointers, byte strides and the length of a run.</param>
    /// <param name="isOrdered">Everything on the calling thread, in order.</param>
    public void Run(delegate*<byte**, long*, long, void> kernel, bool isOrdered = false)
    {
        Collapse();
        long count = 1;
        for (var i = 0; i < ndim; i++) count *= sizes[i];
        if (count == 0) return;
        if (count <= Grain || isOrdered || ThreadTeam.Threads == 1 || WritesOnePlaceTwice()) RunHere(kernel);
        else Divide(kernel, count);
    }

    private readonly void Divide(delegate*<byte**, long*, long, void> kernel, long count)
    {
        var whole = this;
        ThreadTeam.For(sizes[0], Math.Max(1, Grain / (count / sizes[0])), (begin, end) =>
        {
            var part = whole;
            for (var o = 0; o < part.operands; o++) part.pointers[o] += begin * part.strides[o];
            part.sizes[0] = end - begin;
            part.RunHere(kernel);
        });
    }

    private readonly bool WritesOnePlaceTwice()
    {
        for (var i = 0; i < ndim; i++)
        {
            if (strides[(i * MaxOperands) + operands - 1] == 0) return true;
        }
        return false;
    }

    private void RunHere(delegate*<byte**, long*, long, void> kernel)
    {
        var start = stackalloc byte*[MaxOperands];
        for (var o = 0; o < operands; o++) start[o] = (byte*)pointers[o];
        fixed (long* stride = strides)
        {
            if (ndim == 0)
            {
                kernel(start, stride, 1);
                return;
            }
            var inner = stride + ((ndim - 1) * MaxOperands);
            if (ndim == 1)
            {
                kernel(start, inner, sizes[0]);
                return;
            }
            Walk(kernel, start, inner);
        }
    }

    private void Walk(delegate*<byte**, long*, long, void> kernel, byte** start, long* inner)
    {
        var counter = stackalloc long[MaxDims];
        for (var i = 0; i < ndim; i++) counter[i] = 0;
        var arguments = stackalloc byte*[MaxOperands];
        var length = sizes[ndim - 1];
        while (true)
        {
            for (var o = 0; o < operands; o++) arguments[o] = start[o];
            kernel(arguments, inner, length);
            var d = ndim - 2;
            while (true)
            {
                if (++counter[d] < sizes[d])
                {
                    for (var o = 0; o < operands; o++) start[o] += strides[(d * MaxOperands) + o];
                    break;
                }
                for (var o = 0; o < operands; o++) start[o] -= (counter[d] - 1) * strides[(d * MaxOperands) + o];
                counter[d] = 0;
                if (--d < 0) return;
            }
        }
    }

    private void Collapse()
    {
        var last = -1;
        for (var i = 0; i < ndim; i++)
        {
            if (sizes[i] == 1) continue;
            if (last >= 0 && Merges(last, i))
            {
                sizes[last] *= sizes[i];
                for (var o = 0; o < operands; o++) strides[(last * MaxOperands) + o] = strides[(i * MaxOperands) + o];
                continue;
            }
            last++;
            sizes[last] = sizes[i];
            for (var o = 0; o < operands; o++) strides[(last * MaxOperands) + o] = strides[(i * MaxOperands) + o];
        }
        ndim = last + 1;
    }

    private bool Merges(int outer, int inner)
    {
        for (var o = 0; o < operands; o++)
        {
            if (strides[(outer * MaxOperands) + o] != strides[(inner * MaxOperands) + o] * sizes[inner]) return false;
        }
        return true;
    }
}
