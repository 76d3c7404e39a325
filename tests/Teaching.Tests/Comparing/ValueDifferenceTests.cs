using Qiansi.Teaching.Comparing;
using static Qiansi.torch;

namespace Qiansi.Teaching.Tests.Comparing;

public sealed class ValueDifferenceTests
{
    public static TheoryData<object, object> Same => new()
    {
        { 1, 1.0 },
        { 0.1f, 0.1 },
        { new[] { 1, 2 }, new List<double> { 1, 2 } },
        { new[,] { { 1.0, 2 }, { 3, 4 } }, new double[][] { [1, 2], [3, 4] } },
        { tensor(new[] { 1f, 2, 3 }), new[] { 1, 2, 3 } },
        { tensor(new[] { 1f, 2, 3, 4, 5, 6 }).reshape(2, 3).t(), new double[][] { [1, 4], [2, 5], [3, 6] } },
        { tensor(2.5), 2.5 },
        { tensor(new[] { true, false }), tensor(new long[] { 1, 0 }) },
        { double.NaN, double.NaN },
        { double.PositiveInfinity, float.PositiveInfinity },
        { "text", "text" },
        { (1, "a", new[] { 1.0 }), (1.0, "a", new[] { 1f }) },
        { new[] { "a", "b" }, new List<string> { "a", "b" } },
        { true, true },
    };

    public static TheoryData<object?, object?, string> Different => new()
    {
        { 0.5, 0.7, "expected 0.5, got 0.7 (off by 0.2, allowed 1e-6)" },
        { 1.0, 1.00001, "expected 1, got 1.00001 (off by 1e-5, allowed 1e-6)" },
        { 100.0, 100.0002, "expected 100, got 100.0002 (off by 0.0002, allowed 0.0001)" },
        { 0.5, -0.5, "expected 0.5, got -0.5 (off by -1, allowed 1e-6). The sign is the wrong way round" },
        { new[] { 1.0, 2, 3 }, new[] { 1.0, 2, 4 }, "element [2]: expected 3, got 4 (off by 1, allowed 3e-6); 1 of 3 elements differs" },
        { new[] { 1.0, -2, 3 }, new[] { 0.5, -1, 1.5 },
            "element [0]: expected 1, got 0.5 (off by -0.5, allowed 1e-6); 3 of 3 elements differ. "
            + "Every element is 0.5 times what it should be" },
        { new[] { 1.0, 2, 3 }, new[] { 2.0, 3, 4 },
            "element [0]: expected 1, got 2 (off by 1, allowed 1e-6); 3 of 3 elements differ. Every element is 1 more than it should be" },
        { new[] { 1.0, 2 }, new[] { 1.0, double.NaN },
            "element [1]: expected 2, got NaN; 1 of 2 elements differs. NaN comes from 0/0, the logarithm of a negative number, or ∞ - ∞" },
        { zeros(2, 3), zeros(3, 2), "expected shape [2, 3], got shape [3, 2]. It looks transposed: rows and columns are swapped" },
        { zeros(2, 3), zeros(2, 1, 3),
            "expected shape [2, 3], got shape [2, 1, 3]. Only dimensions of size 1 differ: squeeze or unsqueeze" },
        { zeros(2, 6), zeros(4, 3), "expected shape [2, 6], got shape [4, 3]. The number of elements is right: reshape it" },
        { zeros(2), zeros(3), "expected shape [2], got shape [3]" },
        { 1.0, zeros(1), "expected a single number, got shape [1]. Only dimensions of size 1 differ: squeeze or unsqueeze" },
        { 1.0, null, "expected 1, got null" },
        { new[] { 1, 2 }, "12", "expected numbers of shape [2], got \"12\"" },
        { "gradient", "gradiant", "expected \"gradient\", got \"gradiant\" (they differ from character 6 on)" },
        { true, 1, "expected True, got 1" },
        { (1, 2), (1, 3), "item 2: expected 2, got 3 (off by 1, allowed 2e-6)" },
        { new[] { "a" }, new[] { "a", "b" }, "expected 1 items, got 2" },
        { "a", 'a', "expected \"a\", got a (Char)" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Equal_values_of_different_containers_are_equal(object expected, object actual) =>
        Assert.Null(ValueDifference.Find(expected, actual, 1e-6));

    [Theory]
    [MemberData(nameof(Different))]
    public void A_difference_is_told_in_words(object? expected, object? actual, string problem) =>
        Assert.Equal(problem, ValueDifference.Find(expected, actual, 1e-6));

    [Fact]
    public void Without_tolerance_the_last_bit_counts() => Assert.NotNull(ValueDifference.Find(0.3, 0.1 + 0.2, 0));

    [Fact]
    public void The_first_differing_element_of_a_matrix_is_named_by_row_and_column()
    {
        var wrong = ones(3, 4);
        wrong[1, 2] = 5;
        Assert.StartsWith("element [1, 2]: expected 1, got 5", ValueDifference.Find(ones(3, 4), wrong, 1e-6));
    }

    [Fact]
    public void A_tensor_that_wants_its_gradient_is_compared_by_its_values() =>
        Assert.Null(ValueDifference.Find(1.0, tensor(1.0, requires_grad: true), 1e-6));
}
