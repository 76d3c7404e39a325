using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.Kernels;

/// <summary>Training gives the same bits on any number of threads: sums are cut by what is summed, not by who sums.</summary>
[Collection(nameof(KernelSettings))]
public sealed class ThreadCountTest
{
    [Fact]
    public void A_convolutional_net_learns_the_same_on_any_number_of_threads() => LearnsTheSame(
        () => Sequential(
            Conv2d(3, 24, 3, padding: 1), BatchNorm2d(24), ReLU(), MaxPool2d(2), Conv2d(24, 32, 3, stride: 2), ReLU(),
            Conv2d(32, 32, 3, padding: 1, groups: 32), Conv2d(32, 48, 1), GroupNorm(4, 48), Flatten(), Linear(48 * 36, 10)),
        () => randn([21, 3, 28, 28]));

    [Fact]
    public void A_transformer_learns_the_same_on_any_number_of_threads() => LearnsTheSame(
        () => Sequential(TransformerEncoderLayer(64, 4, 256, dropout: 0.1), LayerNorm(64), Flatten(), Linear(64 * 50, 10)),
        () => randn([33, 50, 64]));

    private static void LearnsTheSame(Func<Module<Tensor, Tensor>> create, Func<Tensor> input)
    {
        var one = Learn(1, create, input);
        foreach (var threads in (int[])[2, 3, 5]) Assert.Equal(one, Learn(threads, create, input));
    }

    private static List<float> Learn(int threads, Func<Module<Tensor, Tensor>> create, Func<Tensor> input)
    {
        using var settings = new KernelSettings(threads);
        manual_seed(3);
        var (net, x) = (create(), input());
        var t = randint(0, 10, [x.shape[0]]);
        var adam = optim.Adam(net.parameters(), lr: 0.01);
        var losses = new List<float>();
        for (var step = 0; step < 4; step++)
        {
            adam.zero_grad();
            var loss = functional.cross_entropy(net.call(x), t);
            loss.backward();
            adam.step();
            losses.Add(loss.item<float>());
        }

        losses.AddRange(net.parameters().Select(p => p.sum().item<float>()));
        return losses;
    }
}
