using FsCheck;
using FsCheck.Fluent;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Tensors;

/// <summary>What holds for any shape.</summary>
public sealed class ShapeProperties
{
    private static readonly Gen<long[]> Shapes = Gen.Choose(0, 4).SelectMany(n => Gen.Choose(0, 4).Select(i => (long)i).ArrayOf(n));

    private static void ForAllShapes(Func<long[], bool> holds) => Prop.ForAll(Shapes.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private static Tensor Filled(long[] shape) => arange(shape.Aggregate(1L, (a, b) => a * b), float64).reshape(shape);

    [Fact]
    public void Transposing_twice_changes_nothing() => ForAllShapes(shape =>
    {
        var x = Filled(shape);
        return x.T.T.equal(x) && x.T.contiguous().T.equal(x);
    });

    [Fact]
    public void A_broadcast_sum_is_the_sum_of_expanded_tensors() => ForAllShapes(shape =>
    {
        var x = Filled(shape);
        var row = shape.Length == 0 ? x : Filled([shape[^1]]);
        return (x + row).equal(x + row.expand(shape).clone());
    });

    [Fact]
    public void Reshaping_keeps_the_order_of_elements() => ForAllShapes(shape =>
    {
        var x = Filled(shape);
        return x.T.reshape(-1).equal(x.T.contiguous().view(-1)) && x.flatten().equal(x.reshape(-1));
    });

    [Fact]
    public void Sums_over_dimensions_in_any_order_are_the_whole_sum() => ForAllShapes(shape =>
    {
        var x = Filled(shape);
        var y = x;
        while (y.ndim > 0) y = y.sum(y.ndim / 2);
        return y.item<double>() == x.sum().item<double>();
    });

    [Fact]
    public void A_view_of_a_view_of_a_view_shows_the_same_elements() => ForAllShapes(shape =>
    {
        var x = Filled([.. shape, 6]);
        var view = x[TensorIndex.Ellipsis, 1..][TensorIndex.Ellipsis, TensorIndex.Slice(step: 2)].T;
        var copy = x.clone()[TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2)].clone().T.clone();
        return view.equal(copy) && view.sum().item<double>() == copy.sum().item<double>();
    });
}
