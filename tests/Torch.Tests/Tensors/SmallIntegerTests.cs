using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Tensors;

/// <summary>int8 and int16: kept, calculated with, promoted and converted as PyTorch does.</summary>
public sealed class SmallIntegerTests
{
    [Fact]
    public void Elements_are_kept_read_and_printed()
    {
        var x = tensor(new short[] { -300, 2, 32767 });
        Assert.Equal(int16, x.dtype);
        Assert.Equal(2, x.element_size());
        Assert.Equal("tensor([ -300,     2, 32767], dtype=torch.int16)", x.ToString());
        Assert.Equal((short)-300, x[0].item<short>());
        Assert.Equal(new short[] { -300, 2, 32767 }, x.data<short>().ToArray());
        var y = tensor(new sbyte[,] { { -128, 127 }, { 0, 5 } });
        Assert.Equal(int8, y.dtype);
        Assert.Equal([-128.0, 127, 0, 5], y.ToArray<double>());
        Assert.Equal(-128, y[0, 0].ToInt32());
        Assert.Equal(127, max_int_value(int8));
        Assert.Equal("torch.int8", y.dtype.TorchName());
    }

    [Fact]
    public void Sums_wrap_around_in_the_type_and_add_up_in_64_bits()
    {
        var x = tensor(new sbyte[] { 127, -128, 3 });
        Assert.Equal(new sbyte[] { -128, -127, 4 }, (x + 1).data<sbyte>().ToArray());
        Assert.Equal(new sbyte[] { -2, 0, 6 }, (x * 2).data<sbyte>().ToArray());
        Assert.Equal(int8, (-x).dtype);
        Assert.Equal(int64, x.sum().dtype);
        Assert.Equal(2, x.sum().ToInt32());
        Assert.Equal(127, x.max().ToInt32());
        Assert.Equal(1, x.argmin().ToInt32());
        Assert.Equal(new sbyte[] { -128, 3, 127 }, x.sort().Values.data<sbyte>().ToArray());
        Assert.Equal([true, false, true], (x > 0).data<bool>().ToArray());
        Assert.Equal(new short[] { 4, 8 }, tensor(new short[,] { { 1, 2 }, { 3, 4 } }).mv(tensor(new short[] { 0,
            2 })).data<short>().ToArray());
        Assert.Equal(new short[] { 1, 3 }, tensor(new short[] { 1, 2, 3 })[tensor(new long[] { 0, 2 })].data<short>().ToArray());
        Assert.Equal(new short[] { -1, 0 }, tensor(new short[] { 0, -1 }).bitwise_not().data<short>().ToArray());
        var sums = zeros(2, int16).scatter_add(0, tensor(new long[] { 0, 0, 1 }), tensor(new short[] { 2, 3, 2 }));
        Assert.Equal(new short[] { 5, 2 }, sums.data<short>().ToArray());
    }

    [Theory]
    [InlineData(ScalarType.Int8, ScalarType.Byte, ScalarType.Int16)]
    [InlineData(ScalarType.Int8, ScalarType.Int16, ScalarType.Int16)]
    [InlineData(ScalarType.Byte, ScalarType.Int16, ScalarType.Int16)]
    [InlineData(ScalarType.Int16, ScalarType.Int32, ScalarType.Int32)]
    [InlineData(ScalarType.Int8, ScalarType.Int64, ScalarType.Int64)]
    [InlineData(ScalarType.Bool, ScalarType.Int8, ScalarType.Int8)]
    [InlineData(ScalarType.Int16, ScalarType.Float16, ScalarType.Float16)]
    public void Types_are_promoted_as_in_PyTorch(ScalarType a, ScalarType b, ScalarType expected)
    {
        Assert.Equal(expected, promote_types(a, b));
        Assert.Equal(expected, promote_types(b, a));
        Assert.Equal(expected, (ones(2, a) + ones(2, b)).dtype);
    }

