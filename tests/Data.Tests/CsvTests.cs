using Qiansi.Data.Csv;

namespace Qiansi.Data.Tests;

/// <summary>Tables of separated values.</summary>
public sealed class CsvTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"table-{Guid.NewGuid():N}.csv");

    [Fact]
    public void Columns_are_text_numbers_and_categories()
    {
        var table = Table("length, width,kind\n5.1,3.5,setosa\n-4e-1,,\"virginica, rare\"\n7,3.2,setosa\n");
        Assert.Equal(["length", "width", "kind"], table.Columns);
        Assert.Equal(3, table.Rows);
        Assert.Equal([5.1, -0.4, 7], table.Numbers("length"));
        Assert.Equal([3.5, double.NaN, 3.2], table.Numbers("width"));
        Assert.Equal(["setosa", "virginica, rare", "setosa"], table.Text("kind"));
        var (labels, categories) = table.Categories("kind");
        Assert.Equal([0, 1, 0], labels);
        Assert.Equal(["setosa", "virginica, rare"], categories);
        Assert.Equal(new[,] { { 3.5, 5.1 }, { double.NaN, -0.4 }, { 3.2, 7 } }, table.Matrix("width", "length"));
    }

    [Fact]
    public void Quotes_and_line_breaks_are_part_of_a_value() =>
        Assert.Equal(["he said \"hi\"\nand left", "ünï"], Table("text\n\"he said \"\"hi\"\"\nand left\"\nünï\n").Text("text"));

    [Theory]
    [InlineData("a;b\n1;2\n3;4\n")]
    [InlineData("a\tb\n1\t2\n3\t4\n")]
    [InlineData("\uFEFFa,b\r\n1,2\r\n3,4")]
    public void Separators_are_found_out(string text) => Assert.Equal(new double[,] { { 1, 2 }, { 3, 4 } }, Table(text).Matrix());

    [Fact]
    public void Without_a_header_columns_are_numbered()
    {
        File.WriteAllText(_path, "1,2\n3,4\n");
        var table = CsvTable.Read(_path, hasHeader: false, delimiter: ',');
        Assert.Equal(["column1", "column2"], table.Columns);
        Assert.Equal([2.0, 4], table.Numbers("column2"));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "line 3 has 1 values, and there are 2 columns")]
    [InlineData("a,a\n1,2\n", "two columns are named 'a'")]
    [InlineData("a,b\n1,\"2\n", "line 2")]
    public void What_is_no_table_is_refused_with_its_line(string text, string words)
    {
        var error = Assert.Throws<InvalidDataException>(() => Table(text));
        Assert.StartsWith(_path, error.Message);
        Assert.Contains(words, error.Message);
    }

    [Fact]
    public void What_is_no_number_or_column_is_named()
    {
        var table = Table("a,b\n1,2\n\n3,four\n");
        Assert.Contains("line 4, column 'b': 'four' is no number", Assert.Throws<InvalidDataException>(() => table.Numbers("b")).Message);
        Assert.Contains("no column 'c'; it has a, b", Assert.Throws<ArgumentException>(() => table.Text("c")).Message);
    }

    private CsvTable Table(string text)
    {
        File.WriteAllText(_path, text);
        return CsvTable.Read(_path);
    }

    public void Dispose() => File.Delete(_path);
}
