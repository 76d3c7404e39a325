using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

/// <summary>Modules as containers of parameters: names, registration, modes, hooks, text.</summary>
public sealed class ModuleTests
{
    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> first = Linear(4, 3);
        private readonly ModuleList<Linear> more = ModuleList(Linear(3, 3), Linear(3, 2));
        private readonly Parameter scale = Parameter(ones(2));
        private readonly Tensor mask = ones(2);

        public Net() : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var x = first.call(input).relu();
            foreach (var layer in more) x = layer.call(x);
            return x * scale * mask;
        }
    }

    private sealed class Forgetful : Module<Tensor, Tensor>
    {
        private readonly Linear layer = Linear(2, 2);

        public Forgetful() : base(nameof(Forgetful))
        {
        }

        public override Tensor forward(Tensor input) => layer.call(input);
    }

    [Fact]
    public void Fields_become_names()
    {
        var net = new Net();
        Assert.Equal(["scale", "first.weight", "first.bias", "more.0.weight", "more.0.bias", "more.1.weight", "more.1.bias"],
            net.named_parameters().Select(p => p.name));
        Assert.Equal(["mask"], net.named_buffers().Select(b => b.name));
        Assert.Equal(["first", "more", "more.0", "more.1"], net.named_modules().Select(m => m.name));
        Assert.Equal(15 + 12 + 8 + 2, net.parameter_count());
        Assert.Equal(8, net.state_dict().Count);
        Assert.Same(net.parameters().ElementAt(3), net.get_parameter("more.0.weight"));
        Assert.Null(net.get_parameter("more.7.weight"));
        Assert.True(net.has_buffer("mask"));
    }

    [Fact]
    public void Forgotten_registration_is_made_up_for() =>
        Assert.Equal(["layer.weight", "layer.bias"], new Forgetful().named_parameters().Select(p => p.name));

    [Fact]
    public void A_shared_parameter_comes_once_and_is_saved_under_both_names()
    {
        var (table, head) = (Embedding(5, 3), Linear(3, 5, hasBias: false));
        head.weight = table.weight;
        var model = ModuleDict(("table", (Module)table), ("head", head));
        Assert.Single(model.parameters());
        Assert.Equal(["table.weight", "head.weight"], model.state_dict().Keys);
    }

    [Fact]
    public void Modes_reach_every_part()
    {
        var model = Sequential(Linear(2, 2), Sequential(Dropout(0.5)));
        model.eval();
        Assert.All(model.modules(), m => Assert.False(m.training));
        var x = ones(3, 2);
        Assert.Equal(model.call(x).ToArray<float>(), model.call(x).ToArray<float>());
        model.train();
        Assert.All(model.modules(), m => Assert.True(m.training));
    }

    [Fact]
    public void Conversion_keeps_the_parameters_that_an_optimizer_holds()
    {
        var layer = Linear(2, 2);
        var held = layer.parameters().First();
        layer.to(ScalarType.Float64);
        Assert.Same(held, layer.weight);
        Assert.Equal(ScalarType.Float64, held.dtype);
        Assert.True(held.requires_grad && held.is_leaf);
        layer.call(ones([1, 2], ScalarType.Float64)).sum().backward();
        Assert.NotNull(held.grad);
        var error = Assert.Throws<ArgumentException>(() => layer.to(ScalarType.Int64));
        Assert.Contains("floating-point", error.Message);
    }

    [Fact]
    public void Text_is_a_tree()
    {
        var model = Sequential(
            ("conv", Linear(4, 3)), ("act", ReLU()), ("inner", Sequential(LeakyReLU(0.2), Dropout(0.25), Linear(3, 2, hasBias: false))));
        Assert.Equal(
            """
            Sequential(
              (conv): Linear(in_features=4, out_features=3, bias=True)
              (act): ReLU()
              (inner): Sequential(
                (0): LeakyReLU(negative_slope=0.2)
                (1): Dropout(p=0.25, inplace=False)
                (2): Linear(in_features=3, out_features=2, bias=False)
              )
            )
            """.ReplaceLineEndings("\n"), model.ToString());
    }

    [Fact]
    public void Layers_are_written_as_PyTorch_writes_them()
    {
        var layers = ModuleList<Module>(
            Conv2d(1, 6, 5, padding: 2), BatchNorm2d(6), MaxPool2d(2),
            Conv2d(6, 8, (3, 2), stride: (2, 2), padding_mode: PaddingModes.Reflect, groups: 2, bias: false),
            AdaptiveAvgPool2d((2, 2)), Flatten(),
            LayerNorm(32), GELU(), GroupNorm(2, 4), Embedding(5, 3, padding_idx: 1),
            LSTM(4, 3, 2, batchFirst: true, dropout: 0.5, bidirectional: true), AvgPool2d(3, 2), ConvTranspose2d(4, 2, 2, stride: 2),
            Upsample(scale_factor: [2]), PixelShuffle(2), Softmax(1), ELU(), Hardtanh(), Unflatten(1, [2, 3]), ZeroPad2d(1),
            TransformerEncoderLayer(8, 2, 12, 0));
        Assert.Equal(
            """
            ModuleList(
              (0): Conv2d(1, 6, kernel_size=(5, 5), stride=(1, 1), padding=(2, 2))
              (1): BatchNorm2d(6, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
              (2): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
              (3): Conv2d(6, 8, kernel_size=(3, 2), stride=(2, 2), groups=2, bias=False, padding_mode=reflect)
              (4): AdaptiveAvgPool2d(output_size=(2, 2))
              (5): Flatten(start_dim=1, end_dim=-1)
              (6): LayerNorm((32,), eps=1e-05, elementwise_affine=True)
              (7): GELU(approximate='none')
              (8): GroupNorm(2, 4, eps=1e-05, affine=True)
              (9): Embedding(5, 3, padding_idx=1)
              (10): LSTM(4, 3, num_layers=2, batch_first=True, dropout=0.5, bidirectional=True)
              (11): AvgPool2d(kernel_size=3, stride=2, padding=0)
              (12): ConvTranspose2d(4, 2, kernel_size=(2, 2), stride=(2, 2))
              (13): Upsample(scale_factor=2.0, mode=nearest)
              (14): PixelShuffle(upscale_factor=2)
              (15): Softmax(dim=1)
              (16): ELU(alpha=1.0)
              (17): Hardtanh(min_val=-1.0, max_val=1.0)
              (18): Unflatten(dim=1, unflattened_size=(2, 3))
              (19): ZeroPad2d((1, 1, 1, 1))
              (20): TransformerEncoderLayer(
                (self_attn): MultiheadAttention(
                  (out_proj): Linear(in_features=8, out_features=8, bias=True)
                )
                (linear1): Linear(in_features=8, out_features=12, bias=True)
                (dropout): Dropout(p=0.0, inplace=False)
                (linear2): Linear(in_features=12, out_features=8, bias=True)
                (norm1): LayerNorm((8,), eps=1e-05, elementwise_affine=True)
                (norm2): LayerNorm((8,), eps=1e-05, elementwise_affine=True)
                (dropout1): Dropout(p=0.0, inplace=False)
                (dropout2): Dropout(p=0.0, inplace=False)
              )
            )
            """.ReplaceLineEndings("\n"), layers.ToString());
    }

    [Fact]
    public void Hooks_see_and_change()
    {
        var layer = Identity();
        var seen = new List<string>();
        var before = layer.register_forward_pre_hook((_, x) => x + 1);
        var after = layer.register_forward_hook((_, x, y) =>
        {
            seen.Add($"{x.ToSingle()} {y.ToSingle()}");
            return y * 10;
        });
        var told = layer.register_forward_hook(m => seen.Add(m.GetName()));
        Assert.Equal(30, layer.call(tensor(2f)).ToSingle());
        Assert.Equal(["3 3", "Identity"], seen);
        before.remove();
        after.remove();
        told.remove();
        Assert.Equal(2, layer.call(tensor(2f)).ToSingle());
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void Gradients_are_forgotten()
    {
        var layer = Linear(2, 1);
        layer.call(ones(1, 2)).sum().backward();
        layer.zero_grad(set_to_none: false);
        Assert.All(layer.parameters(), p => Assert.Equal(0, p.grad!.abs().sum().ToSingle()));
        layer.zero_grad();
        Assert.All(layer.parameters(), p => Assert.Null(p.grad));
    }

    [Fact]
    public void Functions_reach_the_innermost_first()
    {
        var names = new List<string>();
        Sequential(ReLU(), Sequential(Tanh())).apply(m => names.Add(m.GetName()));
        Assert.Equal(["ReLU", "Tanh", "Sequential", "Sequential"], names);
    }

    [Fact]
    public void Slices_of_a_Sequential_share_its_modules()
    {
        var model = Sequential(Linear(2, 3), ReLU(), Linear(3, 1));
        Assert.Equal(3, model.Count);
        var slice = model[1..];
        Assert.Equal(2, slice.Count);
        Assert.Same(model[2], slice[1]);
        Assert.Equal(["1", "2"], slice.named_children().Select(c => c.name));
    }

    [Fact]
    public void Lists_number_their_modules_anew()
    {
        var list = ModuleList(Linear(1, 1), Linear(2, 2), Linear(3, 3));
        list.RemoveAt(0);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], list.named_parameters().Select(p => p.name));
        Assert.Equal(2, list[0].in_features);
    }

    [Fact]
    public void Names_are_checked()
    {
        var net = new Net();
        Assert.Contains("'a.b' has a point", Assert.Throws<ArgumentException>(() => net.register_module("a.b", ReLU())).Message);
        Assert.Contains("has a parameter called 'scale'",
            Assert.Throws<ArgumentException>(() => net.register_module("scale", ReLU())).Message);
        Assert.Contains("ReLU has no parameters",
            Assert.Throws<InvalidOperationException>(() => ReLU().register_parameter("w", Parameter(ones(1)))).Message);
    }
}
