using System.Numerics;
using Qiansi.Torch.Tensors;

namespace Qiansi.Torch.Dispatch;

/// <summary>One number into every element.</summary>
internal static unsafe class Fill
{
    public static void Run(Tensor y, Scalar value)
    {
        if (y.count == 0) return;
        value.RequireFits(y.type);
        switch (y.type)
        {
            case ScalarType.Float32: Set(y, value.To<float>()); break;
            case ScalarType.Float64: Set(y, value.To<double>()); break;
            case ScalarType.Int64: Set(y, value.To<long>()); break;
            case ScalarType.Int32: Set(y, value.To<int>()); break;
            case ScalarType.Int16: Set(y, value.To<short>()); break;
            case ScalarType.Int8: Set(y, value.To<sbyte>()); break;
            case ScalarType.Byte: Set(y, (byte)value.ToInt64()); break;
            case ScalarType.Bool: Set(y, value.ToBoolean() ? (byte)1 : (byte)0); break;
            case ScalarType.Float16: Set(y, value.To<Half>()); break;
            default: Set(y, (BFloat16)value.ToSingle()); break;
        }
    }

    /// <summary>start, start + step, start + 2 step, …</summary>
    public static void Arithmetic(Tensor y, Scalar start, Scalar step)
    {
        switch (y.type)
        {
            case ScalarType.Float32:
                for (long i = 0; i < y.count; i++) ((float*)y.Data)[i] = (float)(start.ToDouble() + (i * step.ToDouble()));
                break;
            case ScalarType.Float64:
                for (long i = 0; i < y.count; i++) ((double*)y.Data)[i] = start.ToDouble() + (i * step.ToDouble());
                break;
            case ScalarType.Int64:
                for (long i = 0; i < y.count; i++) ((long*)y.Data)[i] = start.ToInt64() + (i * step.ToInt64());
                break;
            default:
                var wide = Tensor.Empty(y.sizes, y.type.IsFloating() ? ScalarType.Float32 : ScalarType.Int64);
                Arithmetic(wide, start, step);
                Copy.Run(wide, y);
                break;
        }
        GC.KeepAlive(y);
    }

    private static void Set<T>(Tensor y, T value) where T : unmanaged
    {
        if (y.rowMajor)
        {
            for (long i = 0; i < y.count; i += Spans.Chunk) new Span<T>((T*)y.Data + i, Spans.Length(y.count - i)).Fill(value);
        }
        else
        {
            var loop = new StridedLoop(y.sizes);
            loop.AddScalar(&value);
            loop.Add(y);
            loop.Run(&Inner<T>);
        }
        GC.KeepAlive(y);
    }

    private static void Inner<T>(byte** p, long* s, long n) where T : unmanaged
    {
        var value = *(T*)p[0];
        for (var y = p[1]; n > 0; n--, y += s[1]) *(T*)y = value;
    }
}
