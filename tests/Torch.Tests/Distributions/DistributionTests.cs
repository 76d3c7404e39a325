using static Qiansi.torch;
using static Qiansi.torch.distributions;

namespace Qiansi.Torch.Tests.Distributions;

/// <summary>Shapes, settings and errors of distributions.</summary>
public sealed class DistributionTests
{
    [Fact]
    public void Samples_have_the_shape_of_samples_batch_and_event()
    {
        var normal = Normal(zeros(3, 1), ones(2));
        Assert.Equal([3, 2], normal.batch_shape);
        Assert.Equal([5, 4, 3, 2], normal.sample(5, 4).shape);
        Assert.Equal([3, 2], normal.log_prob(tensor(0f)).shape);
        var joint = new Modules.Independent(normal, 1);
        Assert.Equal([3], joint.batch_shape);
        Assert.Equal([2], joint.event_shape);
        Assert.Equal([5, 3], joint.log_prob(joint.sample(5)).shape);
        Assert.Equal([6, 4], Categorical(rand(4, 10)).sample(6).shape);
        Assert.Equal([6, 4, 10], OneHotCategorical(rand(4, 10)).sample(6).shape);
        Assert.Equal([6, 4, 10], Multinomial(3, rand(4, 10)).sample(6).shape);
        Assert.Equal([7, 4, 2], Dirichlet(ones(4, 2)).sample(7).shape);
        Assert.Equal([8, 3, 2], normal.expand(8, 3, 2).sample().shape);
        Assert.Equal([4], Normal(0f, 1f).sample(4).shape);
        Assert.Equal(float32, Normal(0.0, 1.0).sample(4).dtype);
    }

    [Fact]
    public void A_generator_of_ones_own_is_drawn_from()
    {
        var a = Normal(tensor(0f), tensor(1f), new Generator(3)).sample(10);
        var b = Normal(tensor(0f), tensor(1f), new Generator(3)).sample(10);
        Assert.True(equal(a, b));
        Assert.True(equal(Gamma(tensor(2f), tensor(1f), new Generator(3)).sample(10),
            Gamma(tensor(2f), tensor(1f), new Generator(3)).sample(10)));
        Assert.True(equal(Categorical(ones(9), generator: new Generator(3)).sample(10),
            Categorical(ones(9), generator: new Generator(3)).sample(10)));
    }

    [Fact]
    public void Logits_and_probabilities_say_the_same()
    {
        var p = tensor(new[] { 0.2f, 0.7f });
        Assert.True(allclose(Bernoulli(logits: p.logit()).probs, p));
        Assert.True(allclose(Bernoulli(p).logits, p.logit()));
        Assert.True(allclose(Categorical(logits: tensor(new[] { 1f, 2, 3 })).probs, nn.functional.softmax(tensor(new[] { 1f, 2, 3 }), 0)));
        Assert.True(allclose(Categorical(tensor(new[] { 1f, 3 })).probs, tensor(new[] { 0.25f, 0.75f })));
    }

