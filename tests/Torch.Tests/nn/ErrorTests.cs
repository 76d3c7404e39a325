using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

/// <summary>Errors name the layer, the shapes and the way out.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string, Action> Errors => new()
    {
        { "Linear: input has 28 features, layer expects 784 (input shape [64, 1, 28, 28]; flatten it first: flatten(1))", () => Linear(784, 10).call(zeros(64, 1, 28, 28)) },
        { "Linear: input has 784 features, layer expects 400 (input shape [64, 784])", () => Linear(400, 10).call(zeros(64, 784)) },
        { "linear: the input is torch.float64, the weights are torch.float32; convert one: input.to(torch.float32)", () => Linear(3, 1).call(zeros([2, 3], float64)) },
        { "cross_entropy: target 10 at place 1 is no class: the input (shape [2, 10]) has 10, numbered 0 to 9", () => functional.cross_entropy(zeros(2, 10), tensor([3L, 10L])) },
        { "cross_entropy: the target is torch.float32 of shape [2]; classes are int64: target.to(torch.int64)", () => functional.cross_entropy(zeros(2, 10), zeros(2)) },
        { "of sequences (B, T, C) flatten both: input.view(-1, C), target.view(-1)", () => functional.cross_entropy(zeros(2, 5, 10), zeros(2, 5, int64)) },
        { "mse_loss: the input has shape [8, 1], the target [8]; reshape one: target.view_as(input)", () => functional.mse_loss(zeros(8, 1), zeros(8)) },
        { "binary_cross_entropy: inputs are probabilities between 0 and 1, these go from -1 to 2; apply sigmoid first", () => functional.binary_cross_entropy(tensor([-1f, 2f]), zeros(2)) },
        { "embedding: index 7 at place 2 is no row: the table has 7, numbered 0 to 6 (input shape [3])", () => Embedding(7, 2).call(tensor([0L, 6L, 7L])) },
        { "Dropout: p is 1.5; it must be a probability between 0 and 1", () => Dropout(1.5) },
        { "prelu: 4 weights for 3 channels (input shape [2, 3])", () => PReLU(4).call(zeros(2, 3)) },
        { "init: fan in and fan out are counted for weights of two or more dimensions, this tensor has shape [3]", () => init.xavier_uniform_(zeros(3)) },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Say_what_is_wrong(string text, Action wrong)
    {
        var error = Assert.ThrowsAny<Exception>(wrong);
        Assert.Contains(text, error.Message);
    }
}
