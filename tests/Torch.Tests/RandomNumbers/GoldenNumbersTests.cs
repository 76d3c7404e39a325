using System.Numerics;
using System.Text.Json;
using Qiansi.Torch.RandomNumbers;

namespace Qiansi.Torch.Tests.RandomNumbers;

/// <summary>The numbers are those that PyTorch 1.13.1 draws on a CPU (Golden/random_numbers.py).</summary>
public sealed class GoldenNumbersTests
{
    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllBytes(GoldenFile.Path("random-numbers.json"))).RootElement;

    public static TheoryData<string> Draws =>
        [.. Golden.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("draw").GetString()!).Distinct()];

    [Theory]
    [MemberData(nameof(Draws))]
    public void Same_seed_same_numbers(string draw)
    {
        var cases = Golden.GetProperty("cases").EnumerateArray().Where(c => c.GetProperty("draw").GetString() == draw)
            .Select(c => new RandomCase(c)).ToList();
        Assert.NotEmpty(cases);
        foreach (var @case in cases)
        {
            switch (@case.Type)
            {
                case "float32": Check(@case, Single(@case)); break;
                case "float64": Check(@case, Double(@case)); break;
                case "int64": @case.SameBytes<long>(Whole<long>(@case)); break;
                case "int32": @case.SameBytes<int>(Whole<int>(@case)); break;
                case "int16": @case.SameBytes<short>(Whole<short>(@case)); break;
                case "int8": @case.SameBytes<sbyte>(Whole<sbyte>(@case)); break;
                case "uint8": @case.SameBytes<byte>(Whole<byte>(@case)); break;
                case "bool":
                    var values = new bool[@case.Count];
                    IntegerFill.Fill(@case.Generator, values);
                    @case.SameBytes<bool>(values);
                    break;
                default: Assert.Fail($"type {@case.Type}"); break;
            }
        }
    }

    /// <summary>float32 from groups of 16 is exact arithmetic; what goes through the C library's logarithm,
    /// sine or exponential may differ in the last place on another system.</summary>
    private static void Check(RandomCase @case, float[] values)
    {
        if (@case.Draw is "truncated normal" or "inverse error function") @case.Close(values, 2);
        else if (@case.Draw is "normal twice" or "normal" && @case.Count < 16) @case.Close(values, 1);
        else @case.SameBytes<float>(values);
    }

    /// <summary>Of float64 all logarithms, sines and exponentials are the C library's; where the error function is flat,
    /// its last place is many of its inverse's.</summary>
    private static void Check(RandomCase @case, double[] values)
    {
        if (@case.Draw is "normal" or "normal twice" or "exponential") @case.Close(values, 2);
        else if (@case.Draw == "truncated normal") @case.Near(values, 2e-13 * @case.Number("std"));
        else if (@case.Draw == "inverse error function") @case.Near(values, 2e-14);
        else @case.SameBytes<double>(values);
    }

    private static float[] Single(RandomCase c)
    {
        var values = new float[c.Count];
        switch (c.Draw)
        {
            case "uniform": UniformFill.Fill(c.Generator, values, c.Number("low", 0), c.Number("high", 1)); break;
            case "normal": NormalFill.Fill(c.Generator, values, c.Number("mean"), c.Number("std")); break;
            case "normal twice":
                NormalFill.Fill(c.Generator, new float[(int)c.Number("before")]);
                NormalFill.Fill(c.Generator, values);
                break;
            case "bernoulli of": BernoulliFill.Fill(c.Generator, values, Steps<float>(c.Count)); break;
            case "dropout":
                BernoulliFill.Fill(c.Generator, values, 1 - c.Number("p"));
                foreach (ref var value in values.AsSpan()) value /= (float)(1 - c.Number("p"));
                break;
            case "exponential": ExponentialFill.Fill(c.Generator, values, c.Number("rate")); break;
            case "truncated normal":
                TruncatedNormalFill.Fill(c.Generator, values, 0, c.Number("std"), c.Number("low"), c.Number("high")); break;
            case "inverse error function":
                for (var i = 0; i < values.Length; i++) values[i] = InverseErf.Of((i - 63) / 64f);
                break;
            default: return Whole<float>(c);
        }

        return values;
    }

    private static double[] Double(RandomCase c)
    {
        var values = new double[c.Count];
        switch (c.Draw)
        {
            case "uniform": UniformFill.Fill(c.Generator, values, c.Number("low", 0), c.Number("high", 1)); break;
            case "normal": NormalFill.Fill(c.Generator, values, c.Number("mean"), c.Number("std")); break;
            case "normal twice":
                NormalFill.Fill(c.Generator, new double[(int)c.Number("before")]);
                NormalFill.Fill(c.Generator, values);
                break;
            case "bernoulli of": BernoulliFill.Fill(c.Generator, values, Steps<double>(c.Count)); break;
            case "exponential": ExponentialFill.Fill(c.Generator, values, c.Number("rate")); break;
            case "truncated normal":
                TruncatedNormalFill.Fill(c.Generator, values, 0, c.Number("std"), c.Number("low"), c.Number("high")); break;
            case "inverse error function":
                for (var i = 0; i < values.Length; i++) values[i] = InverseErf.Of((i - 63) / 64.0);
                break;
            default: return Whole<double>(c);
        }

        return values;
    }

    private static T[] Whole<T>(RandomCase c)
        where T : struct, INumberBase<T>
    {
        var values = new T[c.Count];
        switch (c.Draw)
        {
            case "integers": IntegerFill.Fill(c.Generator, values.AsSpan(), c.Whole("low"), c.Whole("high")); break;
            case "all integers": IntegerFill.Fill(c.Generator, values.AsSpan()); break;
            case "all bits": IntegerFill.FillAllBits(c.Generator, (long[])(object)values); break;
            case "permutation": Permutation.Fill(c.Generator, values.AsSpan()); break;
            case "bernoulli": BernoulliFill.Fill(c.Generator, values.AsSpan(), c.Number("p")); break;
            case "multinomial" when c.Text("of") == "float32":
                Multinomials(c, (float[])[0.1f, 3, 0, 2.5f, 1, 7, 0.25f, 4], (long[])(object)values); break;
            case "multinomial": Multinomials(c, (double[])[0.1, 3, 0, 2.5, 1, 7, 0.25, 4], (long[])(object)values); break;
            default: Assert.Fail(c.Draw); break;
        }

        return values;
    }

    private static void Multinomials<T>(RandomCase c, T[] weights, long[] indices)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (c.Flag("replacement")) Multinomial.WithReplacement<T>(c.Generator, weights, indices);
        else Multinomial.WithoutReplacement<T>(c.Generator, weights, indices);
    }

    /// <summary>linspace(0, 1, count), which PyTorch counts from both ends.</summary>
    private static T[] Steps<T>(int count)
        where T : IFloatingPointIeee754<T>
    {
        var step = T.One / T.CreateTruncating(count - 1);
        return [.. Enumerable.Range(
            0, count).Select(i => i < count / 2 ? step * T.CreateTruncating(i) : T.One - step * T.CreateTruncating(count - i - 1))];
    }
}
