using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

/// <summary>What is done to all parameters together.</summary>
public sealed class ParameterTests
{
    [Fact]
    public void Gradients_are_scaled_to_a_norm()
    {
        var (a, b) = WithGradients([3f, 0], [0f, 4]);
        Assert.Equal(5, nn.utils.clip_grad_norm_([a, b], 1), 1e-6);
        Assert.Equal(0.6f, a.grad!.ToArray<float>()[0], 1e-6);
        Assert.Equal(0.8f, b.grad!.ToArray<float>()[1], 1e-6);
        Assert.Equal(0.8, nn.utils.clip_grad_norm_([a, b], 10, double.PositiveInfinity), 1e-6);
        Assert.Equal(0.6f, a.grad!.ToArray<float>()[0], 1e-6);
    }

    [Fact]
    public void A_norm_that_is_no_number_is_seen()
    {
        var (a, b) = WithGradients([float.NaN, 0], [1f, 1]);
        Assert.True(double.IsNaN(nn.utils.clip_grad_norm_([a, b], 1)));
        Assert.True(float.IsNaN(b.grad!.ToArray<float>()[0]));
    }

    [Fact]
    public void Gradients_are_cut_off()
    {
        var (a, b) = WithGradients([3f, -0.5f], [0f, -4]);
        nn.utils.clip_grad_value_([a, b], 1);
        Assert.Equal([1f, -0.5f, 0, -1], a.grad!.ToArray<float>().Concat(b.grad!.ToArray<float>()));
    }

    [Fact]
    public void Parameters_become_a_vector_and_come_back()
    {
        var layer = Linear(2, 2);
        var vector = nn.utils.parameters_to_vector(layer.parameters());
        Assert.Equal(6, vector.numel());
        nn.utils.vector_to_parameters(arange(6).to_type(float32), layer.parameters());
        Assert.Equal([4f, 5], layer.bias!.ToArray<float>());
        Assert.Contains(
            "6 elements", Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(zeros(7), layer.parameters())).Message);
    }

    private static (Parameter, Parameter) WithGradients(float[] a, float[] b)
    {
        var (first, second) = (Parameter(zeros(2)), Parameter(zeros(2)));
        first.grad = tensor(a);
        second.grad = tensor(b);
        return (first, second);
    }
}
