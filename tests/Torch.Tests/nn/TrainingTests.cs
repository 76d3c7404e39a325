using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

/// <summary>Whole trainings, loss after loss as PyTorch's with the same seed (Golden/nn.py), and a state dict that PyTorch saved.</summary>
public sealed class TrainingTests
{
    private static readonly GoldenLayers Golden = new("training");

    [Fact]
    [Trait("Needs", "time")]
    public void LeNet_learns_as_in_PyTorch()
    {
        manual_seed(1);
        var net = Sequential(
            Conv2d(1, 6, 5, padding: 2), ReLU(), MaxPool2d(2), Conv2d(6, 16, 5), ReLU(), MaxPool2d(2), Flatten(),
            Linear(400, 120), ReLU(), Linear(120, 84), ReLU(), Linear(84, 10));
        var losses = Train(net, 12, 0.1, () =>
        {
            var labels = randint(0, 10, [16]);
            var images = rand([16, 1, 28, 28]) * 0.5;
            for (var i = 0; i < 16; i++) images.select(0, i).narrow(1, 2 * labels.select(0, i).ToInt64(), 6).narrow(2, 4, 16).add_(1);
            return functional.cross_entropy(net.call(images), labels);
        });
        Same("lenet", losses);
    }

    [Fact]
    public void A_transformer_with_dropout_learns_as_in_PyTorch()
    {
        manual_seed(2);
        var gpt = new Gpt();
        var losses = Train(gpt, 12, 0.5, () =>
        {
            var text = (randint(0, 11, [4, 1]) + (arange(9) * 3)) % 11;
            return functional.cross_entropy(gpt.call(text.narrow(1, 0, 8)).reshape(-1, 11), text.narrow(1, 1, 8).reshape(-1));
        });
        Same("gpt", losses);
        Assert.True(losses[^1] < losses[0]);
    }

    [Fact]
    public void A_state_dict_of_PyTorch_is_loaded_and_gives_its_outputs()
    {
        var model = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), Flatten(), Linear(8, 3));
        model.load(GoldenFile.Path("small.pt"));
        model.eval();
        Numbers.Close(Golden.List("small", "out")[0], model.call(Golden.List("small", "input")[0]), 1e-6, "output");
    }

    [Fact]
    public void A_network_learns_what_no_line_divides()
    {
        manual_seed(0);
        var points = rand([200, 2]) * 2 - 1;
        var labels = ((points.select(1, 0) > 0) ^ (points.select(1, 1) > 0)).to_type(int64);
        var net = Sequential(Linear(2, 16), Tanh(), Linear(16, 2));
        var losses = Train(net, 400, 0.5, () => functional.cross_entropy(net.call(points), labels));
        Assert.True(losses[^1] < 0.15, $"loss {losses[0]} became {losses[^1]}");
        var right = (net.call(points).argmax(1) == labels).to_type(float32).mean().ToSingle();
        Assert.True(right > 0.95, $"{right} of the points are right");
    }

    private static float[] Train(Module net, int steps, double rate, Func<Tensor> loss)
    {
        var losses = new float[steps];
        for (var step = 0; step < steps; step++)
        {
            var value = loss();
            losses[step] = value.ToSingle();
            net.zero_grad();
            value.backward();
            using var mode = no_grad();
            foreach (var parameter in net.parameters()) parameter.sub_(parameter.grad! * rate);
        }
        return losses;
    }

    private static void Same(string name, float[] losses)
    {
        var expected = Golden.List(name, "out")[0].ToArray<float>();
        for (var i = 0; i < losses.Length; i++)
            Assert.True(Math.Abs(expected[i] - losses[i]) < 1e-4, $"{name}: loss {losses[i]} at step {i}, PyTorch's was {expected[i]}");
    }

    private sealed class Gpt : Module<Tensor, Tensor>
    {
        private readonly Embedding tokens = Embedding(11, 16);
        private readonly Embedding places = Embedding(8, 16);
        private readonly TransformerEncoder block =
            TransformerEncoder(TransformerEncoderLayer(16, 2, 32, 0.1, Activations.GELU, batch_first: true, norm_first: true), 2);
        private readonly LayerNorm norm = LayerNorm(16);
        private readonly Linear head = Linear(16, 11);

        public Gpt() : base(nameof(Gpt)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var mask = ones([8, 8], ScalarType.Bool).triu(1);
            return head.call(norm.call(block.call(tokens.call(input) + places.call(arange(8)), mask)));
        }
    }
}
