using System.Reflection;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>A method that PyTorch has under two names does the same under both.</summary>
public sealed class AliasTests
{
    [Theory]
    [InlineData("absolute", "abs")]
    [InlineData("arccos", "acos")]
    [InlineData("arccosh", "acosh")]
    [InlineData("arcsin", "asin")]
    [InlineData("arcsinh", "asinh")]
    [InlineData("arctan2", "atan2")]
    [InlineData("arctanh", "atanh")]
    [InlineData("argwhere", "nonzero")]
    [InlineData("broadcast_to", "expand")]
    [InlineData("fix", "trunc")]
    [InlineData("ger", "outer")]
    [InlineData("greater_equal", "ge")]
    [InlineData("less_equal", "le")]
    [InlineData("negative", "neg")]
    [InlineData("not_equal", "ne")]
    [InlineData("swapaxes", "transpose")]
    [InlineData("swapdims", "transpose")]
    [InlineData("vdot", "dot")]
    public void Both_names_give_the_same(string alias, string name)
    {
        using var scope = NewDisposeScope();
        foreach (var method in typeof(Tensor).GetMethods().Where(m => m.Name == alias && !m.IsGenericMethod))
        {
            Type[] types = [.. method.GetParameters().Select(p => p.ParameterType)];
            var other = typeof(Tensor).GetMethod(name, types);
            Assert.NotNull(other);
            foreach (var input in SampleArguments.Inputs())
            {
                var arguments = SampleArguments.For(method.GetParameters(), input);
                SampleArguments.Same(
                    SampleArguments.Outcome(() => other.Invoke(input.clone(), arguments)),
                    SampleArguments.Outcome(() => method.Invoke(input.clone(), arguments)));
            }
        }
    }

    [Fact]
    public void Short_names_of_what_takes_two_steps()
    {
        var x = tensor(new double[,] { { 3, 1 }, { 2, 4 } });
        SampleArguments.Same(tensor(new double[,] { { 1, 3 }, { 4, 2 } }), x.fliplr());
        SampleArguments.Same(tensor(new double[,] { { 2, 4 }, { 3, 1 } }), x.flipud());
        SampleArguments.Same(tensor(new double[,] { { 2, 1 }, { 3, 4 } }), x.msort());
        SampleArguments.Same(x.transpose(0, 1), x.adjoint());
        SampleArguments.Same(tensor(new[] { 3.0, 1, 2, 4 }), x.ravel());
        SampleArguments.Same(x.reshape(4, 1), x.reshape_as(zeros(4, 1)));
        Assert.Equal(Math.Log(10), x.logdet().ToDouble(), 12);
        Assert.True(x.pinverse().allclose(x.inverse()));
        SampleArguments.Same(x.atan(), x.arctan());
        SampleArguments.Same(x.atan2(x), x.arctan(x));
        Assert.Null(x._base);
        Assert.Equal(int8, CharTensor(x).dtype);
        Assert.Equal(int16, ShortTensor(x).dtype);
        Assert.Equal(1e-6, finfo(float32).resolution, 1e-12);
    }

    [Fact]
    public void Upsampling_and_the_softmax_of_channels_are_functions_too()
    {
        var x = arange(0, 8, dtype: float64).reshape(1, 2, 2, 2);
        SampleArguments.Same(nn.Upsample(scale_factor: [2, 2]).call(x), nn.functional.upsample(x, scale_factor: [2, 2]));
        SampleArguments.Same(x.softmax(1), nn.functional.softmax2d(x));
    }

    [Fact]
    public void Matrices_that_are_positive_semidefinite_are_told_from_others()
    {
        var constraint = distributions.constraints.positive_semidefinite;
        Assert.True(constraint.check(tensor(new double[,] { { 1, 1 }, { 1, 1 } })).all().ToBoolean());
        Assert.False(constraint.check(tensor(new double[,] { { 1, 2 }, { 2, 1 } })).all().ToBoolean());
    }

    [Fact]
    public void An_output_marked_so_has_no_gradient_and_one_not_used_has_zeros_or_none()
    {
        var x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        var outputs = Halves.apply(x, true);
        Assert.True(outputs[0].requires_grad);
        Assert.False(outputs[2].requires_grad);
        outputs[0].sum().backward();
        Assert.Equal([1.0, 1.0], x.grad!.ToArray<double>());
        x.grad = null;
        Halves.apply(x, false)[0].sum().backward();
        Assert.Equal([2.0, 2.0], x.grad!.ToArray<double>());
    }

    /// <summary>x, x and x; its backward adds 1 for an output whose gradient it is given as null.</summary>
    private sealed class Halves : autograd.MultiTensorFunction<Halves>
    {
        public override string Name => nameof(Halves);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.set_materialize_grads((bool)vars[1]);
            List<Tensor> outputs = [x * 1, x * 1, x * 1];
            ctx.mark_non_differentiable([outputs[2]]);
            return outputs;
        }

        public override List<Tensor?> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs) =>
            [grad_outputs[1] is null ? grad_outputs[0] + 1 : grad_outputs[0] + grad_outputs[1], null];
    }
}
