using static Qiansi.torch;

namespace Qiansi.Evaluation.Tests;

public sealed class ConfusionMatrixTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void AsTheDefinitionsSay(int problem)
    {
        var golden = Golden.Of("several", problem);
        var matrix = ConfusionMatrix.Of(golden.Classes("actual"), golden.Classes("predicted"));
        Assert.Equal(golden.Table("counts").Cast<double>(), matrix.ToArray().Cast<long>().Select(c => (double)c));
        Assert.Equal(golden.Number("accuracy"), matrix.Accuracy, 12);
        Assert.Equal(golden.Number("kappa"), matrix.Kappa, 12);
        Assert.Equal(golden.Number("mcc"), matrix.Mcc, 12);
        foreach (var (averaging, name) in new[] { (Averaging.Macro, "macro"), (Averaging.Weighted, "weighted") })
        {
            var expected = golden.Numbers(name);
            Assert.Equal(expected[0], matrix.Precision(averaging), 12);
            Assert.Equal(expected[1], matrix.Recall(averaging), 12);
            Assert.Equal(expected[2], matrix.F1(averaging), 12);
        }
    }

    [Fact]
    public void MicroAveragesAreTheAccuracy()
    {
        var golden = Golden.Of("several", 2);
        var matrix = ConfusionMatrix.Of(golden.Classes("actual"), golden.Classes("predicted"));
        Assert.Equal(matrix.Accuracy, matrix.Precision(Averaging.Micro), 12);
        Assert.Equal(matrix.Accuracy, matrix.Recall(Averaging.Micro), 12);
        Assert.Equal(matrix.Accuracy, matrix.FBeta(3, Averaging.Micro), 12);
        Assert.Equal(matrix.Accuracy, matrix.Recall(Averaging.Weighted), 12);
        Assert.Equal(matrix.BalancedAccuracy, matrix.Recall(Averaging.Macro), 12);
    }

    [Fact]
    public void OneAgainstAllOthersAddsUp()
    {
        var golden = Golden.Of("several", 2);
        var (actual, predicted) = (golden.Classes("actual"), golden.Classes("predicted"));
        var matrix = ConfusionMatrix.Of(actual, predicted);
        for (var k = 0; k < matrix.Classes; k++)
        {
            Assert.Equal(BinaryCounts.Of(actual, predicted, k), matrix[k]);
            Assert.Equal(matrix.Total, matrix[k].Total);
        }
    }

    [Fact]
    public void TwoClassesAreTheBinaryCase()
    {
        var matrix = ConfusionMatrix.Of([1, 1, 0, 0, 0, 1], [1, 0, 0, 1, 0, 1]);
        Assert.Equal(matrix[1].Mcc, matrix.Mcc, 12);
        Assert.Equal(matrix[1].Kappa, matrix.Kappa, 12);
        Assert.Equal(matrix[1].BalancedAccuracy, matrix.BalancedAccuracy, 12);
    }

    [Fact]
    public void UndefinedIsToldAndNotZero()
    {
        var matrix = ConfusionMatrix.Of([0, 0, 1, 1], [0, 0, 0, 1], names: ["cat", "dog", "owl"]);
        Assert.True(double.IsNaN(matrix.Precision()));
        Assert.Equal((2 / 3.0 + 1 + 0) / 3, matrix.Precision(whenUndefined: 0), 12);
        Assert.Equal((2 / 3.0 + 1 + 1) / 3, matrix.Precision(whenUndefined: 1), 12);
        Assert.Equal(5 / 6.0, matrix.Precision(Averaging.Weighted), 12);
        Assert.Equal(0.75, matrix.BalancedAccuracy, 12);
        var report = matrix.Report();
        Assert.Equal(["precision of owl is undefined: no sample was taken for owl", "recall of owl is undefined: no sample is owl"],
            report.Undefined);
        Assert.Contains("precision of owl is undefined", report.ToString());
        Assert.Contains("—", report.ToString());
    }

    [Fact]
    public void Prints()
    {
        var matrix = ConfusionMatrix.Of([0, 1, 1, 2], [0, 1, 2, 2]);
        Assert.Equal(
            """
            actual \ predicted 0 1 2
                             0 1 0 0
                             1 0 1 1
                             2 0 0 1
            """, matrix.ToString(), ignoreLineEndingDifferences: true);
        Assert.Equal([("1", "2", 1L)], matrix.Confusions());
    }

    [Fact]
    public void TakesTensors()
    {
        var logits = tensor(new[,] { { 2f, 1, 0 }, { 0f, 1, 2 }, { 0f, 3, 1 } });
        var matrix = ConfusionMatrix.Of(tensor(new long[] { 0, 1, 1 }), logits.argmax(1));
        Assert.Equal([1L, 0, 0, 0, 1, 1, 0, 0, 0], matrix.ToTensor().ToArray<long>());
        Assert.Equal([0.5, 0.5], matrix.Normalized().Cast<double>().Skip(4).Take(2));
    }

    [Fact]
    public void WhatDoesNotFitIsSaid()
    {
        Assert.Contains("3 true classes, but 2", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0, 1, 1], [0, 1])).Message);
        Assert.Contains("sample 1 is -1", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0, -1], [0, 1])).Message);
        Assert.Contains("class 3 occurs", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0, 3], [0, 1], classes: 3)).Message);
        Assert.Contains("say how many classes", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0, 1_000_000], [0, 1])).Message);
        Assert.Contains("argmax(1)", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(zeros(2, 3), zeros(2, 3))).Message);
        Assert.Contains("threshold", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(zeros(2), zeros(2))).Message);
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0], [0], classes: 2, names: ["only"]));
    }

    [Fact]
    public void EmptyIsUndefined()
    {
        var matrix = ConfusionMatrix.Of([], []);
        Assert.All([matrix.Accuracy, matrix.BalancedAccuracy, matrix.Kappa, matrix.Mcc, matrix.Precision(), matrix.F1(Averaging.Micro),
            matrix.Recall(Averaging.Weighted)], rate => Assert.True(double.IsNaN(rate)));
    }
}
