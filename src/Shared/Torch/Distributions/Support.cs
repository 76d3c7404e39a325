namespace Qiansi.Torch.Distributions;

/// <summary>A set of values: those a parameter may have, those a distribution can give.</summary>
/// <param name="Text">What a value of it is, after "has to be".</param>
/// <param name="Holds">Truth for each value; for vectors, for each vector.</param>
internal sealed record Support(string Text, Func<Tensor, Tensor> Holds)
{
    public static readonly Support Any = new("anything", x => ones_like(x, ScalarType.Bool));

    public static readonly Support Real = new("a number", x => x.isnan().logical_not());

    public static readonly Support Positive = new("above 0", x => x > 0);

    public static readonly Support NonNegative = new("0 or above", x => x >= 0);

    public static readonly Support UnitInterval = new("from 0 to 1", x => (x >= 0).logical_and(x <= 1));

    public static readonly Support Boolean = new("0 or 1", x => (x == 0).logical_or(x == 1));

    public static readonly Support Count = new("a whole number, 0 or above", x => (x >= 0).logical_and(Whole(x)));

    public static readonly Support Simplex = new("a vector of numbers, 0 or above, whose sum is 1", x =>
        (x >= 0).all(-1).logical_and((x.sum(-1) - 1).abs() < 1e-6));

    public static readonly Support OneHot = new("a vector of zeros with one 1", x => Boolean.Holds(x).all(-1).logical_and(x.sum(-1) == 1));

    public static readonly Support RealVector = new("a vector of numbers", x => x.isnan().logical_not().all(-1));

    public static Support Between(Tensor low, Tensor high) => new("between the bounds", x => (x >= low).logical_and(x <= high));

    public static Support AtLeast(Tensor low) => new("not below the scale", x => x >= low);

    /// <summary>Whole numbers from 0 to those in a tensor.</summary>
    public static Support UpTo(Tensor high) =>
        new("a whole number from 0 to the largest one", x => (x >= 0).logical_and(x <= high).logical_and(Whole(x)));

    public static Support CountsOf(long total) =>
        new($"a vector of whole numbers, 0 or above, whose sum is {total}", x => Count.Holds(x).all(-1).logical_and(x.sum(-1) == total));

    /// <summary>The value, if all of it lies in the set.</summary>
    /// <exception cref="ArgumentException">Something does not.</exception>
    public Tensor Check(string distribution, string what, Tensor value)
    {
        using var _ = no_grad();
        var holds = Holds(value);
        if (holds.all().ToBoolean()) return value;
        if (holds.ndim == value.ndim && value.numel() == holds.numel())
            throw new ArgumentException(
                $"{distribution}: {what} has to be {Text}; it is {value.masked_select(holds.logical_not())[0].ToScalar()}");
        throw new ArgumentException($"{distribution}: {what} has to be {Text}; it is {value}");
    }

    private static Tensor Whole(Tensor x) => x.is_floating_point() ? x.floor() == x : ones_like(x, ScalarType.Bool);
}
