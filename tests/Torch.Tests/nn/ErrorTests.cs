using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

/// <summary>Errors name the layer, the shapes and the way out.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string, Action> Errors => new()
    {
        { "Linear: input has 28 features, layer expects 784 (input shape [64, 1, 28, 28]; flatten it first: flatten(1))",
            () => Linear(784, 10).call(zeros(64, 1, 28, 28)) },
        { "Linear: input has 784 features, layer expects 400 (input shape [64, 784])", () => Linear(400, 10).call(zeros(64, 784)) },
        { "linear: the input is torch.float64, the weights are torch.float32; convert one: input.to(torch.float32)",
            () => Linear(3, 1).call(zeros([2, 3], float64)) },
        { "cross_entropy: target 10 at place 1 is no class: the input (shape [2, 10]) has 10, numbered 0 to 9",
            () => functional.cross_entropy(zeros(2, 10), tensor([3L, 10L])) },
        { "cross_entropy: the target is torch.float32 of shape [2]; classes are int64: target.to(torch.int64)",
            () => functional.cross_entropy(zeros(2, 10), zeros(2)) },
        { "of sequences (B, T, C) flatten both: input.view(-1, C), target.view(-1)",
            () => functional.cross_entropy(zeros(2, 5, 10), zeros(2, 5, int64)) },
        { "mse_loss: the input has shape [8, 1], the target [8]; reshape one: target.view_as(input)",
            () => functional.mse_loss(zeros(8, 1), zeros(8)) },
        { "binary_cross_entropy: inputs are probabilities between 0 and 1, these go from -1 to 2; apply sigmoid first",
            () => functional.binary_cross_entropy(tensor([-1f, 2f]), zeros(2)) },
        { "embedding: index 7 at place 2 is no row: the table has 7, numbered 0 to 6 (input shape [3])",
            () => Embedding(7, 2).call(tensor([0L, 6L, 7L])) },
        { "Dropout: p is 1.5; it must be a probability between 0 and 1", () => Dropout(1.5) },
        { "prelu: 4 weights for 3 channels (input shape [2, 3])", () => PReLU(4).call(zeros(2, 3)) },
        { "Conv2d: input has 3 channels, layer expects 1 (input shape [8, 3, 28, 28], weights [6, 1, 5, 5])",
            () => Conv2d(1, 6, 5).call(zeros(8, 3, 28, 28)) },
        { "Conv2d: the input has shape [28, 28]; (N, C, H, W) or (C, H, W) is needed; unsqueeze(0) adds a channel",
            () => Conv2d(1, 6, 5).call(zeros(28, 28)) },
        { "Conv2d: the kernel (it reaches 5) is larger than the padded input (3 + 2·0)", () => Conv2d(1, 6, 5).call(zeros(1, 1, 3, 3)) },
        { "Conv2d: 3 channels in and 4 out cannot both be divided into 2 groups", () => Conv2d(3, 4, 3, groups: 2) },
        { "BatchNorm2d: input has 3 channels, layer expects 4 (input shape [2, 3, 5, 5])", () => BatchNorm2d(4).call(zeros(2, 3, 5, 5)) },
        { "batch_norm: one value a channel has no variance (input shape [1, 4]); give a larger batch, or call eval() first",
            () => BatchNorm1d(4).call(zeros(1, 4)) },
        { "layer_norm: the input has shape [2, 6], layer expects [..., 5]", () => LayerNorm(5).call(zeros(2, 6)) },
        { "max_pool2d: windows of [4, 4] do not fit an image of 3 by 3 (input shape [1, 1, 3, 3])",
            () => MaxPool2d(4).call(zeros(1, 1, 3, 3)) },
        { "LSTM: the input has shape [5, 3]; (L, N, 4) or (L, 4) is needed", () => LSTM(4, 2).call(zeros(5, 3)) },
        { "LSTM: the first state has shape [1, 1, 2]; [1, 3, 2] (layers · directions, batch, hidden) is needed",
            () => LSTM(4, 2).call(zeros(5, 3, 4), (zeros(1, 1, 2), zeros(1, 1, 2))) },
        { "MultiheadAttention: a width of 7 cannot be divided into 2 heads", () => MultiheadAttention(7, 2) },
        { "MultiheadAttention: query has 6 features, layer expects 8 (query shape [5, 2, 6])",
            () => MultiheadAttention(8, 2).call(zeros(5, 2, 6), zeros(5, 2, 8), zeros(5, 2, 8)) },
        { "pixel_shuffle: the channels of shape [1, 3, 2, 2] must be a multiple of 2² = 4", () => PixelShuffle(2).call(zeros(1, 3, 2, 2)) },
        { "init: fan in and fan out are counted for weights of two or more dimensions, this tensor has shape [3]",
            () => init.xavier_uniform_(zeros(3)) },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Say_what_is_wrong(string text, Action wrong)
    {
        var error = Assert.ThrowsAny<Exception>(wrong);
        Assert.Contains(text, error.Message);
    }
}
