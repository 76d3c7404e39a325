using FsCheck;
using FsCheck.Fluent;
using static Qiansi.torch;

namespace Qiansi.Evaluation.Tests;

public sealed class CurveTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AsTheDefinitionsSay(int problem)
    {
        var golden = Golden.Of("binary", problem);
        var (actual, scores) = (golden.Classes("actual"), golden.Numbers("scores"));
        var roc = RocCurve.Of(actual, scores);
        Assert.Equal(golden.Number("auc"), roc.Area, 12);
        Assert.Equal(golden.Table("roc").Cast<double>(),
            roc.Points.Skip(1).SelectMany(p => new[] { p.FalsePositiveRate, p.TruePositiveRate }), (x, y) => Math.Abs(x - y) < 1e-12);
        var curve = PrecisionRecallCurve.Of(actual, scores);
        Assert.Equal(golden.Numbers("precision"), curve.Points.Skip(1).Select(p => p.Precision), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(golden.Number("ap"), curve.AveragePrecision, 12);
        Assert.Equal(golden.Number("mcc"), BinaryCounts.At(actual, scores, 0.5).Mcc, 12);
        Assert.Equal(golden.Number("f2"), BinaryCounts.At(actual, scores, 0.5).FBeta(2), 12);
    }

    [Fact]
    public void AFewByHand()
    {
        Assert.Equal(0.75, RocCurve.Of([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).Area);
        Assert.Equal(1, RocCurve.Of([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4]).Area);
        Assert.Equal(0, RocCurve.Of([1, 1, 0, 0], [0.1, 0.2, 0.3, 0.4]).Area);
        Assert.Equal(0.5, RocCurve.Of([1, 0, 1, 0, 0], [7, 7, 7, 7, 7]).Area);
        Assert.Equal(
            [(0, 0), (1, 1)], RocCurve.Of([1, 0, 1, 0, 0], [7, 7, 7, 7, 7]).Points.Select(p => (p.FalsePositiveRate, p.TruePositiveRate)));
        Assert.Equal(0.5 * 1 + 0.5 * 2 / 3, PrecisionRecallCurve.Of([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).AveragePrecision, 12);
        Assert.Equal(0.4, PrecisionRecallCurve.Of([1, 0, 1, 0, 0], [7, 7, 7, 7, 7]).AveragePrecision, 12);
    }

    [Fact]
    public void BestThresholds()
    {
        Assert.Equal(0.8, RocCurve.Of([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).Best.Threshold);
        Assert.Equal(0.35, PrecisionRecallCurve.Of([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).Best.Threshold);
    }

    [Fact]
    public void ScoresOfAnyScaleAndInfiniteOnes()
    {
        Assert.Equal(0.75, RocCurve.Of([0, 0, 1, 1], [double.NegativeInfinity, 0.4, -3, double.PositiveInfinity]).Area);
        Assert.Equal(0.5, RocCurve.Of([0, 1], [0.0, -0.0]).Area);
        Assert.Equal(0.75, RocCurve.Of(tensor(new[] { false, false, true, true }), tensor(new[] { 0.1f, 0.4f, 0.35f, 0.8f })).Area);
    }

    [Fact]
    public void WhatHasNoCurveIsSaid()
    {
        Assert.Contains("of 3 samples 3 are of class 1 and 0 are not",
            Assert.Throws<ArgumentException>(() => RocCurve.Of([1, 1, 1], [1, 2, 3])).Message);
        Assert.Throws<ArgumentException>(() => RocCurve.Of([], []));
        Assert.Contains("none of 2 is of class 1", Assert.Throws<ArgumentException>(() => PrecisionRecallCurve.Of([0, 0], [1, 2])).Message);
        Assert.Equal(1, PrecisionRecallCurve.Of([1, 1], [1, 2]).AveragePrecision);
        Assert.Contains("sample 1 is NaN", Assert.Throws<ArgumentException>(() => RocCurve.Of([0, 1], [1, double.NaN])).Message);
        Assert.Contains("select(1, k)", Assert.Throws<ArgumentException>(() => RocCurve.Of([0, 1], zeros(2, 2))).Message);
    }

    [Fact]
    public void PropertiesOfEveryCurve() => Prop.ForAll(Gen.Two(Gen.Choose(0, 6)).NonEmptyListOf().ToArbitrary(), pairs =>
    {
        var actual = pairs.Select(p => p.Item1 % 2).Concat([0, 1]).ToArray();
        var scores = pairs.Select(p => (double)p.Item2).Concat([3.0, 3.0]).ToArray();
        var roc = RocCurve.Of(actual, scores);
        var precisionRecall = PrecisionRecallCurve.Of(actual, scores);

        // order of the samples does not matter, a rising function of the scores neither, and turning scores over turns the area over
        Assert.Equal(roc.Area, RocCurve.Of([.. actual.Reverse()], [.. scores.Reverse()]).Area);
        Assert.Equal(roc.Area, RocCurve.Of(actual, [.. scores.Select(s => Math.Exp(s) - 40)]).Area);
        Assert.Equal(1 - roc.Area, RocCurve.Of(actual, [.. scores.Select(s => -s)]).Area, 12);
        Assert.Equal(1 - roc.Area, RocCurve.Of(actual, scores, positive: 0).Area, 12);

        // from corner to corner, never back
        Assert.Equal((0, 0), (roc.Points[0].FalsePositiveRate, roc.Points[0].TruePositiveRate));
        Assert.Equal((1, 1), (roc.Points[^1].FalsePositiveRate, roc.Points[^1].TruePositiveRate));
        Assert.All(roc.Points.Zip(roc.Points.Skip(1)),
            step =>
                Assert.True(step.First.FalsePositiveRate <= step.Second.FalsePositiveRate
                    && step.First.TruePositiveRate <= step.Second.TruePositiveRate && step.First.Threshold > step.Second.Threshold));

        // every point is what counting at its threshold gives
        foreach (var (point, other) in roc.Points.Skip(1).Zip(precisionRecall.Points.Skip(1)))
        {
            var counts = BinaryCounts.At(actual, scores, point.Threshold);
            Assert.Equal((counts.FalsePositiveRate, counts.Recall), (point.FalsePositiveRate, point.TruePositiveRate));
            Assert.Equal((counts.Precision, counts.Recall), (other.Precision, other.Recall));
            Assert.Equal(counts.F1, other.F1, 12);
        }

        // no ranking is worse than the positives all last: AP is at least the baseline's harmonic worst case, at most 1
        Assert.InRange(precisionRecall.AveragePrecision, 0, 1 + 1e-12);
        Assert.Equal(precisionRecall.Baseline, precisionRecall.Points[^1].Precision, 12);
    }).QuickCheckThrowOnFailure();
}
