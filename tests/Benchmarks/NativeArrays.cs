using System.Runtime.InteropServices;

namespace Qiansi.Benchmarks;

/// <summary>Arrays outside the managed heap for one benchmark case, freed together.</summary>
internal sealed unsafe class NativeArrays : IDisposable
{
    private readonly List<nint> _starts = [];
    private int _seed;

    /// <summary>Numbers in [-1, 1).</summary>
    public float* Random(long length)
    {
        var random = new Random(_seed++);
        var start = New<float>(length);
        for (long i = 0; i < length; i++) start[i] = random.NextSingle() * 2 - 1;
        return start;
    }

    /// <summary>Whole numbers from 0 up to a bound.</summary>
    public long* Indices(long length, int bound)
    {
        var random = new Random(_seed++);
        var start = New<long>(length);
        for (long i = 0; i < length; i++) start[i] = random.Next(bound);
        return start;
    }

    /// <summary>Zeros.</summary>
    public T* New<T>(long length)
        where T : unmanaged
    {
        var start = (T*)NativeMemory.AlignedAlloc((nuint)(length * sizeof(T)), 64);
        NativeMemory.Clear(start, (nuint)(length * sizeof(T)));
        _starts.Add((nint)start);
        return start;
    }

    public void Dispose()
    {
        foreach (var start in _starts) NativeMemory.AlignedFree((void*)start);
    }
}
