using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Benchmarks;

/// <summary>Whole training steps for the torch suite, as torch_peer.py has them: forward, backward, and plain gradient descent.</summary>
internal static class TorchTrainings
{
    public static Dictionary<string, Func<Action>> All { get; } = new()
    {
        ["mlp 784-256-128-10 step 64"] =
            () => Classify(Sequential(Linear(784, 256), ReLU(), Linear(256, 128), ReLU(), Linear(128, 10)), [64, 784]),
        ["lenet step 64"] = () => Classify(
            Sequential(
                Conv2d(1, 6, 5, padding: 2), ReLU(), MaxPool2d(2), Conv2d(6, 16, 5), ReLU(), MaxPool2d(2), Flatten(),
                Linear(400, 120), ReLU(), Linear(120, 84), ReLU(), Linear(84, 10)),
            [64, 1, 28, 28]),
        ["gpt 4x4x64 32 step 16"] = () => Generate(new Gpt(65, 32, 64, 4, 4, () => ReLU()), 16, 32),
        // nanoGPT's settings for a CPU: block_size 64, batch_size 12, n_layer 4, n_head 4, n_embd 128, dropout 0.
        ["nanogpt 4x4x128 64 step 12"] = () => Generate(new Gpt(65, 64, 128, 4, 4, () => GELU()), 12, 64),
        // A token at a time, 255 of them after the first: keys and values of all before it are kept.
        ["gpt 4x4x128 256 generate 255"] = () =>
        {
            var net = new Gpt(65, 256, 128, 4, 4, () => GELU());
            return () => net.Continue(0, 255);
        },
        ["add of 10 elements with autograd"] = () =>
        {
            var (a, b) = (rand([10]).requires_grad_(), rand([10]));
            return () =>
            {
                for (var i = 0; i < 1000; i++) using (a + b) { }
            };
        },
    };

    private static Action Classify(Module<Tensor, Tensor> net, long[] shape)
    {
        var (x, t) = (rand(shape), randint(0, 10, [shape[0]]));
        return Step(net, () => functional.cross_entropy(net.call(x), t));
    }

    private static Action Generate(Gpt net, long batch, long context)
    {
        var (x, t) = (randint(0, 65, [batch, context]), randint(0, 65, [batch * context]));
        return Step(net, () => functional.cross_entropy(net.call(x).view(-1, 65), t));
    }

    private static Action Step(Module net, Func<Tensor> loss)
    {
        var parameters = net.parameters().ToArray();
        return () =>
        {
            using var scope = NewDisposeScope();
            foreach (var parameter in parameters) parameter.grad = null;
            loss().backward();
            using var mode = no_grad();
            foreach (var parameter in parameters) parameter.add_(parameter.grad!, -0.01);
        };
    }

    /// <summary>A GPT as the lecture has it, its heads in one product.</summary>
    private sealed class Gpt : Module<Tensor, Tensor>
    {
        private readonly Embedding tokens, places;
        private readonly Sequential blocks;
        private readonly LayerNorm norm;
        private readonly Linear head;

        public Gpt(long letters, long context, long width, long heads, int layers, Func<Module<Tensor, Tensor>> activation)
            : base(nameof(Gpt))
        {
            (tokens, places) = (Embedding(letters, width), Embedding(context, width));
            blocks = Sequential(Enumerable.Range(0, layers).Select(_ => (Module<Tensor, Tensor>)new Block(width, heads, activation())));
            (norm, head) = (LayerNorm(width), Linear(width, letters));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => Logits(input, 0);

        private Tensor Logits(Tensor input, long from) =>
            head.call(norm.call(blocks.call(tokens.call(input) + places.call(arange(from, from + input.size(1))))));

        /// <summary>The most probable tokens after a first one.</summary>
        public void Continue(long first, int count)
        {
            using var quiet = no_grad();
            var kept = blocks.OfType<Block>().ToList();
            foreach (var block in kept) block.Past = [];
            for (var (place, token) = (0, first); place < count; place++)
                token = Logits(tensor(new[] { token }, [1, 1]), place).argmax(-1).item<long>();
            foreach (var block in kept) block.Past = null;
        }
    }

    private sealed class Block : Module<Tensor, Tensor>
    {
        private readonly long heads;
        private readonly LayerNorm norm1, norm2;
        private readonly Linear queriesKeysValues, projection;
        private readonly Sequential network;

        public Block(long width, long heads, Module<Tensor, Tensor> activation) : base(nameof(Block))
        {
            this.heads = heads;
            (norm1, norm2) = (LayerNorm(width), LayerNorm(width));
            (queriesKeysValues, projection) = (Linear(width, 3 * width, hasBias: false), Linear(width, width));
            network = Sequential(Linear(width, 4 * width), activation, Linear(4 * width, width));
            RegisterComponents();
        }

        /// <summary>Keys and values of the places before; null in training.</summary>
        public Tensor[]? Past { get; set; }

        public override Tensor forward(Tensor input)
        {
            var x = input + Attend(norm1.call(input));
            return x + network.call(norm2.call(x));
        }

        private Tensor Attend(Tensor x)
        {
            var (b, t, c) = (x.size(0), x.size(1), x.size(2));
            var parts = queriesKeysValues.call(x).split(c, 2);
            Tensor Heads(Tensor y) => y.view(b, t, heads, c / heads).transpose(1, 2);
            var (k, v) = (Heads(parts[1]), Heads(parts[2]));
            if (Past is [var keys, var values]) (k, v) = (cat([keys, k], 2), cat([values, v], 2));
            if (Past is not null) Past = [k, v];
            var y = functional.scaled_dot_product_attention(Heads(parts[0]), k, v, is_casual: t > 1);
            return projection.call(y.transpose(1, 2).reshape(b, t, c));
        }
    }
}
