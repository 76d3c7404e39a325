using System.Numerics;
using Qiansi.Torch.Kernels;
using Qiansi.Torch.Tests.Kernels.Reference;

namespace Qiansi.Torch.Tests.Kernels;

[Collection(nameof(KernelSettings))]
public sealed unsafe class GemmTest
{
    private static readonly long[] Sizes = [0, 1, 2, 5, 6, 7, 8, 12, 13, 15, 16, 17, 31, 33, 47, 64, 65];

    [Theory]
    [MemberData(nameof(KernelSettings.Widths), MemberType = typeof(KernelSettings))]
    public void Random_shapes_in_every_layout_equal_the_reference(int bits)
    {
        using var settings = new KernelSettings(2, bits);
        var random = new System.Random(bits);
        for (var i = 0; i < 150; i++)
        {
            long m = Sizes[random.Next(Sizes.Length)], n = Sizes[random.Next(Sizes.Length)], k = Sizes[random.Next(Sizes.Length)];
            Check<float>(random, m, n, k, 2e-5);
            Check<double>(random, m, n, k, 1e-13);
        }
    }

    [Theory]
    [Trait("Needs", "time")]
    [InlineData(400, 33, 900, 1)]
    [InlineData(200, 2100, 40, 1)]
    [InlineData(500, 300, 400, 2)]
    [InlineData(300, 1000, 500, 3)]
    [InlineData(1, 3000, 700, 2)]
    [InlineData(3000, 1, 700, 2)]
    public void Products_larger_than_one_block_equal_the_reference(long m, long n, long k, int threads)
    {
        using var settings = new KernelSettings(threads, SimdWidth.Bits);
        var random = new System.Random(1);
        for (var i = 0; i < 3; i++) Check<float>(random, m, n, k, 2e-4);
    }

    [Fact]
    public void With_beta_zero_old_contents_do_not_matter_and_without_products_c_is_scaled()
    {
        using var settings = new KernelSettings();
        using var a = Buffer<float>.Of(1f, 2f);
        using var b = Buffer<float>.Of(3f, 4f);
        using var c = Buffer<float>.Of(float.NaN);
        Gemm.Run(1, 1, 2, 1f, a.Start, 2, 1, b.Start, 1, 1, 0f, c.Start, 1);
        Assert.Equal(11f, c[0]);
        Gemm.Run(1, 1, 0, 1f, a.Start, 2, 1, b.Start, 1, 1, 2f, c.Start, 1);
        Assert.Equal(22f, c[0]);
        c[0] = float.NaN;
        Gemm.Run(1, 1, 0, 1f, a.Start, 2, 1, b.Start, 1, 1, 0f, c.Start, 1);
        Assert.Equal(0f, c[0]);
    }

    [Fact]
    public void A_batch_with_a_shared_operand_equals_single_products()
    {
        using var settings = new KernelSettings(2);
        const int Batch = 9, M = 30, N = 40, K = 20;
        using var a = new Buffer<float>(Batch * M * K, 1);
        using var b = new Buffer<float>(K * N, 2);
        using var c = new Buffer<float>(Batch * M * N);
        using var expected = new Buffer<float>(Batch * M * N);
        Gemm.Batch(Batch, M, N, K, 1f, a.Start, M * K, K, 1, b.Start, 0, N, 1, 0f, c.Start, M * N, N);
        for (var i = 0; i < Batch; i++)
            ReferenceGemm.Run(M, N, K, 1f, a.Start + i * M * K, K, 1, b.Start, N, 1, 0f, expected.Start + i * M * N, N);
        c.ShouldEqual(expected, 1e-5);
    }

    [Fact]
    public void The_same_product_gives_the_same_bits_again()
    {
        using var settings = new KernelSettings(2);
        using var a = new Buffer<float>(300 * 300, 1);
        using var b = new Buffer<float>(300 * 300, 2);
        using var first = new Buffer<float>(300 * 300);
        using var second = new Buffer<float>(300 * 300);
        Gemm.Run(300, 300, 300, 1f, a.Start, 300, 1, b.Start, 300, 1, 0f, first.Start, 300);
        for (var i = 0; i < 10; i++)
        {
            Gemm.Run(300, 300, 300, 1f, a.Start, 300, 1, b.Start, 300, 1, 0f, second.Start, 300);
            second.ShouldEqual(first, 0);
        }
    }

    private static void Check<T>(System.Random random, long m, long n, long k, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool transposeA = random.Next(2) == 0, transposeB = random.Next(2) == 0;
        long extra = random.Next(3);
        (long aRow, long aCol) = transposeA ? (1L, m + extra) : (k + extra, 1L);
        (long bRow, long bCol) = transposeB ? (1L, k + extra) : (n + extra, 1L);
        var cRow = n + extra;
        T[] factors = [T.Zero, T.One, T.CreateTruncating(-0.5)];
        T alpha = factors[random.Next(1, 3)], beta = factors[random.Next(3)];
        using var a = new Buffer<T>((m + extra) * (k + extra), random.Next());
        using var b = new Buffer<T>((k + extra) * (n + extra), random.Next());
        using var c = new Buffer<T>(m * cRow, random.Next());
        using var expected = c.Copy();
        Gemm.Run(m, n, k, alpha, a.Start, aRow, aCol, b.Start, bRow, bCol, beta, c.Start, cRow);
        ReferenceGemm.Run(m, n, k, alpha, a.Start, aRow, aCol, b.Start, bRow, bCol, beta, expected.Start, cRow);
        c.ShouldEqual(expected, tolerance,
            $"{typeof(T).Name} m {m} n {n} k {k} transposes {transposeA} {transposeB} alpha {alpha} beta {beta}");
    }
}