    [Fact]
    public void What_cannot_be_is_refused_with_the_value()
    {
        var scale = Assert.Throws<ArgumentException>(() => Normal(tensor(0f), tensor(new[] { 1f, -2f })));
        Assert.Equal("Normal: scale has to be above 0; it is -2", scale.Message);
        Assert.Contains("probs has to be from 0 to 1; it is 1.5", Assert.Throws<ArgumentException>(() => Bernoulli(tensor(1.5f))).Message,
            StringComparison.Ordinal);
        Assert.Contains("one of the two", Assert.Throws<ArgumentException>(() => Bernoulli(tensor(0.5f), tensor(0f))).Message,
            StringComparison.Ordinal);
        Assert.Contains("a value has to be 0 or above; it is -1",
            Assert.Throws<ArgumentException>(() => Exponential(tensor(1f)).log_prob(tensor(-1f))).Message, StringComparison.Ordinal);
        Assert.Contains("whose sum is 1", Assert.Throws<ArgumentException>(() =>
            Dirichlet(ones(2)).log_prob(tensor(new[] { 0.5f, 0.6f }))).Message, StringComparison.Ordinal);
        Assert.Contains("no closed form from", Assert.Throws<NotSupportedException>(() => kl_divergence(Normal(0f), Laplace(0f))).Message,
            StringComparison.Ordinal);
        Assert.Contains("Poisson has no entropy", Assert.Throws<NotSupportedException>(() => Poisson(1f).entropy()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Quantiles_invert_probabilities()
    {
        var p = tensor(new[] { 0.05, 0.5, 0.9 });
        distributions.Distribution[] all =
        [
            Normal(tensor(1.0, float64), tensor(2.0, float64)), Uniform(tensor(1.0, float64), tensor(2.0, float64)),
                Laplace(tensor(1.0, float64), tensor(2.0, float64)),
            Cauchy(tensor(1.0, float64), tensor(2.0, float64)), Gumbel(tensor(1.0, float64), tensor(2.0, float64)),
            LogNormal(tensor(1.0, float64), tensor(2.0, float64)),
            HalfNormal(tensor(2.0, float64)), HalfCauchy(tensor(2.0, float64)), Exponential(tensor(2.0, float64)),
            Pareto(tensor(1.0, float64), tensor(2.0, float64)),
            Weibull(tensor(1.0, float64), tensor(2.0, float64)),
        ];
        foreach (var distribution in all) Assert.True(allclose(distribution.cdf(distribution.icdf(p)), p, 1e-7), distribution.ToString());
    }

    [Fact]
    public void Gradients_of_gamma_samples_are_those_of_the_quantile()
    {
        // The sample as a function of the shape, its probability held, by central differences.
        manual_seed(5);
        var shape = tensor(new[] { 0.05, 0.4, 1.0, 3.0, 25.0, 300.0 }).requires_grad_();
        var sample = Gamma(shape, ones(6, float64)).rsample();
        var slope = autograd.grad([sample.sum()], [shape])[0];
        const double H = 1e-5;
        var x = sample.detach();
        Tensor up = (shape.detach() + H).igamma(x), down = (shape.detach() - H).igamma(x);
        var density = Gamma(shape.detach(), ones(6, float64)).log_prob(x).exp();
        Assert.True(allclose(slope, (down - up) / (2 * H) / density, 1e-4), $"{slope}");
    }

    [Fact]
    public void Special_functions_have_the_tables_values_and_gradients()
    {
        var x = tensor(new[] { 0.5, 1.0, 5.0, 30.0 }).requires_grad_();
        Assert.True(allclose(x.lgamma().detach(), tensor(new[] { 0.5723649429247001, 0, 3.1780538303479458, 71.25703896716801 }), 1e-12,
            1e-13));
        Assert.True(allclose(x.digamma().detach(),
            tensor(new[] { -1.9635100260214235, -0.5772156649015329, 1.5061176684318003, 3.384438132685525 }), 1e-12));
        Assert.True(allclose(x.polygamma(1).detach(),
            tensor(new[] { Math.PI * Math.PI / 2, Math.PI * Math.PI / 6, 0.22132295573711533, 0.03389506035774 }), 1e-9));
        Assert.True(autograd.gradcheck(v => v[0].lgamma() + v[0].digamma() + v[0].polygamma(2), [x]));
        Assert.Equal(Math.Log(Math.Sqrt(Math.PI) * 2), tensor(-0.5).lgamma().ToDouble(), 5);
        Assert.Equal(0.03648997397857652, tensor(-0.5, float64).digamma().ToDouble(), 10);
        Assert.True(double.IsPositiveInfinity(tensor(-2.0).lgamma().ToDouble()));
    }

    [Fact]
    public void Fills_and_draws_are_PyTorchs_with_the_same_seed()
    {
        manual_seed(5);
        Close([1.956639051437378, -0.8809894323348999, 0.06521523743867874], empty(3).cauchy_(1, 2));
        Close([6, 6, 1, 3, 2], empty(5).geometric_(0.2));
        Close([1.9924479774140431, 1.2589265974943038, 1.3946757722407672], empty(3, float64).log_normal_(0.5, 0.3));
        Close([1, 13, 4], poisson(tensor(new[] { 0.5f, 20, 3 })));
        Close([1, 72], binomial(tensor(new[] { 10f, 100 }), tensor(new[] { 0.2f, 0.7f })));

        static void Close(double[] expected, Tensor actual) =>
            Assert.True(allclose(actual.to_type(float64), tensor(expected), 1e-6), $"{actual}");
    }

    [Fact]
    public void What_a_distribution_keeps_outlives_the_scope_that_asked_first()
    {
        var coin = Bernoulli(tensor(0.25f));
        using (NewDisposeScope()) _ = coin.logits;
        Assert.Equal(Math.Log(1 / 3.0), coin.logits.ToDouble(), 5);
        var p = tensor(0.25f).requires_grad_();
        var kept = Bernoulli(p);
        using (no_grad()) _ = kept.logits;
        Assert.True(kept.log_prob(1f).requires_grad);
    }

    private sealed class Always(Tensor value) : distributions.Distribution(null)
    {
        public override Tensor mean => value;

        public override Tensor variance => zeros_like(value);

        public override Tensor log_prob(Tensor x) => where(x == value, 0.0, zeros_like(x) + double.NegativeInfinity);

        protected override Tensor Draw(long[] shape) => value.expand(shape);
    }

    [Fact]
    public void A_family_of_ones_own_can_be_written()
    {
        var always = new Always(tensor(3f));
        Assert.Equal([2], always.sample(2).shape);
        Assert.Equal(0, always.log_prob(3f).ToDouble());
        Assert.Contains("Always has no entropy", Assert.Throws<NotSupportedException>(() => always.entropy()).Message,
            StringComparison.Ordinal);
    }
}
