using Qiansi.Torch.Kernels;
using Qiansi.Torch.Tests.Kernels.Reference;

namespace Qiansi.Torch.Tests.Kernels;

[Collection(nameof(KernelSettings))]
public sealed unsafe class RowKernelsTest
{
    /// <summary>Softmax does not change when a number is added to all logits, however large it is.</summary>
    private static readonly double[] Offsets = [0, 1e4, -1e6, 1e8];

    [Theory]
    [MemberData(nameof(KernelSettings.Widths), MemberType = typeof(KernelSettings))]
    public void Softmax_and_its_gradient_equal_the_reference(int bits)
    {
        using var settings = new KernelSettings(2, bits);
        var random = new System.Random(bits);
        for (var i = 0; i < 60; i++)
        {
            long outer = random.Next(0, 40), n = random.Next(1, 90), inner = random.Next(2) == 0
                ? 1 : random.Next(1, i % 5 == 0 ? 150 : 20);
            var log = random.Next(2) == 0;
            var offset = Offsets[i % Offsets.Length];
            using var x = new Buffer<float>(outer * n * inner, i, offset - 10, offset + 10);
            using var dy = new Buffer<float>(x.Length, i + 1);
            using var y = new Buffer<float>(x.Length);
            using var dx = new Buffer<float>(x.Length);
            using var expected = new Buffer<float>(x.Length);
            Softmax.Forward(x.Start, y.Start, outer, n, inner, log);
            ReferenceSoftmax.Forward(x.Start, expected.Start, outer, n, inner, log);
            y.ShouldEqual(expected, 1e-5, $"softmax {outer} {n} {inner} log {log}");
            Softmax.Backward(y.Start, dy.Start, dx.Start, outer, n, inner, log);
            ReferenceSoftmax.Backward(y.Start, dy.Start, expected.Start, outer, n, inner, log);
            dx.ShouldEqual(expected, 1e-5, $"softmax gradient {outer} {n} {inner} log {log}");
        }
    }

    [Fact]
    public void Softmax_of_large_numbers_does_not_overflow_and_nan_is_not_swallowed()
    {
        using var settings = new KernelSettings();
        using var x = Buffer<float>.Of(1e38f, 1e38f, -1e38f, 1f, float.NaN, 2f);
        using var y = new Buffer<float>(6);
        Softmax.Forward(x.Start, y.Start, 2, 3, 1, false);
        Assert.Equal([0.5f, 0.5f, 0f, float.NaN, float.NaN, float.NaN], y.ToArray());
    }

    [Theory]
    [MemberData(nameof(KernelSettings.Widths), MemberType = typeof(KernelSettings))]
    public void Normalisations_and_their_gradients_equal_the_reference(int bits)
    {
        using var settings = new KernelSettings(2, bits);
        var random = new System.Random(bits);
        for (var i = 0; i < 30; i++)
        {
            long batch = random.Next(
                1, 6), groups = random.Next(1, 4), width = random.Next(1, 4), area = random.Next(1, 40), channels = groups * width;
            if (batch * area < 2 || width * area < 2) continue;
            CheckNormalisation("layer", batch, channels * area, batch, j => j / (channels * area),
                j => j % (channels * area), channels * area, 1, i);
            CheckNormalisation("batch", batch, channels * area, channels, j => j / area % channels,
                j => j / area % channels, channels, area, i);
            CheckNormalisation("group", batch, channels * area, batch * groups, j => j / (width * area),
                j => j / area % channels, channels, area, i, groups);
        }
    }

    [Fact]
    public void Batch_normalisation_in_evaluation_uses_the_given_statistics()
    {
        using var settings = new KernelSettings();
        using var x = Buffer<float>.Of(1f, 2f, 3f, 4f);
        using var mean = Buffer<float>.Of(1f, 2f);
        using var variance = Buffer<float>.Of(4f, 9f);
        using var y = new Buffer<float>(4);
        BatchNorm.Evaluate(x.Start, null, null, y.Start, mean.Start, variance.Start, 2, 2, 1, 0f);
        using var expected = Buffer<float>.Of(0f, 0f, 1f, 2f / 3);
        y.ShouldEqual(expected, 1e-6);
    }

