using System.Runtime.InteropServices;

namespace Qiansi.Torch.Kernels;

/// <summary>Working memory of one thread, aligned to 64 bytes, kept from call to call and given back when the thread ends.</summary>
internal sealed unsafe class Scratch
{
    private const int Slots = 8;

    [ThreadStatic]
    private static Scratch? _mine;

    private readonly nint[] _start = new nint[Slots];
    private readonly long[] _bytes = new long[Slots];

    private Scratch()
    {
    }

    ~Scratch()
    {
        foreach (var start in _start) NativeMemory.AlignedFree((void*)start);
    }

    /// <summary>
    /// At least <paramref name="count"/> elements, contents undefined, valid until this thread asks for the same slot again.
    /// </summary>
    /// <param name="slot">0 to 7; kernels that call each other use different ones (<see cref="ScratchSlot"/>).</param>
    public static T* Get<T>(ScratchSlot slot, long count)
        where T : unmanaged
    {
        var mine = _mine ??= new Scratch();
        var bytes = count * sizeof(T);
        if (mine._bytes[(int)slot] < bytes) mine.Grow((int)slot, bytes);
        return (T*)mine._start[(int)slot];
    }

    private void Grow(int slot, long bytes)
    {
        var rounded = (bytes + bytes / 8 + 4095) & ~4095L;
        NativeMemory.AlignedFree((void*)_start[slot]);
        (_start[slot], _bytes[slot]) = (0, 0);
        _start[slot] = (nint)NativeMemory.AlignedAlloc((nuint)rounded, 64);
        _bytes[slot] = rounded;
    }
}

/// <summary>Who uses which piece of a thread's <see cref="Scratch"/>.</summary>
internal enum ScratchSlot
{
    PackedA,
    PackedB,
    Tile,
    Image,
    Gradient,
    Columns,
    Offsets,
    Sums,
}
