using static Qiansi.torch;
using static Qiansi.torch.distributions;
using static Qiansi.torch.distributions.transforms;

namespace Qiansi.Torch.Tests.Distributions;

/// <summary>Transforms of one's own, constraints, divergences, and what is refused.</summary>
public sealed class TransformTests
{
    private sealed class Cube : Transform
    {
        public override bool bijective => true;

        public override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => (x.square() * 3).log();

        protected internal override Tensor _call(Tensor x) => x.pow(3);

        protected internal override Tensor _inverse(Tensor y) => y.sign() * y.abs().pow(1 / 3.0);

        protected internal override Tensor _sign() => 1;
    }

    [Fact]
    public void A_transform_of_ones_own_makes_a_distribution()
    {
        var cubed = TransformedDistribution(Normal(0.0, 1.0), new Cube());
        // The density of y = x³ at 8: φ(2) / 12.
        Assert.Equal((-0.5 * 4) - (0.5 * Math.Log(2 * Math.PI)) - Math.Log(12), cubed.log_prob(8f).ToDouble(), 5);
        Assert.Equal(0.5, cubed.cdf(0f).ToDouble(), 6);
        Assert.Equal([5], cubed.sample(5).shape);
        Assert.Contains("TransformedDistribution has no mean", Assert.Throws<NotSupportedException>(() => cubed.mean).Message,
            StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => kl_divergence(cubed, TransformedDistribution(Normal(1.0, 1.0), new Cube())));
    }

    [Fact]
    public void Divergences_pass_through_the_same_functions()
    {
        var (p, q) = (Normal(0.0, 1.0), Normal(1.0, 2.0));
        Transform[] functions = [new ExpTransform(), new AffineTransform(1, 2)], others = [new ExpTransform(), new AffineTransform(1, 3)];
        var expected = kl_divergence(p, q).ToDouble();
        Assert.Equal(expected, kl_divergence(
            TransformedDistribution(p, functions), TransformedDistribution(q, [new ExpTransform(), new AffineTransform(1, 2)])).ToDouble());
        Assert.Equal(expected, kl_divergence(LogNormal(p.loc, p.scale), LogNormal(q.loc, q.scale)).ToDouble());
        Assert.Throws<NotSupportedException>(() =>
            kl_divergence(TransformedDistribution(p, functions), TransformedDistribution(q, others)));
    }

    [Fact]
    public void Gradients_flow_from_relaxed_samples_to_the_probabilities()
    {
        var p = tensor(new[] { 0.2, 0.5, 0.3 }).requires_grad_();
        RelaxedOneHotCategorical(tensor(0.5), p).rsample(7).square().sum().backward();
        Assert.True(p.grad!.abs().sum().ToDouble() > 0);
        var logit = tensor(0.3).requires_grad_();
        RelaxedBernoulli(tensor(0.5), logits: logit).rsample(7).sum().backward();
        Assert.True(logit.grad!.ToDouble() > 0);
        Assert.False(RelaxedBernoulli(tensor(0.5), 0.5).sample(3).requires_grad);
    }

    [Fact]
    public void Constraints_say_which_values_lie_inside()
    {
        Assert.Equal([true, false], Truths(constraints.interval(0, 1).check(tensor(new[] { 1.0, 1.5 }))));
        Assert.Equal([true, false], Truths(constraints.half_open_interval(0, 1).check(tensor(new[] { 0.0, 1.0 }))));
        Assert.Equal([false, true], Truths(constraints.greater_than(1).check(tensor(new[] { 1.0, 2.0 }))));
        Assert.Equal([true, false], Truths(constraints.less_than(2).check(tensor(new[] { 1.0, 2.0 }))));
        Assert.Equal([true, false, false], Truths(constraints.integer_interval(0, 3).check(tensor(new[] { 3.0, 2.5, 4.0 }))));
        Assert.Equal([false, true], Truths(constraints.positive_integer.check(tensor(new long[] { 0, 1 }))));
        Assert.Equal([true, false], Truths(constraints.multinomial(3).check(tensor(new[,] { { 1.0, 1 }, { 2, 2 } }))));
        Assert.Equal([true, false], Truths(constraints.independent(constraints.positive,
            1).check(tensor(new[,] { { 1.0, 1 }, { 2, 0 } }))));
        var matrices = tensor(new[, ,] { { { 2.0, 1 }, { 1, 2 } }, { { 1, 2 }, { 2, 1 } }, { { 1, 0 }, { 3, 1 } } });
        Assert.Equal([true, true, false], Truths(constraints.symmetric.check(matrices)));
        Assert.Equal([true, false, false], Truths(constraints.positive_definite.check(matrices)));
        Assert.Equal([false, false, true], Truths(constraints.lower_cholesky.check(matrices)));
        Assert.Equal([false, false], Truths(constraints.symmetric.check(ones(2, 3, 4))));
        Assert.Equal((1, true), (constraints.one_hot.event_dim, constraints.one_hot.is_discrete));
        Assert.Equal("Constraint(from 0 to 1)", Beta(tensor(1f), tensor(2f)).support.ToString());
    }

    [Fact]
    public void What_cannot_be_is_refused_with_the_reason()
    {
        Refused("a value has to be above 0; it is -1", () => LogNormal(tensor(0f), tensor(1f)).log_prob(tensor(-1f)));
        Refused("temperature has to be above 0; it is 0", () => RelaxedBernoulli(tensor(0f), 0.5));
        Refused("functions take values of 1 dimensions", () => TransformedDistribution(Normal(0.0, 1.0), new StickBreakingTransform()));
        Refused("shape [2, 3] has 6 elements, shape [5] has 5", () => new ReshapeTransform([2, 3], [5]));
        Refused("does not end in [6]", () => new ReshapeTransform([6], [2, 3]).forward(ones(5)));
        Assert.Contains("ask domain.event_dim", Assert.Throws<InvalidOperationException>(() =>
            new ReshapeTransform([6], [2, 3]).event_dim).Message, StringComparison.Ordinal);
        Assert.Equal(0, new ComposeTransform([]).event_dim);
        Assert.Equal([2f], new ComposeTransform([]).forward(tensor(new[] { 2f })).ToArray<float>());

        static void Refused(string message, Func<object> act) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
    }

    private static bool[] Truths(Tensor tensor) => tensor.data<bool>().ToArray();
}
