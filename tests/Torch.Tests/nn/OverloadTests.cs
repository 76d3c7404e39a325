using Qiansi.Modules;
using Qiansi.Torch.Tests.Surface;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.NN;

/// <summary>
/// Layers, functions and optimizers take their settings in every way TorchSharp has: one number, two, arrays, named parameters.
/// </summary>
public sealed class OverloadTests
{
    private static Tensor Signals => arange(1, 13, dtype: float32).reshape(2, 2, 3);

    private static Tensor Images => arange(1, 33, dtype: float32).reshape(1, 2, 4, 4);

    [Fact]
    public void Frames_are_as_wide_on_all_sides_or_on_each()
    {
        SampleArguments.Same(nn.functional.pad(Signals, [1, 1], PaddingModes.Constant, 7), nn.ConstantPad1d(1, 7).call(Signals));
        SampleArguments.Same(nn.functional.pad(Signals, [2, 1], PaddingModes.Constant, 7), nn.ConstantPad1d((2, 1), 7).call(Signals));
        SampleArguments.Same(nn.functional.pad(Images, [1, 1, 1, 1], PaddingModes.Constant, 7), nn.ConstantPad2d(1, 7).call(Images));
        SampleArguments.Same(nn.functional.pad(Images, [1, 2, 0, 1]), nn.ZeroPad2d((1, 2, 0, 1)).call(Images));
        SampleArguments.Same(nn.functional.pad(Signals, [1, 1], PaddingModes.Reflect), nn.ReflectionPad1d(1).call(Signals));
        SampleArguments.Same(nn.functional.pad(Signals, [2, 1], PaddingModes.Reflect), nn.ReflectionPad1d((2, 1)).call(Signals));
        SampleArguments.Same(nn.functional.pad(Images, [1, 1, 1, 1], PaddingModes.Reflect), nn.ReflectionPad2d(1).call(Images));
        SampleArguments.Same(nn.functional.pad(Signals, [1, 1], PaddingModes.Replicate), nn.ReplicationPad1d(1).call(Signals));
        SampleArguments.Same(nn.functional.pad(Signals, [2, 1], PaddingModes.Replicate), nn.ReplicationPad1d((2, 1)).call(Signals));
        SampleArguments.Same(nn.functional.pad(Images, [1, 1, 1, 1], PaddingModes.Replicate), nn.ReplicationPad2d(1).call(Images));
        SampleArguments.Same(nn.functional.pad(Signals, [1, 1]), nn.functional.pad(Signals, 1));
    }

    [Fact]
    public void Windows_are_square_or_not()
    {
        SampleArguments.Same(nn.functional.max_pool2d(Images, [2, 1]), nn.functional.max_pool2d(Images, (2, 1)));
        SampleArguments.Same(nn.functional.avg_pool2d(Images, [2, 1]), nn.functional.avg_pool2d(Images, (2, 1)));
        SampleArguments.Same(nn.functional.avg_pool2d(Images, [2, 1]), nn.AvgPool2d([2, 1]).call(Images));
        SampleArguments.Same(nn.functional.adaptive_avg_pool2d(Images, [1, 2]), nn.functional.adaptive_avg_pool2d(Images, (1, 2)));
        SampleArguments.Same(Images, nn.functional.fold(nn.functional.unfold(Images, (2, 2), stride: (2, 2)), 4, 2, stride: 2));
        SampleArguments.Same(Images.softmax(1), nn.Softmax2d().call(Images));
        SampleArguments.Same(Images, nn.PixelShuffle(2).call(nn.PixelUnshuffle(2).call(Images)));
    }

    [Fact]
    public void Convolution_of_signals_is_that_of_images_of_one_row()
    {
        var kernel = arange(1, 13, dtype: float32).reshape(3, 2, 2);
        SampleArguments.Same(nn.functional.conv2d(Signals.unsqueeze(2), kernel.unsqueeze(2)).squeeze(2),
            nn.functional.conv1d(Signals, kernel));
        var same = nn.functional.conv1d_padding(Signals, kernel.narrow(2, 0, 1), padding: Padding.Same);
        SampleArguments.Same(nn.functional.conv1d(Signals, kernel.narrow(2, 0, 1)), same);
        var images = nn.functional.conv2d_padding(Signals.unsqueeze(2), kernel.unsqueeze(2), padding: Padding.Valid);
        SampleArguments.Same(nn.functional.conv1d(Signals, kernel), images.squeeze(2));
        // A transposed convolution is the gradient of a convolution.
        var input = Signals.requires_grad_();
        nn.functional.conv1d(input, kernel).sum().backward();
        SampleArguments.Same(input.grad, nn.functional.conv_transpose1d(ones(2, 3, 2), kernel));
    }

    [Fact]
    public void Layers_are_made_of_given_numbers()
    {
        var (w, b) = (nn.Parameter(Signals[0]), nn.Parameter(tensor(new[] { 0.5f, -1 })));
        var x = tensor(new[,] { { 1f, 2, 3 } });
        SampleArguments.Same(x.matmul(w.T) + b, nn.Linear(w, b).call(x));
        SampleArguments.Same(w[1].unsqueeze(0), nn.Embedding_from_pretrained(w).call(tensor(new[] { 1L })));
        Assert.False(nn.Embedding_from_pretrained(w).weight!.requires_grad);
    }

