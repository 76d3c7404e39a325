using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Qiansi.Torch.Kernels;
using Qiansi.Torch.Tensors;

namespace Qiansi.Torch.Dispatch;

/// <summary>Elements from one tensor to another, through any strides, with conversion.</summary>
internal static unsafe class Copy
{
    /// <summary>Copies; the source broadcasts to the target's shape.</summary>
    public static void Run(Tensor from, Tensor to)
    {
        if (to.count == 0) return;
        if (from.type == to.type || (from.type == ScalarType.Bool && to.type == ScalarType.Byte))
        {
            if (from.rowMajor && to.rowMajor && from.count == to.count)
            {
                Bytes(from.Data, to.Data, to.count * to.type.ElementSize());
                GC.KeepAlive(from);
                GC.KeepAlive(to);
                return;
            }
            if (Transposition.Run(from, to)) return;
            switch (to.type.ElementSize())
            {
                case 1: Loop(from, to, &Same<byte>); break;
                case 2: Loop(from, to, &Same<short>); break;
                case 4: Loop(from, to, &Same<int>); break;
                default: Loop(from, to, &Same<long>); break;
            }
            return;
        }
        if (from.rowMajor && to.rowMajor && from.count == to.count && Halves(from, to)) return;
        switch (from.type)
        {
            case ScalarType.Float32: FromReal<float>(from, to); break;
            case ScalarType.Float64: FromReal<double>(from, to); break;
            case ScalarType.Int64: FromReal<long>(from, to); break;
            case ScalarType.Int32: FromReal<int>(from, to); break;
            case ScalarType.Int16: FromReal<short>(from, to); break;
            case ScalarType.Int8: FromReal<sbyte>(from, to); break;
            case ScalarType.Float16: FromReal<Half>(from, to); break;
            case ScalarType.BFloat16 when to.type == ScalarType.Float32: Loop(from, to, &FromBrain); break;
            case ScalarType.BFloat16: Run(from.Cast(ScalarType.Float32), to); break;
            default: FromReal<byte>(from, to); break;
        }
    }

    /// <summary>float32 to or from a type of 16 bits, contiguous: by the kernels.</summary>
    private static bool Halves(Tensor from, Tensor to)
    {
        switch (from.type, to.type)
        {
            case (ScalarType.Float32, ScalarType.Float16): HalfTypes.ToHalf((float*)from.Data, (Half*)to.Data, to.count); break;
            case (ScalarType.Float16, ScalarType.Float32): HalfTypes.FromHalf((Half*)from.Data, (float*)to.Data, to.count); break;
            case (ScalarType.Float32, ScalarType.BFloat16): HalfTypes.ToBFloat16((float*)from.Data, (ushort*)to.Data, to.count); break;
            case (ScalarType.BFloat16, ScalarType.Float32): HalfTypes.FromBFloat16((ushort*)from.Data, (float*)to.Data, to.count); break;
            default: return false;
        }
        GC.KeepAlive(from);
        GC.KeepAlive(to);
        return true;
    }

    /// <summary>Bytes from one place to another, on all threads when there are many.</summary>
    public static void Bytes(byte* from, byte* to, long count)
    {
        const long Grain = 1 << 18;
        if (count <= Grain) Buffer.MemoryCopy(from, to, count, count);
        else ThreadTeam.For(count, Grain, (begin, end) => Buffer.MemoryCopy(from + begin, to + begin, end - begin, end - begin));
    }

    private static void FromReal<TFrom>(Tensor from, Tensor to) where TFrom : unmanaged, INumber<TFrom>
    {
        switch (to.type)
        {
            case ScalarType.Float32: Loop(from, to, &Convert<TFrom, float>); break;
            case ScalarType.Float64: Loop(from, to, &Convert<TFrom, double>); break;
            case ScalarType.Int64: Loop(from, to, &Convert<TFrom, long>); break;
            case ScalarType.Int32: Loop(from, to, &Convert<TFrom, int>); break;
            case ScalarType.Int16: Loop(from, to, &Cut<TFrom, short>); break;
            case ScalarType.Int8: Loop(from, to, &Cut<TFrom, sbyte>); break;
            case ScalarType.Byte: Loop(from, to, &Cut<TFrom, byte>); break;
            case ScalarType.Float16: Loop(from, to, &Convert<TFrom, Half>); break;
            case ScalarType.Bool: Loop(from, to, &ToBool<TFrom>); break;
            case ScalarType.BFloat16 when typeof(TFrom) == typeof(float): Loop(from, to, &ToBrain); break;
            default: Run(from.Cast(ScalarType.Float32), to); break;
        }
    }

