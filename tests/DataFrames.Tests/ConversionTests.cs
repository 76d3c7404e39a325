using Microsoft.Data.Analysis;
using static Qiansi.torch;

namespace Qiansi.DataFrames.Tests;

public sealed class ConversionTests
{
    public enum Kind { Plain, Special }

    public sealed record Run(string Name, int Seed, double? Loss, Kind Kind = Kind.Plain);

    public sealed class Mark
    {
        public string? Name { get; set; }

        public long Seed { get; set; }
    }

    private static readonly Run[] Runs = [new("sgd", 1, 0.5), new("adam", 2, null, Kind.Special)];

    [Fact]
    public void A_matrix_has_a_column_for_each_of_its_own_and_comes_back()
    {
        var matrix = tensor(new[,] { { 1f, 2f }, { 3f, 4f }, { 5f, 6f } });
        var frame = matrix.ToDataFrame("a", "b");
        Assert.Equal(["a", "b"], frame.Columns.Select(c => c.Name));
        Assert.IsType<SingleDataFrameColumn>(frame["b"]);
        Assert.Equal(6f, frame["b"][2]);
        Assert.True(frame.ToTensor().equal(matrix));
        Assert.Equal(ScalarType.Float32, frame.ToTensor().dtype);
        Assert.Equal(["c0", "c1"], matrix.t().t().ToDataFrame().Columns.Select(c => c.Name));
    }

    [Fact]
    public void A_vector_is_one_column_of_its_type()
    {
        var frame = tensor(new long[] { 7, 8 }).ToDataFrame();
        Assert.Equal(8L, frame["value"][1]);
        Assert.Equal([2L, 1L], frame.ToTensor().shape);
        Assert.Equal(ScalarType.Int64, frame.ToTensor().dtype);
    }

    [Fact]
    public void Objects_are_rows_and_come_back()
    {
        var frame = Runs.ToDataFrame();
        Assert.Equal(["Name", "Seed", "Loss", "Kind"], frame.Columns.Select(c => c.Name));
        Assert.Equal(1, frame["Loss"].NullCount);
        Assert.Equal(Runs, frame.ToRecords<Run>());
        Assert.Equal(("adam", 2L), frame.ToRecords<Mark>().Select(m => (m.Name!, m.Seed)).Last());
    }

    [Fact]
    public void What_is_missing_is_no_number_and_types_widen()
    {
        var numbers = Runs.ToDataFrame().ToTensor("Loss", "Seed");
        Assert.Equal(ScalarType.Float64, numbers.dtype);
        Assert.Equal([0.5, 1, double.NaN, 2], numbers.reshape(-1).ToArray<double>());
    }

    [Fact]
    public void Mistakes_say_what_to_write()
    {
        var frame = Runs.ToDataFrame();
        Assert.Contains("column 'Name' holds String", Assert.Throws<ArgumentException>(() => frame.ToTensor()).Message);
        Assert.Contains("no column 'loss'; it has Name, Seed", Assert.Throws<ArgumentException>(() => frame.ToTensor("loss")).Message);
        Assert.Contains("shape is (1, 1, 1)", Assert.Throws<ArgumentException>(() => zeros(1, 1, 1).ToDataFrame()).Message);
        Assert.Contains("2 names for 1 columns", Assert.Throws<ArgumentException>(() => zeros(1, 1).ToDataFrame("a", "b")).Message);
        Assert.Contains("needs Seed", Assert.Throws<ArgumentException>(
            () => new DataFrame(new StringDataFrameColumn("Name", ["a"])).ToRecords<Run>()).Message);
        frame["Seed"][0] = null;
        Assert.Contains("Seed of row 0 is missing", Assert.Throws<ArgumentException>(() => frame.ToRecords<Run>()).Message);
    }
}
