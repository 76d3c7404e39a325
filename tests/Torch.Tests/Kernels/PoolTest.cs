using Qiansi.Torch.Kernels;
using Qiansi.Torch.Tests.Kernels.Reference;

namespace Qiansi.Torch.Tests.Kernels;

[Collection(nameof(KernelSettings))]
public sealed unsafe class PoolTest
{
    [Fact]
    public void Random_pools_equal_the_reference_and_gradients_go_back_where_values_came_from()
    {
        using var settings = new KernelSettings(2);
        var random = new System.Random(3);
        for (var i = 0; i < 120; i++)
        {
            int kh = random.Next(1, 4), kw = random.Next(1, 4);
            var s = new PoolShape(
                random.Next(1, 9), random.Next(3, 14), random.Next(3, 14), kh, kw, random.Next(1, 4), random.Next(1, 4),
                random.Next(0, kh / 2 + 1), random.Next(0, kw / 2 + 1), 1, 1, random.Next(2) == 0);
            if (i % 3 == 0)
                s = s with { KernelHeight = 2, KernelWidth = 2, StrideX = 2, StrideY = 2, PadX = 0, PadY = 0, CeilMode = false };
            long inputs = s.Planes * s.Height * s.Width, outputs = s.Planes * s.OutHeight * s.OutWidth;
            using var x = new Buffer<float>(inputs, i);
            // with equals, with NaN
            for (long j = 0; j < inputs; j++) x[j] = i % 4 == 0 ? MathF.Round(x[j] * 2) : j % 50 == 7 ? float.NaN : x[j];
            using var dy = new Buffer<float>(outputs, i + 1);
            using var y = new Buffer<float>(outputs);
            using var expected = new Buffer<float>(outputs);
            using var indices = new Buffer<long>(outputs);
            using var expectedIndices = new Buffer<long>(outputs);
            MaxPool.Forward(s, x.Start, y.Start, indices.Start);
            ReferencePool.Max(s, x.Start, expected.Start, expectedIndices.Start);
            y.ShouldEqual(expected, 0, $"max {s}");
            indices.ShouldEqual(expectedIndices, 0, $"indices {s}");
            using var dx = new Buffer<float>(inputs, 1);
            using var expectedDx = new Buffer<float>(inputs);
            MaxPool.Backward(s, dy.Start, indices.Start, dx.Start);
            for (long o = 0; o < outputs; o++) expectedDx[o / (s.OutHeight * s.OutWidth) * s.Height * s.Width + indices[o]] += dy[o];
            dx.ShouldEqual(expectedDx, 1e-6, $"max gradient {s}");

            AveragePool.Forward(s, x.Start, y.Start, false);
            ReferencePool.Mean(s, x.Start, expected.Start);
            y.ShouldEqual(expected, 1e-5, $"mean {s}");
            AveragePool.Backward(s, dy.Start, dx.Start, false);
            for (long j = 0; j < inputs; j++) expectedDx[j] = 0;
            for (long o = 0; o < outputs; o++)
            {
                var window = ReferencePool.Window(s, o / s.OutWidth % s.OutHeight, o % s.OutWidth).ToList();
                foreach (var j in window) expectedDx[o / (s.OutHeight * s.OutWidth) * s.Height * s.Width + j] += dy[o] / window.Count;
            }

            dx.ShouldEqual(expectedDx, 1e-5, $"mean gradient {s}");
        }
    }

    [Fact]
    public void Padding_counts_where_asked()
    {
        using var settings = new KernelSettings();
        using var x = Buffer<float>.Of(4f);
        using var y = new Buffer<float>(4);
        AveragePool.Forward(new PoolShape(1, 1, 1, 2, 2, 1, 1, 1, 1), x.Start, y.Start, true);
        Assert.Equal([1f, 1f, 1f, 1f], y.ToArray());
        AveragePool.Forward(new PoolShape(1, 1, 1, 2, 2, 1, 1, 1, 1), x.Start, y.Start, false);
        Assert.Equal([4f, 4f, 4f, 4f], y.ToArray());
    }

    [Theory]
    [InlineData(7, 5, 1, 1)]
    [InlineData(7, 5, 3, 2)]
    [InlineData(4, 4, 4, 4)]
    [InlineData(2, 3, 4, 5)]
    public void Adaptive_windows_cover_the_plane(int height, int width, int outHeight, int outWidth)
    {
        using var settings = new KernelSettings();
        using var x = new Buffer<float>(2 * height * width, 1);
        using var y = new Buffer<float>(2 * outHeight * outWidth);
        using var dx = new Buffer<float>(x.Length);
        AveragePool.AdaptiveForward(2, height, width, outHeight, outWidth, x.Start, y.Start);
        AveragePool.AdaptiveBackward(2, height, width, outHeight, outWidth, y.Start, dx.Start);
        using var expected = new Buffer<float>(y.Length);
        using var expectedDx = new Buffer<float>(x.Length);
        for (var p = 0; p < 2; p++)
        {
            for (var oy = 0; oy < outHeight; oy++)
            {
                for (var ox = 0; ox < outWidth; ox++)
                {
                    int y0 = oy * height / outHeight, y1 = (int)Math.Ceiling((oy + 1.0) * height / outHeight), x0 = ox * width / outWidth,
                        x1 = (int)Math.Ceiling((ox + 1.0) * width / outWidth);
                    float sum = 0, n = (y1 - y0) * (x1 - x0), out_ = y[(p * outHeight + oy) * outWidth + ox];
                    for (var iy = y0; iy < y1; iy++)
                    {
                        for (var ix = x0; ix < x1; ix++)
                        {
                            sum += x[(p * height + iy) * width + ix];
                            expectedDx[(p * height + iy) * width + ix] += out_ / n;
                        }
                    }

                    expected[(p * outHeight + oy) * outWidth + ox] = sum / n;
                }
            }
        }

        y.ShouldEqual(expected, 1e-5);
        dx.ShouldEqual(expectedDx, 1e-5);
    }
}