    private static void Loop(Tensor from, Tensor to, delegate*<byte**, long*, long, void> kernel)
    {
        var loop = new StridedLoop(to.sizes);
        loop.Add(from);
        loop.Add(to);
        loop.Run(kernel);
        GC.KeepAlive(from);
        GC.KeepAlive(to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Same<T>(byte** p, long* s, long n) where T : unmanaged
    {
        var x = p[0];
        var y = p[1];
        var (sx, sy) = (s[0], s[1]);
        if (sx == sizeof(T) && sy == sizeof(T))
        {
            Buffer.MemoryCopy(x, y, n * sizeof(T), n * sizeof(T));
            return;
        }
        if (sx == 0 && sy == sizeof(T))
        {
            for (long i = 0; i < n; i += Spans.Chunk) new Span<T>((T*)y + i, Spans.Length(n - i)).Fill(*(T*)x);
            return;
        }
        for (; n > 0; n--, x += sx, y += sy) *(T*)y = *(T*)x;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Convert<TFrom, TTo>(byte** p, long* s, long n) where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo>
    {
        var x = p[0];
        var y = p[1];
        var (sx, sy) = (s[0], s[1]);
        if (sx == sizeof(TFrom) && sy == sizeof(TTo))
        {
            long i = 0;
            if (typeof(TFrom) == typeof(byte) && typeof(TTo) == typeof(float)) i = ToSingle(x, (float*)y, n);
            if (typeof(TFrom) == typeof(float) && typeof(TTo) == typeof(double)) i = ToDouble((float*)x, (double*)y, n);
            if (typeof(TFrom) == typeof(double) && typeof(TTo) == typeof(float)) i = ToSingle((double*)x, (float*)y, n);
            for (; i < n; i++) ((TTo*)y)[i] = TTo.CreateTruncating(((TFrom*)x)[i]);
            return;
        }
        for (; n > 0; n--, x += sx, y += sy) *(TTo*)y = TTo.CreateTruncating(*(TFrom*)x);
    }

    // How many were converted: a multiple of the register's lanes.
    private static long ToSingle(byte* x, float* y, long n)
    {
        long i = 0;
        for (; i + 16 <= n; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.Load(x + i));
            var (a, b) = Vector256.Widen(Vector256.Create(low, high));
            Vector256.ConvertToSingle(a.AsInt32()).Store(y + i);
            Vector256.ConvertToSingle(b.AsInt32()).Store(y + i + 8);
        }
        return i;
    }

    private static long ToDouble(float* x, double* y, long n)
    {
        long i = 0;
        for (; i + 8 <= n; i += 8)
        {
            var (low, high) = Vector256.Widen(Vector256.Load(x + i));
            low.Store(y + i);
            high.Store(y + i + 4);
        }
        return i;
    }

    private static long ToSingle(double* x, float* y, long n)
    {
        long i = 0;
        for (; i + 8 <= n; i += 8) Vector256.Narrow(Vector256.Load(x + i), Vector256.Load(x + i + 4)).Store(y + i);
        return i;
    }

    // By way of 64 bits, so that -1 becomes 255 and 256.0 becomes 0 as in C, instead of being clamped.
    private static void Cut<TFrom, TTo>(byte** p, long* s, long n) where TFrom : unmanaged, INumber<TFrom> where TTo : unmanaged,
        INumber<TTo>
    {
        for (long i = 0; i < n; i++) *(TTo*)(p[1] + (i * s[1])) = TTo.CreateTruncating(long.CreateTruncating(*(TFrom*)(p[0] + (i * s[0]))));
    }

    private static void ToBool<TFrom>(byte** p, long* s, long n) where TFrom : unmanaged, INumber<TFrom>
    {
        for (long i = 0; i < n; i++) p[1][i * s[1]] = TFrom.IsZero(*(TFrom*)(p[0] + (i * s[0]))) ? (byte)0 : (byte)1;
    }

    private static void FromBrain(byte** p, long* s, long n)
    {
        for (long i = 0; i < n; i++) *(float*)(p[1] + (i * s[1])) = *(BFloat16*)(p[0] + (i * s[0]));
    }

    private static void ToBrain(byte** p, long* s, long n)
    {
        for (long i = 0; i < n; i++) *(BFloat16*)(p[1] + (i * s[1])) = (BFloat16)(*(float*)(p[0] + (i * s[0])));
    }
}
