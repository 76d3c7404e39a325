using static Qiansi.torch;

namespace Qiansi.Torch.Tests.NN;

/// <summary>Comparing tensors of numbers.</summary>
internal static class Numbers
{
    public static void Close(Tensor expected, Tensor actual, double tolerance, string what)
    {
        Assert.Equal(expected.shape, actual.shape);
        var e = expected.detach().to_type(ScalarType.Float64).ToArray<double>();
        var a = actual.detach().to_type(ScalarType.Float64).ToArray<double>();
        for (var i = 0; i < e.Length; i++)
        {
            var close = e[i].Equals(a[i]) || Math.Abs(e[i] - a[i]) <= tolerance * Math.Max(1, Math.Abs(e[i]));
            Assert.True(close, $"{what}: element {i} of {e.Length} is {a[i]:R}, expected {e[i]:R}");
        }
    }

    /// <summary>Factors by which elements are told apart in a sum; Golden/nn.py has the same.</summary>
    public static Tensor Weights(Tensor like) => (((arange(like.numel()) * 7 % 11) - 5).to_type(like.dtype) / 4).reshape(like.shape);
}
