using System.Numerics;
using Qiansi.Torch.Dispatch;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>
/// Random numbers into tensors. Elements are drawn in the order in which they lie in memory, whatever the order of dimensions, as PyTorch
/// draws them.
/// </summary>
internal static unsafe class RandomWrite
{
    /// <summary>Fills a tensor in place.</summary>
    /// <param name="operation">Its name, for errors.</param>
    /// <param name="y">The tensor.</param>
    /// <param name="generator">The source; the default one when null.</param>
    /// <param name="fill">Fills a contiguous tensor of the same number of elements.</param>
    public static Tensor Fill(string operation, Tensor y, Generator? generator, Action<CpuGenerator, Tensor> fill)
    {
        y.CheckWritable(operation);
        var engine = (generator ?? Generator.Default).engine;
        lock (engine.Lock)
        {
            if (y.is_contiguous())
            {
                fill(engine, y);
            }
            else
            {
                int[] order = [.. Enumerable.Range(0, y.sizes.Length).OrderByDescending(d => y.strides[d])];
                using var inOrder = y.Alias([.. order.Select(d => y.sizes[d])], [.. order.Select(d => y.strides[d])], y.offset);
                using var values = Tensor.Empty(inOrder.sizes, y.type);
                fill(engine, values);
                Copy.Run(values, inOrder);
            }
        }

        return y.Written();
    }

    /// <summary>The elements of a contiguous tensor.</summary>
    /// <exception cref="ArgumentException">There are more than a span holds.</exception>
    public static Span<T> Elements<T>(Tensor y)
        where T : unmanaged =>
        y.count <= int.MaxValue
            ? new Span<T>(y.Data, (int)y.count)
            : throw new ArgumentException(
                $"random numbers for {y.count} elements (shape {Shape.Text(y.sizes)}): at most {int.MaxValue} are filled at once; fill "
                    + "slices of the tensor");

    /// <summary>Whole numbers of a range.</summary>
    public static void Integers(CpuGenerator engine, Tensor y, long from, long to)
    {
        switch (y.type)
        {
            case ScalarType.Int64: IntegerFill.Fill(engine, Elements<long>(y), from, to); break;
            case ScalarType.Int32:
                IntegerFill.Fill(engine, Elements<int>(y), Fits(y, from, int.MinValue), FitsBelow(y, to, int.MaxValue)); break;
            case ScalarType.Int16:
                IntegerFill.Fill(engine, Elements<short>(y), Fits(y, from, short.MinValue),
                FitsBelow(y, to, short.MaxValue)); break;
            case ScalarType.Int8:
                IntegerFill.Fill(engine, Elements<sbyte>(y), Fits(y, from, sbyte.MinValue),
                FitsBelow(y, to, sbyte.MaxValue)); break;
            case ScalarType.Byte: IntegerFill.Fill(engine, Elements<byte>(y), Fits(y, from, 0), FitsBelow(y, to, byte.MaxValue)); break;
            case ScalarType.Float32: IntegerFill.Fill(engine, Elements<float>(y), from, to); break;
            case ScalarType.Float64: IntegerFill.Fill(engine, Elements<double>(y), from, to); break;
            case ScalarType.Bool: IntegerFill.Fill(engine, Elements<byte>(y), Fits(y, from, 0), FitsBelow(y, to, 1)); break;
            default: throw WrongType("random_", y);
        }
    }

    /// <summary>All whole numbers of the type from 0.</summary>
    public static void AllIntegers(CpuGenerator engine, Tensor y)
    {
        switch (y.type)
        {
            case ScalarType.Int64: IntegerFill.Fill(engine, Elements<long>(y)); break;
            case ScalarType.Int32: IntegerFill.Fill(engine, Elements<int>(y)); break;
            case ScalarType.Int16: IntegerFill.Fill(engine, Elements<short>(y)); break;
            case ScalarType.Int8: IntegerFill.Fill(engine, Elements<sbyte>(y)); break;
            case ScalarType.Byte: IntegerFill.Fill(engine, Elements<byte>(y)); break;
            case ScalarType.Float32: IntegerFill.Fill(engine, Elements<float>(y)); break;
            case ScalarType.Float64: IntegerFill.Fill(engine, Elements<double>(y)); break;
            case ScalarType.Bool: IntegerFill.Fill(engine, Elements<bool>(y)); break;
            default: throw WrongType("random_", y);
        }
    }

    /// <summary>0, 1, … in random order.</summary>
    public static void Order(CpuGenerator engine, Tensor y)
    {
        switch (y.type)
        {
            case ScalarType.Int64: Permutation.Fill(engine, Elements<long>(y)); break;
            case ScalarType.Int32: Permutation.Fill(engine, Elements<int>(y)); break;
            case ScalarType.Int16: Permutation.Fill(engine, Elements<short>(y)); break;
            case ScalarType.Int8: Permutation.Fill(engine, Elements<sbyte>(y)); break;
            case ScalarType.Byte: Permutation.Fill(engine, Elements<byte>(y)); break;
            case ScalarType.Float32: Permutation.Fill(engine, Elements<float>(y)); break;
            case ScalarType.Float64: Permutation.Fill(engine, Elements<double>(y)); break;
            default: throw WrongType("randperm", y);
        }
    }

