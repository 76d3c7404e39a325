using static Qiansi.torch;

namespace Qiansi.Evaluation.Tests;

public sealed class ProbabilityTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void OneClassAsTheDefinitionsSay(int problem)
    {
        var golden = Golden.Of("binary", problem);
        var (actual, scores) = (golden.Classes("actual"), golden.Numbers("scores"));
        Assert.Equal(golden.Number("logloss"), Probability.LogLoss(actual, scores, clip: 1e-6), 10);
        Assert.Equal(golden.Number("brier"), Probability.Brier(actual, scores), 12);
        Assert.Equal(golden.Number("ece"), CalibrationCurve.Of(actual, scores, bins: 5).ExpectedError, 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void SeveralClassesAsTheDefinitionsSay(int problem)
    {
        var golden = Golden.Of("several", problem);
        var (actual, probabilities) = (golden.Classes("actual"), golden.Table("probabilities"));
        Assert.Equal(golden.Number("logloss"), Probability.LogLoss(actual, probabilities), 12);
        Assert.Equal(golden.Number("brier"), Probability.Brier(actual, probabilities), 12);
        var expected = golden.Numbers("topk");
        for (var k = 1; k <= expected.Length; k++) Assert.Equal(expected[k - 1], Probability.TopK(actual, golden.Table("scores"), k), 12);
    }

    [Fact]
    public void LogLossIsTheCrossEntropyOfTheLogits()
    {
        var logits = randn([20, 4], generator: new Generator(3));
        var labels = arange(20).remainder(4);
        Assert.Equal(nn.functional.cross_entropy(logits, labels).ToDouble(), Probability.LogLoss(labels, logits.softmax(1)), 5);
    }

    [Fact]
    public void ImpossibleAndTrueCostsWithoutBound()
    {
        Assert.Equal(double.PositiveInfinity, Probability.LogLoss([1, 0], [0.0, 0.0]));
        Assert.Equal(-Math.Log(1e-7) / 2, Probability.LogLoss([1, 0], [0.0, 0.0], clip: 1e-7), 6);
        Assert.Equal(0, Probability.LogLoss([1, 0], [1.0, 0.0]));
        Assert.Equal((0.0, 1.0, 0.25), (Probability.Brier([1], [1.0]), Probability.Brier([1], [0.0]), Probability.Brier([1], [0.5])));
    }

    [Fact]
    public void TwoColumnsGiveTwiceTheBrierScoreOfOne() =>
        Assert.Equal(2 * Probability.Brier([1, 0, 1], [0.7, 0.2, 0.4]),
            Probability.Brier([1, 0, 1], new[,] { { 0.3, 0.7 }, { 0.8, 0.2 }, { 0.6, 0.4 } }), 12);

    [Fact]
    public void TiesShareThePlaces()
    {
        Assert.Equal(0.25, Probability.TopK([0, 3], new double[2, 4], 1));
        Assert.Equal(0.5, Probability.TopK([0, 3], new double[2, 4], 2));
        Assert.Equal(1, Probability.TopK([0, 3], new double[2, 4], 9));
        Assert.Equal(0.5, Probability.TopK([0], new[,] { { 1.0, 2, 1, 0 } }, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Probability.TopK([0], new[,] { { 1.0 } }, 0));
    }

    [Fact]
    public void WhatIsNoProbabilityIsSaid()
    {
        Assert.Contains("sigmoid", Assert.Throws<ArgumentException>(() => Probability.Brier([1], [1.5])).Message);
        Assert.Contains("softmax", Assert.Throws<ArgumentException>(() => Probability.LogLoss([1], new[,] { { 0.5, 0.6 } })).Message);
        Assert.Contains("classes 0 to 1 only",
            Assert.Throws<ArgumentException>(() => Probability.LogLoss([2], new[,] { { 0.5, 0.5 } })).Message);
        Assert.True(double.IsNaN(Probability.Brier([], [])));
    }

    [Fact]
    public void CalibrationByHand()
    {
        var curve = CalibrationCurve.Of([0, 0, 1, 1, 1], [0.1, 0.1, 0.1, 0.9, 1.0], bins: 2);
        Assert.Equal((3, 2), (curve.Bins[0].Count, curve.Bins[1].Count));
        Assert.Equal(1 / 3.0, curve.Bins[0].Observed, 12);
        Assert.Equal(0.95, curve.Bins[1].Predicted, 12);
        Assert.Equal((3 * (1 / 3.0 - 0.1) + 2 * 0.05) / 5, curve.ExpectedError, 12);
        Assert.Equal(1 / 3.0 - 0.1, curve.LargestError, 12);
        Assert.True(double.IsNaN(CalibrationCurve.Of([1], [0.9], bins: 2).Bins[0].Observed));
    }

    [Fact]
    public void ConfidenceIsTheProbabilityOfTheAnswer()
    {
        var curve = CalibrationCurve.OfConfidence([0, 1], new[,] { { 0.8, 0.2 }, { 0.7, 0.3 } }, bins: 5);
        Assert.Equal((0.8, 1.0), (curve.Bins[4].Predicted, curve.Bins[4].Observed));
        Assert.Equal((0.7, 0.0), (curve.Bins[3].Predicted, curve.Bins[3].Observed));
    }
}