    [Fact]
    public void Conversions_cut_and_wrap()
    {
        Assert.Equal(new sbyte[] { -1, -128, 127, 0 }, tensor(new[] { 255, 128, -129, 256 }).to(int8).data<sbyte>().ToArray());
        Assert.Equal(new short[] { -1, 2 }, tensor(new[] { -1.9f, 2.9f }).to(int16).data<short>().ToArray());
        Assert.Equal(new byte[] { 255 }, tensor(new sbyte[] { -1 }).to(uint8).data<byte>().ToArray());
        Assert.Equal([-3f], tensor(new sbyte[] { -3 }).to(float32).ToArray<float>());
        Assert.Equal([1.5f], (tensor(new short[] { 3 }) / 2).ToArray<float>());
        Assert.Equal(new short[] { 7, 7 }, full(2, 7, int16).data<short>().ToArray());
        Assert.Equal(new short[] { 3, 4 }, arange(3, 5, 1, int16).data<short>().ToArray());
    }

    [Fact]
    public void Division_powers_and_shifts_are_those_of_the_type()
    {
        var least = tensor(new sbyte[] { -128 });
        Assert.Equal(-128, least.abs().ToInt32());
        Assert.Equal(-128, least.floor_divide(-1).ToInt32());
        Assert.Equal(2, tensor(new sbyte[] { -7 }).remainder(3).ToInt32());
        Assert.Equal(-1, tensor(new sbyte[] { -7 }).fmod(3).ToInt32());
        Assert.Equal(-13, tensor(new sbyte[] { 3 }).pow(5).ToInt32());
        Assert.Equal(new sbyte[] { -64, 0 }, (tensor(new sbyte[] { 3, 4 }) << 6).data<sbyte>().ToArray());
        Assert.Equal(new sbyte[] { -2, 2 }, (tensor(new sbyte[] { -3, 4 }) >> 1).data<sbyte>().ToArray());
        Assert.Equal(new sbyte[] { 0, 0 }, (tensor(new sbyte[] { 1, -1 }) << 8).data<sbyte>().ToArray());
        Assert.Equal(new long[] { 0, -1 }, (tensor(new long[] { 1, -1 }) >> 64).data<long>().ToArray());
        Assert.Equal(60, tensor(new sbyte[] { 3, 4 }).dot(tensor(new sbyte[] { 100, 4 })).ToInt32());
        Assert.Equal(int64, tensor(new sbyte[] { 3, 4 }).cumsum(0).dtype);
        Assert.Equal([3L, 12], tensor(new sbyte[] { 3, 4 }).cumprod(0).data<long>().ToArray());
        Assert.Equal(new short[] { 3 }, tensor(new short[] { 3, 4 }).median().reshape(1).data<short>().ToArray());
        Assert.Equal([0L, 0, 0, 1, 1], tensor(new sbyte[] { 3, 4 }).bincount().data<long>().ToArray());
        Assert.Equal(new sbyte[] { -3, 5 }, tensor(new sbyte[] { 5, -3, 5 }).unique().output.data<sbyte>().ToArray());
        Assert.Equal(int16, cat([ones(1, int8), ones(1, uint8)], 0).dtype);
        Assert.Equal(uint8, (tensor(5, int8) + tensor(new byte[] { 1 })).dtype);
    }

