using System.Runtime.Intrinsics;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>
/// Normally distributed numbers after Box and Muller: <c>randn</c>, <c>normal_</c>. Which draws make which number is PyTorch's: one by one
/// below 16 numbers, else in groups of 16.
/// </summary>
internal static class NormalFill
{
    private const int Group = 16;

    /// <summary>Fills with numbers of a mean and standard deviation.</summary>
    /// <param name="generator">The source.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="std">Their standard deviation.</param>
    /// <param name="inGroups">False for numbers that do not lie one after the other in a tensor: PyTorch draws those one by one.</param>
    /// <exception cref="ArgumentException">The standard deviation is negative.</exception>
    public static void Fill(CpuGenerator generator, Span<float> values, double mean = 0, double std = 1, bool inGroups = true)
    {
        Check(std);
        if (values.Length < Group || !inGroups)
        {
            foreach (ref var value in values) value = (float)Next(generator, mean, std);
            return;
        }

        UniformFill.Fill(generator, values);
        for (var i = 0; i <= values.Length - Group; i += Group) Transform(values.Slice(i, Group), (float)mean, (float)std);
        if (values.Length % Group == 0) return;
        var tail = values[^Group..];
        UniformFill.Fill(generator, tail);
        Transform(tail, (float)mean, (float)std);
    }

    /// <inheritdoc cref="Fill(CpuGenerator, Span{float}, double, double, bool)"/>
    public static void Fill(CpuGenerator generator, Span<double> values, double mean = 0, double std = 1, bool inGroups = true)
    {
        Check(std);
        if (values.Length < Group || !inGroups)
        {
            foreach (ref var value in values) value = Next(generator, mean, std);
            return;
        }

        UniformFill.Fill(generator, values);
        for (var i = 0; i <= values.Length - Group; i += Group) Transform(values.Slice(i, Group), mean, std);
        if (values.Length % Group == 0) return;
        var tail = values[^Group..];
        UniformFill.Fill(generator, tail);
        Transform(tail, mean, std);
    }

    /// <summary>One number; the other of its pair waits in the generator.</summary>
    public static double Next(CpuGenerator generator, double mean, double std)
    {
        if (generator.NextNormal is { } waiting)
        {
            generator.NextNormal = null;
            return Math.FusedMultiplyAdd(waiting, std, mean);
        }

        double u1 = generator.NextDouble(), u2 = generator.NextDouble();
        var radius = Math.Sqrt(-2 * Math.Log(1 - u2)); // 1 − u2 is exact, so this is log1p(−u2)
        var (sin, cos) = Math.SinCos(2 * Math.PI * u1);
        generator.NextNormal = radius * sin;
        return Math.FusedMultiplyAdd(radius * cos, std, mean);
    }

    /// <summary>Turns 16 uniform numbers into normal ones: the first eight give the radius, the last eight the angle.</summary>
    private static void Transform(Span<float> values, float mean, float std)
    {
        var radius = Vector256.Sqrt(Vector256.Create(-2f) * BoxMullerMath.Log(Vector256<float>.One - Vector256.Create<float>(values)));
        var (sin, cos) = BoxMullerMath.SinCos(Vector256.Create((float)(2 * Math.PI)) * Vector256.Create<float>(values[8..]));
        Vector256.FusedMultiplyAdd(radius * cos, Vector256.Create(std), Vector256.Create(mean)).CopyTo(values);
        Vector256.FusedMultiplyAdd(radius * sin, Vector256.Create(std), Vector256.Create(mean)).CopyTo(values[8..]);
    }

    private static void Transform(Span<double> values, double mean, double std)
    {
        for (var i = 0; i < 8; i++)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - values[i]));
            var (sin, cos) = Math.SinCos(2 * Math.PI * values[i + 8]);
            values[i] = Math.FusedMultiplyAdd(radius * cos, std, mean);
            values[i + 8] = Math.FusedMultiplyAdd(radius * sin, std, mean);
        }
    }

    private static void Check(double std)
    {
        if (!(std >= 0)) throw new ArgumentException($"normal_: the standard deviation cannot be negative, and is {std}");
    }
}
