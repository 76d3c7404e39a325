using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>Sizes, places, random states and linear algebra under the other names TorchSharp has for them.</summary>
public sealed class MoreNamesTests
{
    private static Tensor Matrix => tensor(new double[,] { { 1, 2, 3 }, { 4, 5, 7 } });

    [Fact]
    public void A_size_is_read_and_made_of_numbers()
    {
        Size four = (1, 2, 3, 4), five = (1, 2, 3, 4, 5);
        Assert.Equal((4, 3L, 5), (four.Length, four[2], five.Length));
        long[] sizes = four;
        Assert.Equal([1, 2, 3, 4], sizes);
        Assert.Equal(24, sizes.TotalSize());
    }

    [Fact]
    public void Places_are_numbers_ranges_and_truth_values()
    {
        var x = Matrix;
        SampleArguments.Same(x[.., 1..], x.index(TensorIndex.Slice((null, null)), TensorIndex.Slice(1..)));
        SampleArguments.Same(x[1], x.index((TensorIndex)1L));
        Assert.Equal([1, 2, 3], x.index(TensorIndex.Bool(true)).shape);
        Assert.Equal(3.0, arange(0, 16, dtype: float64).reshape(2, 2, 2, 2)[0, 0, 1, 1].ToDouble());
        SampleArguments.Same(x[0], x.take_along_dim(tensor(new long[] { 0, 1, 2 })));
        Assert.Equal(2, x[0].gt(1).nonzero_as_list()[0].numel());
    }

    [Fact]
    public void Elements_are_copied_out_and_in()
    {
        var x = Matrix;
        var elements = x.data<double>();
        Assert.Equal(7, elements[1, 2]);
        var copy = new double[7];
        elements.CopyTo(copy, 1);
        Assert.Equal([0.0, 1, 2, 3, 4, 5, 7], copy);
        elements.CopyFrom([9, 8, 7, 6, 5, 4]);
        Assert.Equal([9.0, 8, 7, 6, 5, 4], x.ToArray<double>());
        Assert.Equal(new double[,] { { 9, 8, 7 }, { 6, 5, 4 } }, Assert.IsType<double[,]>(elements.ToNDArray()));
    }

    [Fact]
    public void The_state_of_chance_is_kept_and_set()
    {
        random.manual_seed(5);
        Assert.Equal(5, random.initial_seed());
        var state = random.get_rng_state();
        var first = rand(3);
        random.set_rng_state(state);
        SampleArguments.Same(first, rand(3));
        var generator = new Generator(5);
        var clone = generator.clone();
        SampleArguments.Same(randn([2], generator: generator), randn([2], generator: clone));
        Assert.Equal(CPU.type, generator.device.type);
        random.seed();
        Assert.NotEqual(5, random.initial_seed());
    }

    [Fact]
    public void Linear_algebra_takes_names_and_orders()
    {
        var a = tensor(new double[,] { { 2, 1 }, { 0, 3 } });
        SampleArguments.Same(linalg.norm(a, "fro"), linalg.norm(a));
        Assert.Equal(5, linalg.norm(a, 1).ToDouble() + 1);
        Assert.True(linalg.cond(a, 2).allclose(linalg.cond(a)));
        Assert.True(linalg.cond(a, "fro").allclose(linalg.norm(a) * linalg.norm(linalg.inv(a))));
        Assert.Equal(2, matrix_rank(a).ToInt64());
        SampleArguments.Same(a.diagonal(), linalg.diagonal(a));
        SampleArguments.Same(linalg.qr(a).Q, linalg.qr(a, reduced: true).Q);
        Assert.True(linalg.lstsq(a, a, 1e-10).Solution.allclose(eye(2, dtype: float64)));
        SampleArguments.Same(a.matmul(a), a.tensordot(a, [(1, 0)]));
    }

    [Fact]
    public void Parts_are_cut_and_joined()
    {
        var x = Matrix;
        SampleArguments.Same(new[] { x[..1], x[1..] }, x.vsplit(2));
        SampleArguments.Same(new[] { x[..1], x[1..] }, x.vsplit(tensor(new[] { 1L })));
        SampleArguments.Same(new[] { x[..1], x[1..] }, x.split([1, 1]));
        SampleArguments.Same(hstack((IList<Tensor>)[x, x]), hstack(x, x));
        SampleArguments.Same(vstack(x, x), row_stack((IList<Tensor>)[x, x]));
        SampleArguments.Same(cartesian_prod(x[0], x[1]), cartesian_prod((IList<Tensor>)[x[0], x[1]]));
        SampleArguments.Same(trapezoid(x, x), trapz(x, x));
        Assert.Equal(1, searchsorted(x[0], 2).ToInt64());
        Assert.Equal([1, 2], empty_strided([2, 2], [1, 2]).stride());
    }

    [Fact]
    public void What_can_be_assumed_is_asserted()
    {
        _assert(true, "never said");
        Assert.Contains("is odd", Assert.ThrowsAny<Exception>(() => _assert(false, "is odd")).Message);
        Assert.Equal(CPU.type, get_default_device().type);
        set_default_device(CPU);
        Assert.Equal(DeviceType.CPU, device(DeviceType.CPU).type);
        Device named = "cpu";
        Assert.Equal(CPU.type, named.type);
        Assert.True(get_num_threads() > 0);
        Assert.Equal(0, cuda.device_count());
        Assert.Equal(2, WrappedTensorDisposeScope(() => ones(2)).numel());
    }

    [Fact]
    public void Activations_are_methods_too()
    {
        var x = Matrix - 3;
        SampleArguments.Same(nn.functional.logsigmoid(x), x.log_sigmoid());
        SampleArguments.Same(nn.functional.softplus(x), x.softplus());
        SampleArguments.Same(nn.functional.prelu(x, tensor(new[] { 0.25 })), x.prelu(tensor(new[] { 0.25 })));
        SampleArguments.Same(nn.functional.glu(x.T, 1), x.T.glu(1));
        SampleArguments.Same(x.sigmoid(), nn.functional.sigmoid(x));
        SampleArguments.Same(nn.functional.gelu(x), nn.functional.gelu(x, inplace: false));
    }
}
