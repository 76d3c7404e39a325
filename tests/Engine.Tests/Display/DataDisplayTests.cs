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
        Assert.StartsWith(
            "DataTableReader\nindex  name  people\n0      Oslo  7\n1      Rome  28\nthe reader stands behind these 2 rows now", plain);
        reader.Close();
        Assert.Equal("DataTableReader (closed)", Plain(reader));
    }

    /// <summary>A reader of a library that does not build on the framework's own classes.</summary>
    private class ForeignReader(IDataReader inner) : IDataReader
    {
        public object this[int i] => inner[i];

        public object this[string name] => inner[name];

        public int Depth => inner.Depth;

        public bool IsClosed => inner.IsClosed;

        public int RecordsAffected => inner.RecordsAffected;

        public int FieldCount => inner.FieldCount;

        public void Close() => inner.Close();

        public void Dispose() => inner.Dispose();

        public bool GetBoolean(int i) => inner.GetBoolean(i);

        public byte GetByte(int i) => inner.GetByte(i);

        public long GetBytes(int i, long from, byte[]? buffer, int at, int length) => inner.GetBytes(i, from, buffer, at, length);

        public char GetChar(int i) => inner.GetChar(i);

        public long GetChars(int i, long from, char[]? buffer, int at, int length) => inner.GetChars(i, from, buffer, at, length);

        public IDataReader GetData(int i) => inner.GetData(i);

        public string GetDataTypeName(int i) => inner.GetDataTypeName(i);

        public DateTime GetDateTime(int i) => inner.GetDateTime(i);

        public decimal GetDecimal(int i) => inner.GetDecimal(i);

        public double GetDouble(int i) => inner.GetDouble(i);

        public Type GetFieldType(int i) => inner.GetFieldType(i);

        public float GetFloat(int i) => inner.GetFloat(i);

        public Guid GetGuid(int i) => inner.GetGuid(i);

        public short GetInt16(int i) => inner.GetInt16(i);

        public int GetInt32(int i) => inner.GetInt32(i);

        public long GetInt64(int i) => inner.GetInt64(i);

        public string GetName(int i) => inner.GetName(i);

        public int GetOrdinal(string name) => inner.GetOrdinal(name);

        public DataTable? GetSchemaTable() => inner.GetSchemaTable();

        public string GetString(int i) => inner.GetString(i);

        public object GetValue(int i) => inner.GetValue(i);

        public int GetValues(object[] values) => inner.GetValues(values);

        public bool IsDBNull(int i) => inner.IsDBNull(i);

        public bool NextResult() => inner.NextResult();

        public bool Read() => inner.Read();
    }

    [Fact]
    public void A_reader_of_any_library_shows_its_rows()
    {
        using var table = Table();
        using var reader = new ForeignReader(table.CreateDataReader());
        Assert.StartsWith("DataDisplayTests.ForeignReader\nindex  name  people\n0      Oslo  7\n1      Rome  28\nthe reader stands behind",
            Plain(reader));
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
        await Run("public class Series : List<int> { public string Name { get; set; } public double Mean => this.Average(); "
            + "public Series Named(string name) { Name = name; return this; } }");
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

    [Fact]
    public async Task Tuples_that_are_displayed_have_the_names_of_the_code()
    {
        await Run("var people = new[] { (Name: \"Ada\", Born: 1815) };");
        Assert.Equal("index  Name  Born\n0      Ada   1815", await Displayed("display(people);"));
        Assert.Equal("index  Name  Born\n0      Ada   1815", await Displayed("people.Display();"));
        Assert.Equal("index  Born  Twice\n0      1815  3630",
            await Displayed("foreach (var i in new[] { 1 }) display(people.Select(p => (p.Born, Twice: p.Born * 2)));"));
        Assert.Equal("index  Name  Born\n0      Ada   1815", await Displayed("void Show() { Kernel.display(people.ToList()); }\nShow();"));
        Assert.Equal("index  Item1  Item2\n0      1      2", await Displayed("display(new[] { (1, 2) });"));
        Assert.Equal("True", await Run("var shown = display(people); object.ReferenceEquals(shown.Value, people)"));
        Assert.Equal("1", await Run("int display(object x) => 1; display(people)"));
    }

    private async Task<string> Displayed(string code)
    {
        var sink = new RecordingSink();
        await Session.ExecuteAsync(code, sink);
        Assert.Null(sink.Failure);
        return Assert.Single(sink.Displays)["text/plain"]!.ReplaceLineEndings("\n");
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
