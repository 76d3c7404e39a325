using System.Numerics;
using Qiansi.Torch.Kernels;
using Qiansi.Torch.Tests.Kernels.Reference;

namespace Qiansi.Torch.Tests.Kernels;

[Collection(nameof(KernelSettings))]
public sealed unsafe class ConvTest
{
    [Theory]
    [Trait("Needs", "time")]
    [MemberData(nameof(KernelSettings.Widths), MemberType = typeof(KernelSettings))]
    public void Random_convolutions_and_their_gradients_equal_the_reference(int bits)
    {
        using var settings = new KernelSettings(2, bits);
        var random = new System.Random(bits + 1);
        for (var i = 0; i < 60; i++)
        {
            var groups = random.Next(3) == 0 ? random.Next(1, 4) : 1;
            int perGroupIn = random.Next(1, 20), perGroupOut = random.Next(1, 14);
            if (random.Next(5) == 0) (perGroupIn, perGroupOut) = (1, 1);
            var shape = new ConvShape(
                random.Next(1, 4), groups * perGroupIn, random.Next(1, 12), random.Next(1, 20), groups * perGroupOut,
                random.Next(1, 4), random.Next(1, 4),
                random.Next(1, 4), random.Next(1, 4), random.Next(0, 3), random.Next(0, 3), random.Next(1, 3), random.Next(1, 3), groups);
            if (i % 2 == 0) shape = shape with { StrideX = 1, StrideY = 1 };
            if (i % 7 == 0) shape = shape with { KernelHeight = 1, KernelWidth = 1, PadX = 0, PadY = 0 };
            if (shape.OutHeight <= 0 || shape.OutWidth <= 0) continue;
            Check<float>(shape, i, 1e-4);
            if (i % 5 == 0) Check<double>(shape, i, 1e-12);
        }
    }

    public static TheoryData<string> Named =>
        ["wide", "deep", "lenet", "one image", "depthwise", "one-dimensional", "larger than the cache blocks"];

    [Theory]
    [Trait("Needs", "time")]
    [MemberData(nameof(Named))]
    public void Convolutions_of_real_sizes_equal_the_reference(string name)
    {
        using var settings = new KernelSettings(2);
        Check<float>(
            name switch
            {
                "wide" => new ConvShape(2, 16, 28, 28, 32, 3, 3, 1, 1, 1, 1),
                "deep" => new ConvShape(2, 70, 8, 8, 100, 3, 3, 1, 1, 1, 1),
                "lenet" => new ConvShape(3, 1, 28, 28, 6, 5, 5, 1, 1, 2, 2),
                "one image" => new ConvShape(1, 8, 40, 40, 8, 3, 3, 2, 2, 1, 1),
                "depthwise" => new ConvShape(2, 24, 30, 30, 24, 3, 3, 1, 1, 1, 1, 1, 1, 24),
                "one-dimensional" => new ConvShape(2, 5, 1, 300, 7, 1, 9, 1, 2, 0, 4),
                _ => new ConvShape(1, 80, 6, 6, 110, 3, 3, 1, 1, 1, 1),
            },
            3,
            3e-4);
    }

    [Fact]
    public void Padding_larger_than_the_kernel_and_windows_that_miss_the_input_work()
    {
        using var settings = new KernelSettings(1);
        Check<float>(new ConvShape(1, 2, 3, 3, 2, 1, 1, 1, 1, 2, 2), 1, 1e-5);
        Check<float>(new ConvShape(1, 2, 2, 2, 2, 2, 2, 3, 3, 4, 4), 1, 1e-5);
    }

    private static void Check<T>(ConvShape s, int seed, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long inputs = s.Batch * s.InChannels * s.Height * s.Width, outputs = s.Batch * s.OutChannels * s.OutHeight * s.OutWidth,
            weights = s.OutChannels * s.Window;
        using var x = new Buffer<T>(inputs, seed);
        using var w = new Buffer<T>(weights, seed + 1);
        using var bias = new Buffer<T>(s.OutChannels, seed + 2);
        using var dy = new Buffer<T>(outputs, seed + 3);
        using var y = new Buffer<T>(outputs, seed);
        using var dx = new Buffer<T>(inputs, seed);
        using var dw = new Buffer<T>(weights, seed);
        using var dbias = new Buffer<T>(s.OutChannels, seed);
        ConvForward.Run(s, x.Start, w.Start, bias.Start, y.Start);
        ConvBackwardData.Run(s, w.Start, dy.Start, dx.Start);
        ConvBackwardWeight.Run(s, x.Start, dy.Start, dw.Start, dbias.Start);

        using var expectedY = new Buffer<T>(outputs);
        using var expectedDx = new Buffer<T>(inputs);
        using var expectedDw = new Buffer<T>(weights);
        using var expectedDbias = new Buffer<T>(s.OutChannels);
        ReferenceConv.Forward(s, x.Start, w.Start, bias.Start, expectedY.Start);
        ReferenceConv.Backward(s, x.Start, w.Start, dy.Start, expectedDx.Start, expectedDw.Start);
        for (long i = 0; i < outputs; i++) expectedDbias[i / (s.OutHeight * s.OutWidth) % s.OutChannels] += dy[i];
        y.ShouldEqual(expectedY, tolerance, $"y of {s}");
        dx.ShouldEqual(expectedDx, tolerance, $"dx of {s}");
        dw.ShouldEqual(expectedDw, tolerance, $"dw of {s}");
        dbias.ShouldEqual(expectedDbias, tolerance, $"dbias of {s}");
    }
}
