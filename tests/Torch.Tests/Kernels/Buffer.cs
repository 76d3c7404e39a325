using System.Numerics;
using System.Runtime.InteropServices;

namespace Qiansi.Torch.Tests.Kernels;

/// <summary>Native memory for a kernel, with guards on both sides that show a write outside.</summary>
internal sealed unsafe class Buffer<T> : IDisposable
    where T : unmanaged, INumber<T>
{
    private const int Guard = 64;
    private static readonly T Mark = T.CreateTruncating(77);
    private readonly T* _memory;

    public Buffer(long length)
    {
        Length = length;
        _memory = (T*)NativeMemory.AlignedAlloc((nuint)((length + 2 * Guard) * sizeof(T)), 64);
        for (long i = 0; i < length + 2 * Guard; i++) _memory[i] = Mark;
        for (long i = 0; i < length; i++) Start[i] = T.Zero;
    }

    /// <summary>Numbers in [low, high), the same for the same seed.</summary>
    public Buffer(long length, int seed, double low = -1, double high = 1)
        : this(length)
    {
        var random = new System.Random(seed);
        for (long i = 0; i < length; i++) Start[i] = T.CreateTruncating(low + random.NextDouble() * (high - low));
    }

    /// <summary>These numbers.</summary>
    public static Buffer<T> Of(params T[] values)
    {
        var buffer = new Buffer<T>(values.Length);
        for (var i = 0; i < values.Length; i++) buffer[i] = values[i];
        return buffer;
    }

    public long Length { get; }

    public T* Start => _memory + Guard;

    public T this[long i]
    {
        get => Start[i];
        set => Start[i] = value;
    }

    public Buffer<T> Copy()
    {
        var copy = new Buffer<T>(Length);
        for (long i = 0; i < Length; i++) copy[i] = this[i];
        return copy;
    }

    public T[] ToArray() => new Span<T>(Start, checked((int)Length)).ToArray();

    /// <summary>Fails when an element differs by more than tolerance·(1 + |expected|), or when something was written outside.</summary>
    public void ShouldEqual(Buffer<T> expected, double tolerance, string what = "")
    {
        Assert.Equal(expected.Length, Length);
        CheckGuards(what);
        for (long i = 0; i < Length; i++)
        {
            double e = double.CreateTruncating(expected[i]), a = double.CreateTruncating(this[i]);
            if (double.IsNaN(e) && double.IsNaN(a)) continue;
            if (e.Equals(a)) continue;
            if (!(Math.Abs(e - a) <= tolerance * (1 + Math.Abs(e))))
                Assert.Fail($"{what}: element {i} of {Length} is {a:R}, expected {e:R}");
        }
    }

    public void CheckGuards(string what = "")
    {
        for (var i = 0; i < Guard; i++)
        {
            if (_memory[i] != Mark || Start[Length + i] != Mark)
                Assert.Fail($"{what}: wrote outside, at {(_memory[i] != Mark ? i - Guard : Length + i)} of {Length}");
        }
    }

    public void Dispose() => NativeMemory.AlignedFree(_memory);
}
