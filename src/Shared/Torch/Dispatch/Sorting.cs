using System.Numerics;
using System.Runtime.CompilerServices;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Dispatch;

/// <summary>The order of each row's elements. Equal ones keep their order, NaN counts as largest.</summary>
/// <remarks>
/// A number becomes a key, a whole number of the same order (<see cref="Key{T}"/>). A key of 32 bits and the element's place make one
/// number of 64 bits, so that sorting these sorts stably: short rows by comparison, long ones by the digits of the key, last digit first
/// (radix sort). Keys of 64 bits are sorted with their places beside them.
/// </remarks>
internal static unsafe class Sorting
{
    private const long Grain = 4096;
    private const int LongRow = 2048;

    /// <summary>The places of the first <paramref name="take"/> elements in order, for each row.</summary>
    /// <param name="x">Rows, contiguous along the last dimension.</param>
    /// <param name="indices">int64, of x's shape but for the last dimension, which is <paramref name="take"/>.</param>
    public static void Order(Tensor x, Tensor indices, int take, bool descending)
    {
        switch (x.type)
        {
            case ScalarType.Float32:
                Order((float*)x.Data, (long*)indices.Data, x.count, checked((int)x.sizes[^1]), take, descending); break;
            case ScalarType.Float64:
                Order((double*)x.Data, (long*)indices.Data, x.count, checked((int)x.sizes[^1]), take, descending); break;
            case ScalarType.Int64: Order((long*)x.Data, (long*)indices.Data, x.count, checked((int)x.sizes[^1]), take, descending); break;
            case ScalarType.Int32: Order((int*)x.Data, (long*)indices.Data, x.count, checked((int)x.sizes[^1]), take, descending); break;
            case ScalarType.Int16: Order((short*)x.Data, (long*)indices.Data, x.count, checked((int)x.sizes[^1]), take, descending); break;
            case ScalarType.Int8: Order((sbyte*)x.Data, (long*)indices.Data, x.count, checked((int)x.sizes[^1]), take, descending); break;
            default: Order(x.Data, (long*)indices.Data, x.count, checked((int)x.sizes[^1]), take, descending); break;
        }
        GC.KeepAlive(x);
        GC.KeepAlive(indices);
    }

    private static void Order<T>(T* x, long* indices, long count, int n, int take, bool descending) where T : unmanaged, INumber<T>
    {
        if (n == 0 || take == 0) return;
        ThreadTeam.For(count / n, Math.Max(1, Grain / n), (begin, end) =>
        {
            ulong[] keys = new ulong[n], room = sizeof(T) < 8 && n >= LongRow && take == n ? new ulong[n] : [];
            var places = sizeof(T) == 8 ? new int[n] : [];
            for (var row = begin; row < end; row++)
            {
                Interrupts.Poll();
                var to = new Span<long>(indices + (row * take), take);
                if (take <= n / 16) First(x + (row * n), n, keys, to, descending);
                else if (sizeof(T) == 8) Beside(x + (row * n), keys, places, to, descending);
                else Together(x + (row * n), keys, room, to, descending);
            }
        });
    }

    /// <summary>A few of many: the best so far in order, and most others are passed over after one comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void First<T>(T* x, int n, ulong[] keys, Span<long> to, bool descending) where T : unmanaged, INumber<T>
    {
        var found = 0;
        var last = ulong.MaxValue;   // the worst of those found, once there are enough
        for (var i = 0; i < n; i++)
        {
            var key = Key(x[i], descending);
            if (key >= last && found == to.Length) continue;
            var at = found < to.Length ? found++ : found - 1;
            for (; at > 0 && keys[at - 1] > key; at--) (keys[at], to[at]) = (keys[at - 1], to[at - 1]);
            (keys[at], to[at]) = (key, i);
            if (found == to.Length) last = keys[found - 1];
        }
    }

    private static void Together<T>(T* x, ulong[] keys, ulong[] room, Span<long> to, bool descending) where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < keys.Length; i++) keys[i] = (Key(x[i], descending) << 32) | (uint)i;
        if (room.Length == 0) Array.Sort(keys);
        else keys = ByDigits(keys, room);
        for (var i = 0; i < to.Length; i++) to[i] = (uint)keys[i];
    }

    private static void Beside<T>(T* x, ulong[] keys, int[] places, Span<long> to, bool descending) where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < keys.Length; i++) (keys[i], places[i]) = (Key(x[i], descending), i);
        Array.Sort(keys, places);
        // Equal keys in the order of their places.
        for (int i = 0, next; i < keys.Length; i = next)
        {
            for (next = i + 1; next < keys.Length && keys[next] == keys[i];) next++;
            if (next - i > 1) Array.Sort(places, i, next - i);
        }
        for (var i = 0; i < to.Length; i++) to[i] = places[i];
    }

    /// <summary>Sorts by the upper 32 bits, eleven at a time; equal ones stay in order.</summary>
    /// <returns>The one of the two arrays the result is in.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong[] ByDigits(ulong[] keys, ulong[] room)
    {
        const int Bits = 11, Digits = 1 << Bits;
        var starts = stackalloc int[Digits];
        for (var shift = 32; shift < 64; shift += Bits)
        {
            new Span<int>(starts, Digits).Clear();
            foreach (var key in keys) starts[(key >> shift) & (Digits - 1)]++;
            if (starts[(keys[0] >> shift) & (Digits - 1)] == keys.Length) continue;
            var sum = 0;
            for (var digit = 0; digit < Digits; digit++) (starts[digit], sum) = (sum, sum + starts[digit]);
            foreach (var key in keys) room[starts[(key >> shift) & (Digits - 1)]++] = key;
            (keys, room) = (room, keys);
        }
        return keys;
    }

    /// <summary>A whole number, of 32 bits for types that have no more, that is smaller where x comes earlier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key<T>(T x, bool descending) where T : unmanaged, INumber<T>
    {
        if (sizeof(T) == 8)
        {
            var bits = typeof(T) == typeof(double) ? Ordered(*(long*)&x) : *(long*)&x;
            var key = (ulong)bits ^ (1UL << 63);
            return descending ? ~key : key;
        }
        else
        {
            var bits = typeof(T) == typeof(float) ? Ordered(*(int*)&x) : int.CreateTruncating(x);
            var key = (uint)bits ^ (1U << 31);
            return descending ? ~key : key;
        }
    }

    // The bits of a real number as an integer of the same order: −0 as 0, every NaN above all. Negative ones, sign and size, become two's
    // complement without a branch.
    private static long Ordered(long bits) =>
        (bits & long.MaxValue) > 0x7FF0_0000_0000_0000 ? long.MaxValue : (bits ^ ((bits >> 63) & long.MaxValue)) - (bits >> 63);

    private static int Ordered(int bits) =>
        (bits & int.MaxValue) > 0x7F80_0000 ? int.MaxValue : (bits ^ ((bits >> 31) & int.MaxValue)) - (bits >> 31);
}
