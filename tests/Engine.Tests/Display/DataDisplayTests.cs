using System.Data;
using System.Xml;
using System.Xml.Linq;
using Qiansi.Engine.Display;

namespace Qiansi.Engine.Tests.Display;

/// <summary>Rows, readers, groups and documents, as they stand in lists and alone.</summary>
[Collection(nameof(FormattingPackage))]
public sealed class DataDisplayTests : SessionTest
{
    [Fact]
    public void Rows_of_data_have_their_columns()
    {
        using var table = Table();
        Assert.Equal("index  name  people\n0      Oslo  7\n1      Rome  28", Plain(table.Rows.Cast<DataRow>().ToList()));
        Assert.Equal("index  name  people\n0      Oslo  7", Plain(table.Select("people < 10")));
        Assert.Equal("DataRow\n  name: Oslo\n  people: 7", Plain(table.Rows[0]));
        Assert.Equal("cities\nindex  name  people\n0      Rome  28",
            Plain(new DataView(table, "people > 10", "", DataViewRowState.CurrentRows)));
    }

    [Fact]
    public void A_reader_shows_its_next_rows_and_says_that_they_are_read()
    {
        using var table = Table();
        using var reader = table.CreateDataReader();
        var plain = Plain(reader);
        Assert.StartsWith("DataTableReader\nindex  name  people\n0      Oslo  7\n1      Rome  28\nthe reader stands behind these 2 rows now", plain);
        reader.Close();
        Assert.Equal("DataTableReader (closed)", Plain(reader));
    }

    [Fact]
    public void Groups_show_their_elements()
    {
        Assert.Equal("index  Key  Items\n0      1    [ 1, 3 ]\n1      0    [ 2, 4 ]", Plain(new[] { 1, 2, 3, 4 }.GroupBy(i => i % 2)));
        Assert.Equal("index  Key  Items\n0      a    [ ab, ac ]", Plain(new[] { "ab", "ac" }.ToLookup(t => t[0])));
    }

    [Fact]
    public void Documents_are_their_text()
    {
        Assert.Equal("<a>\n  <b x=\"1\" />\n</a>", Plain(XElement.Parse("<a><b x='1'/></a>")));
        Assert.Equal("<a>\n  <b />\n</a>", Plain(XDocument.Parse("<a><b/></a>")));
        var document = new XmlDocument();
        document.LoadXml("<a><b/></a>");
        Assert.Equal("<a>\n  <b />\n</a>", Plain(document.DocumentElement!));
        Assert.Equal("index  value\n0      <b />\n1      <c />", Plain(XElement.Parse("<a><b/><c/></a>").Elements()));
    }

    [Fact]
    public async Task A_list_with_properties_of_its_own_shows_them()
    {
        await Run("public class Series : List<int> { public string Name { get; set; } public double Mean => this.Average(); public Series Named(string name) { Name = name; return this; } }");
        Assert.Equal("Series\n  Name: loss\n  Mean: 2\n  (items): [ 1, 2, 3 ]", await Run("new Series { 1, 2, 3 }.Named(\"loss\")"));
        Assert.Equal("[ 1, 2 ]", await Run("public class Bare : List<int> { }\nnew Bare { 1, 2 }"));
    }

    [Fact]
    public async Task Tuples_of_the_last_expression_have_the_names_of_the_code()
    {
        Assert.Equal("index  Name  Age\n0      Ada   36", await Run("new List<(string Name, int Age)> { (\"Ada\", 36) }"));
        await Run("var people = new[] { (Name: \"Ada\", Born: 1815) };");
        Assert.Equal("index  Name  Born\n0      Ada   1815", await Run("people"));
        Assert.Equal("index  Name  Length\n0      Ada   3", await Run("people.Select(p => (p.Name, p.Name.Length))"));
        Assert.Equal("(1, 2)", await Run("(A: 1, B: 2)")); // as C# writes it
        Assert.Equal("index  Item1  Item2\n0      1      2", await Run("new[] { (1, 2) }"));
    }

    private static DataTable Table()
    {
        var table = new DataTable("cities");
        table.Columns.Add("name", typeof(string));
        table.Columns.Add("people", typeof(int));
        table.Rows.Add("Oslo", 7);
        table.Rows.Add("Rome", 28);
        return table;
    }

    private static string Plain(object value) => ValueRenderer.Render(value, ["text/plain"])["text/plain"]!.ReplaceLineEndings("\n");
}