    [Fact]
    public void A_module_moves_to_types_and_devices_by_every_name()
    {
        ScalarType Type(Linear layer) => layer.weight.dtype;
        Assert.Equal(float64, Type(nn.Linear(1, 1).@double()));
        Assert.Equal(float16, Type(nn.Linear(1, 1).half()));
        Assert.Equal(bfloat16, Type(nn.Linear(1, 1).bfloat16()));
        Assert.Equal(float32, Type(nn.Linear(1, 1).half().@float()));
        Assert.Equal(float64, Type(nn.Linear(1, 1).to(CPU, float64)));
        Assert.Equal(float64, Type(nn.Linear(1, 1).to(tensor(1.0))));
        Assert.Equal(float32, Type(nn.Linear(1, 1).cpu().to("cpu").to(DeviceType.CPU)));
    }

    [Fact]
    public void Recurrent_weights_are_found_by_layer()
    {
        var (rnn, gru) = (nn.RNN(2, 3, 2), nn.GRU(2, 3, 2));
        Assert.Equal([3, 3], rnn.get_weight_ih(1)!.shape);
        Assert.Equal([3, 3], rnn.get_weight_hh(0)!.shape);
        Assert.Equal([3], rnn.get_bias_ih(0)!.shape);
        Assert.Equal([3], rnn.get_bias_hh(1)!.shape);
        Assert.Equal([9, 2], gru.get_weight_ih(0)!.shape);
        Assert.Equal([9, 3], gru.get_weight_hh(1)!.shape);
        Assert.Equal([9], gru.get_bias_ih(0)!.shape);
        Assert.Equal([9], gru.get_bias_hh(0)!.shape);
        var cell = nn.GRUCell(2, 3);
        Assert.Equal([9, 2], cell.weight_ih.shape);
        Assert.Equal([9, 3], cell.weight_hh.shape);
        Assert.Equal([9], cell.bias_ih!.shape);
        Assert.Equal([9], cell.bias_hh!.shape);
    }

    public static TheoryData<string> Optimizers => ["SGD", "Adam", "AdamW", "RMSProp", "Adagrad", "Adadelta", "Rprop"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void An_optimizer_takes_parameters_named_parameters_or_groups(string name)
    {
        var (plain, named, grouped) = (Start(), Start(), Start());
        optim.Optimizer[] optimizers = name switch
        {
            "SGD" => [optim.SGD([plain], 0.1), optim.SGD([("w", named)], 0.1), optim.SGD([new SGD.ParamGroup([grouped], 0.1)], 9)],
            "Adam" => [optim.Adam([plain], 0.1), optim.Adam([("w", named)], 0.1), optim.Adam([new Adam.ParamGroup([grouped], 0.1)], 9)],
            "AdamW" =>
            [
                optim.AdamW([plain], 0.1, weight_decay: 0.5), optim.AdamW([("w", named)], 0.1, weight_decay: 0.5),
                optim.AdamW([new AdamW.ParamGroup([grouped], 0.1, weight_decay: 0.5)], 9),
            ],
            "RMSProp" =>
                [optim.RMSProp([plain], 0.1), optim.RMSProp([("w", named)], 0.1),
                    optim.RMSProp([new RMSProp.ParamGroup([grouped], 0.1)], 9)],
            "Adagrad" =>
                [optim.Adagrad([plain], 0.1), optim.Adagrad([("w", named)], 0.1),
                    optim.Adagrad([new Adagrad.ParamGroup([grouped], 0.1)], 9)],
            "Adadelta" =>
            [
                optim.Adadelta([plain], 0.1), optim.Adadelta([("w", named)], 0.1),
                optim.Adadelta([new Adadelta.ParamGroup([grouped], 0.1)], 9),
            ],
            _ => [optim.Rprop([plain], 0.1), optim.Rprop([("w", named)], 0.1), optim.Rprop([new Rprop.ParamGroup([grouped], 0.1)], 9)],
        };
        foreach (var (optimizer, w) in optimizers.Zip([plain, named, grouped]))
        {
            (w * w).sum().backward();
            optimizer.step();
        }
        Assert.NotEqual(SampleArguments.Numbers(Start()), SampleArguments.Numbers(plain));
        SampleArguments.Same(plain, named);
        SampleArguments.Same(plain, grouped);

        static Parameter Start() => nn.Parameter(tensor(new[] { 1f, -2 }));
    }

    [Fact]
    public void A_module_knows_its_parts_by_name()
    {
        var module = nn.Sequential(("a", nn.Linear(1, 1)));
        module.add_module("b", nn.Tanh());
        Assert.Equal(2, module.children().Count());
        Assert.True(nn.Linear(1, 1).has_parameter("weight"));
        Assert.False(nn.Linear(1, 1).has_parameter("w"));
    }

    [Fact]
    public void Initialisation_has_two_names()
    {
        manual_seed(3);
        var uniform = nn.init.xavier_uniform_(empty(2, 3));
        manual_seed(3);
        SampleArguments.Same(uniform, nn.init.glorot_uniform_(empty(2, 3)));
        manual_seed(3);
        var normal = nn.init.xavier_normal_(empty(2, 3));
        manual_seed(3);
        SampleArguments.Same(normal, nn.init.glorot_normal_(empty(2, 3)));
    }
}
