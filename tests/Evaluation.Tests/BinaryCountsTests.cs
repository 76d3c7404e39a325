namespace Qiansi.Evaluation.Tests;

public sealed class BinaryCountsTests
{
    // 8 of 10 sick found, 30 of 90 healthy alarmed: by hand
    private static readonly BinaryCounts Screening = new(TruePositives: 8, FalsePositives: 30, TrueNegatives: 60, FalseNegatives: 2);

    [Fact]
    public void RatesOfAScreening()
    {
        Assert.Equal(0.68, Screening.Accuracy, 12);
        Assert.Equal(8 / 38.0, Screening.Precision, 12);
        Assert.Equal(0.8, Screening.Recall, 12);
        Assert.Equal(60 / 90.0, Screening.Specificity, 12);
        Assert.Equal(1 - Screening.Specificity, Screening.FalsePositiveRate, 12);
        Assert.Equal((0.8 + 60 / 90.0) / 2, Screening.BalancedAccuracy, 12);
        Assert.Equal(16 / 48.0, Screening.F1, 12);
        Assert.Equal(5 * 8 / (5 * 8.0 + 4 * 2 + 30), Screening.FBeta(2), 12);
        Assert.Equal((8 * 60 - 30 * 2) / Math.Sqrt(38.0 * 62 * 10 * 90), Screening.Mcc, 12);
        Assert.Equal((0.68 - (38 * 10 + 62 * 90) / 10000.0) / (1 - (38 * 10 + 62 * 90) / 10000.0), Screening.Kappa, 12);
        Assert.Empty(Screening.Undefined);
    }

    [Fact]
    public void FBetaIsTheWeightedHarmonicMean()
    {
        foreach (var beta in new[] { 0.25, 0.5, 1, 3 })
        {
            var (p, r, square) = (Screening.Precision, Screening.Recall, beta * beta);
            Assert.Equal((1 + square) * p * r / (square * p + r), Screening.FBeta(beta), 12);
        }

        Assert.Equal(Screening.Precision, Screening.FBeta(0), 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => Screening.FBeta(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Screening.FBeta(double.NaN));
    }

    [Fact]
    public void NothingCalledPositive()
    {
        var counts = BinaryCounts.Of([1, 0, 0, 1], [0, 0, 0, 0]);
        Assert.Equal(new BinaryCounts(0, 0, 2, 2), counts);
        Assert.True(double.IsNaN(counts.Precision));
        Assert.Equal(0, counts.Recall);
        Assert.Equal(0, counts.F1);
        Assert.True(double.IsNaN(counts.Mcc));
        Assert.Equal(0, counts.Kappa);
        Assert.Contains("precision is undefined: nothing was called positive", counts.Undefined);
    }

    [Fact]
    public void NoPositiveSample()
    {
        var counts = BinaryCounts.Of([0, 0, 0], [0, 1, 0]);
        Assert.True(double.IsNaN(counts.Recall));
        Assert.Equal(0, counts.Precision);
        Assert.Equal(2 / 3.0, counts.BalancedAccuracy, 12);
        Assert.Contains("recall is undefined: no sample is positive", counts.Undefined);
    }

    [Fact]
    public void AllOfOneClassAndRight()
    {
        var counts = BinaryCounts.Of([1, 1], [1, 1]);
        Assert.Equal((1, 1, 1, 1), (counts.Accuracy, counts.Precision, counts.Recall, counts.F1));
        Assert.True(double.IsNaN(counts.Kappa) && double.IsNaN(counts.Specificity));
        Assert.Contains("kappa is undefined: truth and answers are all of one class", counts.Undefined);
    }

    [Fact]
    public void WithoutSamplesNothingIsDefined()
    {
        var counts = BinaryCounts.Of([], []);
        Assert.All([counts.Accuracy, counts.Precision, counts.Recall, counts.F1, counts.Mcc, counts.Kappa, counts.BalancedAccuracy],
            rate => Assert.True(double.IsNaN(rate)));
    }

    [Fact]
    public void TheThresholdItselfIsPositive()
    {
        var counts = BinaryCounts.At([1, 1, 0, 0], [0.5, 0.49, 0.5, 0.1], 0.5);
        Assert.Equal(new BinaryCounts(1, 1, 1, 1), counts);
    }

    [Fact]
    public void AnyClassCanBePositive() =>
        Assert.Equal(new BinaryCounts(1, 1, 2, 0), BinaryCounts.Of([2, 0, 1, 1], [2, 2, 1, 0], positive: 2));

    [Fact]
    public void BillionsOfSamplesDoNotOverflow()
    {
        var counts = new BinaryCounts(4_000_000_000, 1_000_000_000, 4_000_000_000, 1_000_000_000);
        Assert.Equal(0.6, counts.Mcc, 12);
        Assert.Equal(0.6, counts.Kappa, 12);
    }
}