    /// <summary>Ones of one probability.</summary>
    public static void Bernoulli(CpuGenerator engine, Tensor y, double p)
    {
        switch (y.type)
        {
            case ScalarType.Float32: BernoulliFill.Fill(engine, Elements<float>(y), p); break;
            case ScalarType.Float64: BernoulliFill.Fill(engine, Elements<double>(y), p); break;
            case ScalarType.Int64: BernoulliFill.Fill(engine, Elements<long>(y), p); break;
            case ScalarType.Int32: BernoulliFill.Fill(engine, Elements<int>(y), p); break;
            case ScalarType.Int16: BernoulliFill.Fill(engine, Elements<short>(y), p); break;
            case ScalarType.Int8: BernoulliFill.Fill(engine, Elements<sbyte>(y), p); break;
            case ScalarType.Byte or ScalarType.Bool: BernoulliFill.Fill(engine, Elements<byte>(y), p); break;
            default: throw WrongType("bernoulli_", y);
        }
    }

    /// <summary>Ones of a probability each: a new tensor.</summary>
    public static Tensor Bernoulli(Tensor p, ScalarType type, Generator? generator)
    {
        if (!p.is_floating_point()) throw WrongType("bernoulli", p);
        using var _ = no_grad();
        var ones = Tensor.Empty(p.sizes, p.type == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32);
        using var probabilities = p.to_type(ones.type).contiguous();
        var engine = (generator ?? Generator.Default).engine;
        lock (engine.Lock)
        {
            if (ones.type == ScalarType.Float64)
                BernoulliFill.Fill<double>(engine, Elements<double>(ones), Elements<double>(probabilities));
            else BernoulliFill.Fill<float>(engine, Elements<float>(ones), Elements<float>(probabilities));
        }

        return ones.to_type(type);
    }

    /// <summary>Indices drawn by weight: a new tensor of int64.</summary>
    public static Tensor Multinomials(Tensor weights, long samples, bool replacement, Generator? generator)
    {
        if (weights.sizes.Length is not (1 or 2))
            throw new ArgumentException(
                $"multinomial: weights have one or two dimensions, not {weights.sizes.Length} (shape {Shape.Text(weights.sizes)})");
        if (weights.type is not (ScalarType.Float32 or ScalarType.Float64)) throw WrongType("multinomial", weights);
        if (weights.sizes[^1] == 0)
            throw new ArgumentException(
                $"multinomial: weights of shape {Qiansi.Torch.Shapes.Shape.Text(weights.sizes)} have no category to draw from");
        if (samples < 1) throw new ArgumentException($"multinomial: at least one sample is drawn, not {samples}");
        using var _ = no_grad();
        var lies = weights.contiguous();
        var categories = (int)weights.sizes[^1];
        var rows = weights.sizes.Length == 2 ? weights.sizes[0] : 1;
        var indices = Tensor.Empty(weights.sizes.Length == 2 ? [rows, samples] : [samples], ScalarType.Int64);
        var engine = (generator ?? Generator.Default).engine;
        lock (engine.Lock)
        {
            for (var row = 0; row < rows; row++)
            {
                var drawn = Elements<long>(indices).Slice((int)(row * samples), (int)samples);
                if (weights.type == ScalarType.Float32)
                    Draw<float>(engine, Elements<float>(lies).Slice(row * categories, categories), drawn, replacement);
                else Draw<double>(engine, Elements<double>(lies).Slice(row * categories, categories), drawn, replacement);
            }
        }

        GC.KeepAlive(lies);
        return indices;
    }

    /// <summary>The type is not one that can be filled so.</summary>
    public static ArgumentException WrongType(string operation, Tensor y) =>
        new($"{operation}: not for {y.type.TorchName()} (shape {Shape.Text(y.sizes)}); convert the tensor first, e.g. .to(float32)");

    private static void Draw<T>(CpuGenerator engine, ReadOnlySpan<T> weights, Span<long> indices, bool replacement)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (replacement) Multinomial.WithReplacement(engine, weights, indices);
        else Multinomial.WithoutReplacement(engine, weights, indices);
    }

    private static long Fits(Tensor y, long from, long smallest) =>
        from >= smallest ? from : throw new ArgumentException($"random_: {from} is below what {y.type.TorchName()} holds");

    private static long FitsBelow(Tensor y, long to, long largest) =>
        to - 1 <= largest ? to : throw new ArgumentException($"random_: {to} − 1 is above what {y.type.TorchName()} holds");
}
