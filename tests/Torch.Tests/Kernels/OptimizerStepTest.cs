using Qiansi.Torch.Kernels;
using Qiansi.Torch.Tests.Kernels.Reference;

namespace Qiansi.Torch.Tests.Kernels;

[Collection(nameof(KernelSettings))]
public sealed unsafe class OptimizerStepTest
{
    [Theory]
    [Trait("Needs", "time")]
    [InlineData(0.0, false, false, 1)]
    [InlineData(0.1, false, false, 128)]
    [InlineData(0.1, true, false, 256)]
    [InlineData(0.1, true, true, 512)]
    public void Adam_follows_its_formula_for_a_hundred_steps(double weightDecay, bool decoupled, bool amsgrad, int bits)
    {
        using var settings = new KernelSettings(2, bits);
        const int N = 20_011;
        using var p = new Buffer<double>(N, 1);
        using var m = new Buffer<double>(N);
        using var v = new Buffer<double>(N);
        using var largest = new Buffer<double>(N);
        var expected = Enumerable.Range(0, N).Select(i => (P: p[i], M: 0.0, V: 0.0, Largest: 0.0)).ToArray();
        for (var step = 1; step <= 100; step++)
        {
            using var g = new Buffer<double>(N, step);
            OptimizerStep.Adam(
                p.Start, g.Start, m.Start, v.Start, amsgrad ? largest.Start : null, N, 0.01, 0.01 / (1 - Math.Pow(0.9, step)),
                Math.Sqrt(1 - Math.Pow(0.999, step)), 0.9, 0.999, 1e-8, weightDecay, decoupled);
            for (var i = 0; i < N; i++)
            {
                var e = expected[i];
                expected[i] = ReferenceOptimizer.Adam(
                    e.P, g[i], e.M, e.V, e.Largest, step, 0.01, 0.9, 0.999, 1e-8, weightDecay, decoupled, amsgrad);
            }
        }

        p.CheckGuards();
        for (var i = 0; i < N; i++) Assert.Equal(expected[i].P, p[i], 1e-11);
    }

    [Theory]
    [InlineData(0.0, 0.0, 0.0, false, 1)]
    [InlineData(0.0, 0.0, 0.1, false, 256)]
    [InlineData(0.9, 0.0, 0.1, false, 128)]
    [InlineData(0.9, 0.5, 0.0, false, 512)]
    [InlineData(0.9, 0.0, 0.1, true, 256)]
    public void Sgd_follows_its_formula_for_a_hundred_steps(double momentum, double dampening, double weightDecay, bool nesterov, int bits)
    {
        using var settings = new KernelSettings(2, bits);
        const int N = 9_003;
        using var p = new Buffer<double>(N, 1);
        using var buffer = new Buffer<double>(N);
        for (var i = 0; i < N; i++) buffer[i] = double.NaN;   // the first step must not read it
        var expected = Enumerable.Range(0, N).Select(i => (P: p[i], Buffer: 0.0)).ToArray();
        for (var step = 0; step < 100; step++)
        {
            using var g = new Buffer<double>(N, step);
            OptimizerStep.Sgd(p.Start, g.Start, momentum == 0 ? null : buffer.Start, N, 0.01, momentum,
                dampening, weightDecay, nesterov, step == 0);
            for (var i = 0; i < N; i++)
                expected[i] = ReferenceOptimizer.Sgd(
                    expected[i].P, g[i], expected[i].Buffer, step == 0, 0.01, momentum, dampening, weightDecay, nesterov);
        }

        for (var i = 0; i < N; i++) Assert.Equal(expected[i].P, p[i], 1e-11);
    }
}
