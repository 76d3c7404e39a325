using Qiansi.Modules;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>What TorchSharp's cells also say: other names of the same, conversions, and what a tensor tells about itself.</summary>
public sealed class NamesTests
{
    private static Tensor Matrix => tensor(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });

    [Fact]
    public void A_tensor_tells_its_sizes_strides_and_type_in_every_way()
    {
        var x = Matrix;
        Assert.Equal([2, 3], x.size());
        Assert.Equal([3, 1], x.stride());
        Assert.Equal(3, x.stride(0));
        Assert.Equal((2L, 6L, 8L, 0L), (x.Dimensions, x.NumberOfElements, x.element_size(), x.storage_offset()));
        Assert.Equal(2, x[1].storage_offset() - 1);
        Assert.True(x.is_cpu());
        Assert.False(x.is_cuda);
        Assert.False(x.is_integral());
        Assert.True(is_floating_point(float16));
        Assert.True(is_integral(int32));
        Assert.True(is_tensor(x));
        Assert.True(x.is_set_to(x.view(2, 3)));
        Assert.False(x.is_set_to(x.clone()));
    }

    [Fact]
    public void A_tensor_is_converted_by_the_name_of_each_type()
    {
        var x = tensor(new[] { -1.5, 0, 2.75 });
        Assert.Equal((float32, float64, float16, bfloat16), (x.@float().dtype, x.@double().dtype, x.half().dtype, x.bfloat16().dtype));
        Assert.Equal([-1, 0, 2], x.@int().ToArray<int>());
        Assert.Equal([-1L, 0, 2], x.@long().ToArray<long>());
        Assert.Equal([true, false, true], x.@bool().ToArray<bool>());
        Assert.Equal(new byte[] { 1, 0, 2 }, x.abs().@byte().ToArray<byte>());
        Assert.Equal(int64, x.@as(int64).dtype);
        Assert.Equal(int32, x.type_as(tensor(1)).dtype);
        Assert.Equal(int32, x.to(tensor(1)).dtype);
        Assert.Same(x, x.cpu());
        Assert.Equal([-1.5f, 0, 2.75f], FloatTensor(x).ToArray<float>());
        Assert.Equal((int32, int64, float64), (IntTensor(x).dtype, LongTensor(x).dtype, DoubleTensor(x).dtype));
        Assert.Equal((ScalarType.Byte, @bool), (ByteTensor(x.abs()).dtype, BoolTensor(x).dtype));
    }

    [Fact]
    public void A_tensor_of_one_number_is_that_number()
    {
        var x = tensor(2.5);
        Assert.Equal((2.5, 2.5f, 2, 2L, true), ((double)x, (float)x, (int)x, (long)x, (bool)x));
        Assert.True(is_nonzero(x));
        Assert.Equal(new List<object> { 1.0, 2.0, 3.0 }, Matrix[0].tolist());
    }

    [Fact]
    public void Numbers_and_arrays_become_tensors_and_scalars()
    {
        Tensor flags = new[] { true, false }, whole = new[] { 1, 2 }, longs = new[] { 3L }, one = true, number = (Scalar)1.5;
        Assert.Equal((@bool, int32, int64, @bool, 1.5), (flags.dtype, whole.dtype, longs.dtype, one.dtype, number.ToDouble()));
        Scalar[] scalars = [1.ToScalar(), 2L.ToScalar(), 3f.ToScalar(), 4.0.ToScalar(), true.ToScalar(), ((byte)6).ToScalar(),
            ((Half)7).ToScalar()];
        Assert.Equal([1, 2, 3, 4, 1, 6, 7], scalars.Select(x => x.ToDouble()));
        Assert.Equal([true, false], (2 == tensor(new[] { 2, 1 })).ToArray<bool>());
        Assert.Equal([false, true], (2 != tensor(new[] { 2, 1 })).ToArray<bool>());
        Assert.Equal([false, true], (2 > tensor(new[] { 2, 1 })).ToArray<bool>());
        Assert.Equal([true, true], (2 >= tensor(new[] { 2, 1 })).ToArray<bool>());
        Assert.Equal([true, false], (2 <= tensor(new[] { 2, 1 })).ToArray<bool>());
        Assert.Equal([false, false], (2 < tensor(new[] { 2, 1 })).ToArray<bool>());
    }

    [Fact]
    public void Types_are_promoted_as_the_result_of_an_operation_is()
    {
        Assert.Equal(float32, promote_types(int64, float32));
        Assert.Equal(float64, result_type(tensor(1f), tensor(new[] { 1.0 })));
        Assert.True(can_cast(int32, float32));
        Assert.False(can_cast(float32, int32));
        Assert.Equal([2, 4, 3], broadcast_shapes([4, 1], [2, 1, 3]));
    }

    [Fact]
    public void Names_that_say_the_same_give_the_same()
    {
        var (a, b) = (Matrix, Matrix + 10);
        SampleArguments.Same(cat([a, b], 0), concat([a, b], 0));
        SampleArguments.Same(cat([a, b], 1), concatenate([a, b], 1));
        SampleArguments.Same(vstack(a, b), row_stack(a, b));
        SampleArguments.Same(a.matmul(b.T), chain_matmul(a, b.T));
        SampleArguments.Same(a * 2, multiply_(a.clone(), 2));
        SampleArguments.Same(a * b, multiply_(a.clone(), b));
        SampleArguments.Same(-a, negative_(a.clone()));
        SampleArguments.Same(trapezoid(a, 0.5), trapz(a, 0.5));
        SampleArguments.Same(linalg.slogdet(a.T.matmul(b)), slogdet(a.T.matmul(b)));
        SampleArguments.Same(a.addcdiv(b, b, 1), a.addcdiv(b, b));
        SampleArguments.Same(a / b, a.true_divide(b));
        SampleArguments.Same(tensor(new[] { 10.0, 100, 1000 }), logspace(1, 3, 3, dtype: float64));
    }

    [Fact]
    public void Gradients_are_switched_off_and_on()
    {
        using (set_grad_enabled(false)) Assert.False(is_grad_enabled());
        using (inference_mode()) Assert.True(is_inference_mode_enabled());
        Assert.False(is_inference_mode_enabled());
        var x = tensor(new[] { 1.0 }, requires_grad: true);
        var y = x * 2;
        var seen = 0;
        y.register_hook(g => { seen++; });
        y.backward();
        Assert.Equal(1, seen);
        Assert.False(x.clone().detach_().requires_grad);
        Assert.True(ones(1).with_requires_grad().requires_grad);
        Assert.IsType<Parameter>(ones(1).AsParameter());
    }
}
