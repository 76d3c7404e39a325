using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Text.Tests;

/// <summary>A GPT as Golden/gpt.py has it.</summary>
internal sealed class Gpt : Module<Tensor, Tensor>
{
    public const int Vocabulary = 31, Context = 24, Width = 32, Heads = 4, Layers = 3;

    private readonly Embedding tokens = Embedding(Vocabulary, Width), places = Embedding(Context, Width);
    private readonly Sequential blocks = Sequential(Enumerable.Range(0, Layers).Select(_ => (Module<Tensor, Tensor>)new Block()));
    private readonly LayerNorm norm = LayerNorm(Width);
    private readonly Linear head = Linear(Width, Vocabulary);

    public Gpt() : base(nameof(Gpt)) => RegisterComponents();

    public override Tensor forward(Tensor x) =>
        head.call(norm.call(blocks.call(tokens.call(x) + places.call(arange(x.size(1))))));

    private sealed class Block : Module<Tensor, Tensor>
    {
        private readonly LayerNorm norm1 = LayerNorm(Width);
        private readonly Attention attention = new();
        private readonly LayerNorm norm2 = LayerNorm(Width);
        private readonly Sequential mlp = Sequential(Linear(Width, 4 * Width), GELU(), Linear(4 * Width, Width));

        public Block() : base(nameof(Block)) => RegisterComponents();

        public override Tensor forward(Tensor x)
        {
            x = x + attention.call(norm1.call(x));
            return x + mlp.call(norm2.call(x));
        }
    }

    private sealed class Attention : Module<Tensor, Tensor>
    {
        private readonly Linear parts = Linear(Width, 3 * Width, hasBias: false), mix = Linear(Width, Width);

        public Attention() : base(nameof(Attention)) => RegisterComponents();

        public override Tensor forward(Tensor x)
        {
            var qkv = parts.call(x).chunk(3, 2);
            var y = functional.scaled_dot_product_attention(Split(qkv[0]), Split(qkv[1]), Split(qkv[2]), is_casual: true);
            return mix.call(y.transpose(1, 2).flatten(2));
        }

        private static Tensor Split(Tensor y) => y.view(y.size(0), y.size(1), Heads, -1).transpose(1, 2);
    }
}
