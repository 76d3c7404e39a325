using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.Tensors;

/// <summary>The mistakes everybody makes: the message names the operation, what was given, and the way out.</summary>
public sealed class MistakeTests
{
    private static Tensor Leaf(params long[] shape) => ones(shape).requires_grad_();

    private static void TwiceBackward()
    {
        var loss = Leaf(2).square().sum();
        loss.backward();
        loss.backward();
    }

    private static void WrittenSince()
    {
        var w = Leaf(3);
        var y = w.exp();
        y.add_(1);
        y.sum().backward();
    }

    private static void LeafWritten()
    {
        var w = Leaf(3);
        w.add_(1);
    }

    private static void ViewOfLeafWritten()
    {
        var w = Leaf(3, 3);
        w[0] = zeros(3);
    }

    public static TheoryData<string[], Action> Mistakes => new()
    {
        { ["add", "[3, 4]", "[2, 4]", "broadcast", "unsqueeze"], () => _ = zeros(3, 4) + zeros(2, 4) },
        { ["mul", "[5]", "[4]", "broadcast"], () => _ = zeros(5) * zeros(4) },
        { ["mm", "[2, 3]", "[2, 3]", "transpose"], () => zeros(2, 3).mm(zeros(2, 3)) },
        { ["matmul", "[8, 10]", "[784, 10]", "10", "784", "check the sizes"], () => zeros(8, 10).matmul(zeros(784, 10)) },
        { ["matmul", "[]", "*"], () => tensor(1f).matmul(zeros(3)) },
        { ["bmm", "[2, 3, 4]", "[3, 4, 5]"], () => zeros(2, 3, 4).bmm(zeros(3, 4, 5)) },
        { ["mm", "torch.float32", "torch.float64", ".to("], () => zeros(2, 2).mm(zeros([2, 2], float64)) },
        { ["mm", "torch.int64", "torch.float32", ".to("], () => zeros([2, 2], int64).mm(zeros(2, 2)) },
        { ["cat", "[2, 3]", "[2, 4]", "dimension 0"], () => cat([zeros(2, 3), zeros(2, 4)]) },
        { ["stack", "[2]", "[3]", "one shape"], () => stack([zeros(2), zeros(3)]) },
        { ["view", "[2, 3]", "6 elements", "[4]"], () => zeros(2, 3).view(4) },
        { ["view", "strides", "reshape", "contiguous()"], () => zeros(2, 3).t().view(6) },
        { ["reshape", "[-1, 4]", "[2, 3]"], () => zeros(2, 3).reshape(-1, 4) },
        { ["squeeze", "2", "dimensions"], () => zeros(2, 1).squeeze(2) },
        { ["sum", "3", "-2 to 1"], () => zeros(2, 3).sum(3) },
        { ["index", "5", "size 3"], () => _ = zeros(3)[5] },
        { ["index", "4", "dimension 1", "size 2"], () => _ = zeros(3, 2)[TensorIndex.Colon, tensor(new long[] { 4 })] },
        { ["index", "too many", "[3]"], () => _ = zeros(3)[0, 0] },
        { ["mask", "[2]", "[3]"], () => _ = zeros(3)[tensor(new[] { true, false })] },
        { ["gather", "torch.float32", "torch.int64"], () => zeros(3, 3).gather(0, zeros(3, 3)) },
        { ["item", "3 elements", "[3]", "not one"], () => zeros(3).item<float>() },
        { ["item", "torch.int64", ".to(", "ToSingle()"], () => tensor(1L).item<float>() },
        { ["device", "cuda", "torch.CPU", "is_available"], () => zeros(3).to("cuda") },
        { ["device", "cuda:0", "torch.CPU"], () => torch.device("cuda:0") },
        { ["add_", "leaf", "no_grad"], LeafWritten },
        { ["leaf", "no_grad"], ViewOfLeafWritten },
        { ["second time", "retain_graph"], TwiceBackward },
        { ["ExpBackward", "written in place", "version", "clone()"], WrittenSince },
        { ["backward", "does not require", "no_grad"], () => zeros(2).sum().backward() },
        { ["backward", "[2]", "sum()", "mean()"], () => Leaf(2).square().backward() },
        { ["autograd.grad", "not used", "allow_unused"], () => autograd.grad([Leaf(2).sum()], [Leaf(2)]) },
        { ["requires_grad", "torch.int64", "real numbers"], () => zeros([2], int64).requires_grad_() },
        { ["softmax", "torch.int64", ".to(torch.float32)"], () => zeros([2, 2], int64).softmax(0) },
        { ["mean", "torch.int64", ".to(torch.float32)"], () => arange(3).mean() },
        { ["Linear", "784", "[64, 28, 28]", "flatten"], () => Linear(784, 10).call(zeros(64, 28, 28)) },
        { ["cross_entropy", "target 7", "numbered 0 to 4"], () => functional.cross_entropy(zeros(2, 5), tensor(new long[] { 1, 7 })) },
        { ["load_state_dict", "Unexpected", "weights"],
            () => Linear(2, 2).load_state_dict(new() { ["weight"] = zeros(2, 2), ["bias"] = zeros(2), ["weights"] = zeros(2, 2) }) },
        { ["optim", "SGD", "parameters"], () => torch.optim.SGD(Array.Empty<Modules.Parameter>(), 0.1) },
        { ["Adam", "learning rate", "-0.1"], () => torch.optim.Adam(Linear(2, 2).parameters(), -0.1) },
        { ["where", "torch.float32", "comparisons"], () => where(zeros(2), zeros(2), zeros(2)) },
        { ["randint", "low 3", "high 3"], () => randint(3, 3, [2]) },
        { ["tensor", "5 elements", "[2, 3]"], () => tensor(new float[5], new long[] { 2, 3 }) },
        { ["arange", "step"], () => arange(0, 3, (Scalar)0) },
        { ["einsum", "ij,jk", "j"], () => einsum("ij,jk->ik", zeros(2, 3), zeros(4, 5)) },
        { ["inv", "[2, 3]", "square"], () => linalg.inv(zeros(2, 3)) },
        { ["inv", "singular", "pinv"], () => linalg.inv(zeros(2, 2)) },
        { ["65536 GiB", "asked for"], () => zeros(1L << 44) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Say_what_is_wrong_and_what_to_do(string[] words, Action mistake)
    {
        var error = Assert.ThrowsAny<Exception>(mistake);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.OrdinalIgnoreCase));
    }
}
