using static Qiansi.torch;
using static Qiansi.torch.nn.functional;

namespace Qiansi.Torch.Tests.NN;

/// <summary>The losses of margins, counts and likelihoods beside PyTorch 1.13.1's values, and their gradients.</summary>
public sealed class MarginLossTests
{
    private static readonly Tensor X = Rows([0.5, -1.2, 2.0], [1.5, 0.3, -0.7]), Y = Rows([1.0, -1, 1], [-1, 1, -1]),
        Counts = Rows([2.0, 0, 3], [1, 4, 0]);
    private static readonly Tensor U = Rows([0.1, 1.0, -0.5], [0.7, -0.3, 1.1]), N = Rows([-1.0, 0.4, 0.2], [0.9, 0.8, 0.1]);
    private static readonly Tensor Weight = tensor(new[] { 0.2, 1, 3 }), Classes = tensor(new long[] { 0, 1 }),
        Same = tensor(new[] { 1.0, -1 });
    private static readonly Tensor Labels = tensor(new long[,] { { 2, 0, -1 }, { 1, -1, 0 } });

    public static TheoryData<string, double> Values => new()
    {
        { "poisson", 0.9945174605414097 }, { "poisson full", 1.923375991606705 }, { "poisson of rates", 1.6528797889392728 },
        { "gaussian", 5.992857775569732 }, { "gaussian full", 2119995.0006445916 }, { "hinge embedding", 1.1166666666666667 },
        { "cosine embedding", 1.1936917897851085 }, { "ranking", 0.18333333333333335 }, { "soft margin", 0.5872070056496413 },
        { "multi margin", 0.7833333333333334 }, { "multi margin squared", 0.763 }, { "multi label margin", 0.3666666666666667 },
        { "multi label soft margin", 0.4738463240040703 }, { "triplet", 1.7289709276223828 }, { "triplet swapped", 3.000001 },
    };

    [Theory, MemberData(nameof(Values))]
    public void Values_are_PyTorchs_and_gradients_the_differences(string loss, double expected)
    {
        var (function, inputs) = Loss(loss);
        var value = function(inputs);
        Assert.Equal(1, value.ToDouble() / expected, 1e-8);
        if (loss != "gaussian full") Assert.True(autograd.gradcheck(v => function([.. v]),
            [.. inputs.Select(i => (i * 1.017).requires_grad_())]));
    }

    [Fact]
    public void Modules_and_reductions_say_the_same()
    {
        Assert.Equal(0.7833333333333334, torch.nn.MultiMarginLoss().call(X, Classes).ToDouble(), 12);
        Assert.Equal(2 * 0.7833333333333334, torch.nn.MultiMarginLoss(reduction: torch.nn.Reduction.Sum).call(X, Classes).ToDouble(), 12);
        Assert.Equal([2], torch.nn.MultiMarginLoss(reduction: torch.nn.Reduction.None).call(X, Classes).shape);
        Assert.Equal(1.7289709276223828, torch.nn.TripletMarginLoss().call(X, U, N).ToDouble(), 12);
        Assert.Equal(3.000001, torch.nn.TripletMarginWithDistanceLoss((a, b) => pairwise_distance(a, b, 1), swap: true).call(X, U,
            N).ToDouble(), 9);
        Assert.Equal(5.992857775569732, torch.nn.GaussianNLLLoss().call(X, U, N.abs()).ToDouble(), 8);
        Assert.Equal(0.9945174605414097, torch.nn.PoissonNLLLoss().call(X, Counts).ToDouble(), 12);
        Assert.Equal(1.1166666666666667, torch.nn.HingeEmbeddingLoss().call(X, Y).ToDouble(), 12);
        Assert.Equal(1.1936917897851085, torch.nn.CosineEmbeddingLoss(-0.5).call(X, U, Same).ToDouble(), 12);
        Assert.Equal(0.18333333333333335, torch.nn.MarginRankingLoss(0.3).call(X, U, Y).ToDouble(), 12);
        Assert.Equal(0.5872070056496413, torch.nn.SoftMarginLoss().call(X, Y).ToDouble(), 12);
        Assert.Equal(0.3666666666666667, torch.nn.MultiLabelMarginLoss().call(X, Labels).ToDouble(), 12);
        Assert.Equal(0.4738463240040703, torch.nn.MultiLabelSoftMarginLoss(Weight).call(X, (Y + 1) / 2).ToDouble(), 12);
    }

    [Fact]
    public void Gumbel_softmax_draws_PyTorchs_numbers()
    {
        var logits = tensor(new[,] { { 1f, 2, 3 }, { 0, 0, 1 } });
        manual_seed(3);
        var soft = gumbel_softmax(logits, tau: 0.5);
        Assert.True(allclose(soft, tensor(new[,] { { 0.90264434f, 0.0703477f, 0.02700792f }, { 0.75203317f, 0.01402525f, 0.23394157f } }),
            1e-4));
        manual_seed(3);
        logits.requires_grad_();
        var hard = gumbel_softmax(logits, hard: true);
        Assert.True(allclose(hard.detach(), tensor(new[,] { { 1f, 0, 0 }, { 1, 0, 0 } }), atol: 1e-6));
        Assert.True(autograd.grad([(hard * hard.detach()).sum()], [logits])[0].abs().sum().ToDouble() > 0);
        Assert.Contains("tau is 0", Assert.Throws<ArgumentException>(() => gumbel_softmax(logits, 0)).Message, StringComparison.Ordinal);
    }

    private static (Func<Tensor[], Tensor> Function, Tensor[] Inputs) Loss(string name) => name switch
    {
        "poisson" => (v => poisson_nll_loss(v[0], Counts), [X]),
        "poisson full" => (v => poisson_nll_loss(v[0], Counts, full: true), [X]),
        "poisson of rates" => (v => poisson_nll_loss(v[0], Counts, log_input: false), [X.abs()]),
        "gaussian" => (v => gaussian_nll_loss(v[0], U, v[1]), [X, N.abs()]),
        "gaussian full" => (v => gaussian_nll_loss(v[0], U, tensor(new[] { 0.5, 1e-9 }), full: true, reduction: torch.nn.Reduction.Sum),
        [X]),
        "hinge embedding" => (v => hinge_embedding_loss(v[0], Y), [X]),
        "cosine embedding" => (v => cosine_embedding_loss(v[0], v[1], Same, -0.5), [X, U]),
        "ranking" => (v => margin_ranking_loss(v[0], v[1], Y, 0.3), [X, U]),
        "soft margin" => (v => soft_margin_loss(v[0], Y), [X]),
        "multi margin" => (v => multi_margin_loss(v[0], Classes), [X]),
        "multi margin squared" => (v => multi_margin_loss(v[0], Classes, 2, 0.7, Weight), [X]),
        "multi label margin" => (v => multi_label_margin_loss(v[0], Labels), [X]),
        "multi label soft margin" => (v => multilabel_soft_margin_loss(v[0], (Y + 1) / 2, Weight), [X]),
        "triplet" => (v => triplet_margin_loss(v[0], v[1], v[2]), [X, U, N]),
        "triplet swapped" => (v => triplet_margin_loss(v[0], v[1], v[2], p: 1, swap: true), [X, U, N]),
        _ => throw new ArgumentException(name),
    };

    private static Tensor Rows(params double[][] rows) => stack([.. rows.Select(r => tensor(r))], 0);
}