    [Fact]
    public void Numbers_that_do_not_fit_are_refused_with_the_range()
    {
        var error = Assert.Throws<ArgumentException>(() => full(2, 300, int8));
        Assert.Equal("300 does not fit torch.int8, which holds -128 to 127", error.Message);
        Assert.Throws<ArgumentException>(() => zeros(2, int8).fill_(200));
        Assert.Throws<ArgumentException>(() => full(2, 256, uint8));
        Assert.Throws<ArgumentException>(() => full(2, 1L << 40, int32));
        Assert.Throws<ArgumentException>(() => full(2, double.NaN, int32));
        Assert.Throws<ArgumentException>(() => full(2, 1e30, int64));
        Assert.Throws<ArgumentException>(() => full(2, 127.9, int8));
        Assert.Throws<ArgumentException>(() => zeros(3, int8).masked_fill(tensor(new[] { true, false, true }), 300));
        Assert.Throws<ArgumentException>(() => tensor(new sbyte[] { 3, 4 }).clamp(0, 300));
        Assert.Throws<ArgumentException>(() => randperm(200, int8));
        Assert.Equal(new byte[] { 255 }, full(1, -1, uint8).data<byte>().ToArray());
        Assert.Equal([1L], full(1, 1.7, int64).data<long>().ToArray());
        Assert.Equal(long.MinValue, full(1, long.MinValue, int64)[0].ToInt64());
        Assert.Equal([3L, 3], tensor(new long[] { 3, 4 }).clamp(0, 3).data<long>().ToArray());
    }

    [Fact]
    public void Types_tell_what_they_hold()
    {
        Assert.Equal((8, -128L, 127L), (iinfo(int8).bits, iinfo(int8).min, iinfo(int8).max));
        Assert.Equal((0L, 255L), (iinfo(uint8).min, iinfo(uint8).max));
        Assert.Equal((long.MinValue, long.MaxValue), (iinfo(int64).min, iinfo(int64).max));
        Assert.Contains("finfo tells", Assert.Throws<ArgumentException>(() => iinfo(float32)).Message, StringComparison.Ordinal);
        Assert.Contains("iinfo tells", Assert.Throws<ArgumentException>(() => finfo(int8)).Message, StringComparison.Ordinal);
        Assert.Equal(1.1920928955078125e-07, finfo().eps);
        Assert.Equal((65504.0, 0.0009765625, 6.103515625e-05), (finfo(float16).max, finfo(float16).eps, finfo(float16).tiny));
        Assert.Equal(-3.3895313892515355e+38, finfo(bfloat16).min);
        Assert.Equal((2.220446049250313e-16, 2.2250738585072014e-308), (finfo(float64).eps, finfo(float64).smallest_normal));
    }

    [Fact]
    public void Long_rows_are_sorted_and_copied_across()
    {
        var x = arange(40_000).remainder(251).sub(125);
        foreach (var type in (ScalarType[])[int8, int16])
        {
            var narrow = x.to(type);
            Assert.True(equal(x.sort().Values, narrow.sort().Values.to(int64)));
            Assert.True(equal(x.sort(descending: true).Indices, narrow.sort(descending: true).Indices));
            Assert.True(equal(x.reshape(200, 200).t().contiguous(), narrow.reshape(200, 200).t().contiguous().to(int64)));
            Assert.Equal(x.max().ToInt64(), narrow.max().ToInt64());
            Assert.Equal(x.sum().ToInt64(), narrow.sum().ToInt64());
        }
    }

    [Fact]
    public void Whole_numbers_are_drawn_and_files_keep_the_type()
    {
        manual_seed(1);
        var x = randint(-100, 100, [1000], int8);
        Assert.InRange(x.min().ToInt32(), -100, -80);
        Assert.Contains("above what torch.int8 holds", Assert.Throws<ArgumentException>(() => randint(0, 200, [3], int8)).Message,
            StringComparison.Ordinal);
        var file = Path.Combine(Path.GetTempPath(), $"small-{Guid.NewGuid():N}");
        try
        {
            foreach (var name in (string[])[".dat", ".npy"])
            {
                if (name == ".npy") torch.save_npy(x, file + name);
                else x.save(file + name);
                var back = name == ".npy" ? torch.load_npy(file + name) : Tensor.load(file + name);
                Assert.Equal(int8, back.dtype);
                Assert.True(equal(x, back));
            }
        }
        finally
        {
            File.Delete(file + ".dat");
            File.Delete(file + ".npy");
        }
    }
}