    [Theory]
    [MemberData(nameof(KernelSettings.Widths), MemberType = typeof(KernelSettings))]
    public void Cross_entropy_and_its_gradient_equal_the_reference_with_weights_smoothing_and_ignored_rows(int bits)
    {
        using var settings = new KernelSettings(2, bits);
        var random = new System.Random(4);
        for (var i = 0; i < 40; i++)
        {
            long rows = random.Next(1, 50), classes = random.Next(1, 70);
            var smoothing = i % 3 == 0 ? 0f : 0.1f;
            var offset = Offsets[i % Offsets.Length];
            using var x = new Buffer<float>(rows * classes, i, offset - 5, offset + 5);
            using var w = new Buffer<float>(classes, i + 1, 0.5, 2);
            using var targets = new Buffer<long>(rows);
            for (long r = 0; r < rows; r++) targets[r] = random.Next(5) == 0 ? -100 : random.Next((int)classes);
            using var losses = new Buffer<float>(rows);
            using var lse = new Buffer<float>(rows);
            using var gradient = new Buffer<float>(x.Length, 3);
            using var scales = new Buffer<float>(rows, 5);
            var weight = i % 2 == 0 ? w.Start : null;
            var total = CrossEntropy.Forward(x.Start, targets.Start, weight, rows, classes, smoothing, -100, losses.Start, lse.Start);
            CrossEntropy.Backward(
                x.Start, targets.Start, weight, lse.Start, rows, classes, smoothing, -100, scales.Start, 1, gradient.Start);
            using var expectedLosses = new Buffer<float>(rows);
            using var expected = new Buffer<float>(x.Length);
            var expectedTotal = 0f;
            for (long r = 0; r < rows; r++)
            {
                if (targets[r] == -100) continue;
                var g = new float[classes];
                expectedLosses[r] = ReferenceCrossEntropy.Row(x.Start + r * classes, targets[r], weight, classes, smoothing, g);
                for (var c = 0; c < classes; c++) expected[r * classes + c] = g[c] * scales[r];
                expectedTotal += weight == null ? 1 : w[targets[r]];
            }

            losses.ShouldEqual(expectedLosses, 2e-5, "losses");
            gradient.ShouldEqual(expected, 2e-5, "gradient");
            Assert.Equal(expectedTotal, total, 1e-4f * (1 + expectedTotal));
        }
    }

    private static void CheckNormalisation(string kind, long batch, long row, long sets, Func<long, long> set, Func<long, long> parameter,
        long parameters, long area, int seed, long groups = 1)
    {
        var count = batch * row;
        using var x = new Buffer<float>(count, seed);
        using var gamma = new Buffer<float>(parameters, seed + 1);
        using var beta = new Buffer<float>(parameters, seed + 2);
        using var dy = new Buffer<float>(count, seed + 3);
        using var y = new Buffer<float>(count);
        using var mean = new Buffer<float>(sets);
        using var rstd = new Buffer<float>(sets);
        using var variance = new Buffer<float>(sets);
        using var dx = new Buffer<float>(count);
        using var dgamma = new Buffer<float>(parameters, 7);
        using var dbeta = new Buffer<float>(parameters, 7);
        const float Eps = 1e-3f;
        switch (kind)
        {
            case "layer":
                LayerNorm.Forward(x.Start, gamma.Start, beta.Start, y.Start, mean.Start, rstd.Start, batch, row, Eps);
                LayerNorm.Backward(x.Start, gamma.Start, mean.Start, rstd.Start, dy.Start, dx.Start, dgamma.Start, dbeta.Start, batch, row);
                break;
            case "batch":
                BatchNorm.Forward(x.Start, gamma.Start, beta.Start, y.Start, mean.Start, rstd.Start,
                    variance.Start, batch, parameters, area, Eps);
                BatchNorm.Backward(x.Start, gamma.Start, mean.Start, rstd.Start, dy.Start, dx.Start, dgamma.Start,
                    dbeta.Start, batch, parameters, area, true);
                break;
            default:
                GroupNorm.Forward(x.Start, gamma.Start, beta.Start, y.Start, mean.Start, rstd.Start, batch,
                    groups, parameters / groups, area, Eps);
                GroupNorm.Backward(x.Start, gamma.Start, mean.Start, rstd.Start, dy.Start, dx.Start, dgamma.Start, dbeta.Start,
                    batch, groups, parameters / groups, area);
                break;
        }

        using var expectedY = new Buffer<float>(count);
        using var expectedMean = new Buffer<float>(sets);
        using var expectedRstd = new Buffer<float>(sets);
        using var expectedDx = new Buffer<float>(count);
        using var expectedDgamma = new Buffer<float>(parameters);
        using var expectedDbeta = new Buffer<float>(parameters);
        ReferenceNormalization.Forward(
            x.Start, gamma.Start, beta.Start, expectedY.Start, expectedMean.Start, expectedRstd.Start, count, sets, set, parameter, Eps);
        ReferenceNormalization.Backward(x.Start, gamma.Start, mean.Start, rstd.Start, dy.Start, expectedDx.Start, expectedDgamma.Start,
            expectedDbeta.Start, count, sets, set, parameter);
        var what = $"{kind} batch {batch} row {row} sets {sets} area {area}";
        y.ShouldEqual(expectedY, 2e-4, "y " + what);
        rstd.ShouldEqual(expectedRstd, 2e-4, "rstd " + what);
        dx.ShouldEqual(expectedDx, 5e-4, "dx " + what);
        dgamma.ShouldEqual(expectedDgamma, 5e-4, "dgamma " + what);
        dbeta.ShouldEqual(expectedDbeta, 5e-4, "dbeta " + what);
    }
}
