namespace Qiansi.Evaluation.Tests;

/// <summary>Classes and scores are taken as they lie: arrays of any usual type.</summary>
public sealed class InputTests
{
    [Fact]
    public void ClassesAreIntegersOfAnyWidth()
    {
        ClassLabels longs = new long[] { 2, 0, 1 }, bytes = new byte[] { 2, 0, 1 }, ints = new[] { 2, 0, 1 };
        Assert.Equal([2L, 0, 1], Listed(longs));
        Assert.Equal(Listed(longs), Listed(bytes));
        Assert.Equal(Listed(longs), Listed(ints));
        Assert.Throws<ArgumentException>(() => (ClassLabels)new long[] { -1 });

        static List<long> Listed(ClassLabels labels)
        {
            var list = new List<long>();
            foreach (var label in labels) list.Add(label);
            return list;
        }
    }

    [Fact]
    public void ScoresAreFloatsOrDoubles()
    {
        Scores floats = new[] { 0.5f, 0.25f };
        var list = new List<double>();
        foreach (var score in floats) list.Add(score);
        Assert.Equal([0.5, 0.25], list);
        ClassScores table = new[,] { { 0.5f, 0.25f }, { 0, 1 } };
        Assert.Equal((2, 2, 0.25), (table.Count, table.Classes, table[0, 1]));
    }

    [Fact]
    public void CountsAreReadByClass()
    {
        var matrix = ConfusionMatrix.Of([0, 0, 1], [0, 1, 1]);
        Assert.Equal((1L, 1L, 0L), (matrix[0, 0], matrix[0, 1], matrix[1, 0]));
        Assert.Equal((2L, 1L), (matrix.Support(0), matrix.Support(1)));
    }
}
