using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Analysis;
using Qiansi.Contracts;
using Qiansi.Engine;
using static Qiansi.torch;

namespace Qiansi.SqlCells.Tests;

/// <summary>Cells in SQL: results, variables of the session, parameters, files, errors, interrupts, completion.</summary>
public sealed class CellTests : IDisposable
{
    private readonly Session _session = new();
    private RecordingSink _last = new();

    // Its packages are the test program's, which only C# has to be told of.
    public CellTests()
    {
        new SqlCellsExtension().RegisterAsync(_session).GetAwaiter().GetResult();
        _session.ExecuteAsync($"#r \"{typeof(DataFrame).Assembly.Location}\"", _last).GetAwaiter().GetResult();
    }

    public void Dispose() => _session.Dispose();

    private async Task<CellStatus> RunAsync(string cell)
    {
        _last = new();
        return await _session.ExecuteAsync(cell, _last);
    }

    /// <summary>The result of a query, a line for each row.</summary>
    private async Task<string> Rows(string sql)
    {
        Assert.True(await RunAsync($"#!sql --name result\n{sql}") == CellStatus.Ok, _last.Failure?.Message);
        return string.Join('\n', Frame("result").Rows.Select(r => string.Join(',', r.Select(Text))));

        static string Text(object? value) => value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }

    private DataFrame Frame(string name) =>
        Assert.IsType<DataFrame>(_session.FindLanguage("csharp")!.Values.Single(v => v.Name == name).Value);

    private Task Give(string name, object value) => _session.FindLanguage("sql")!.SetValueAsync(name, value, value.GetType());

    [Fact]
    public async Task Statements_of_a_cell_run_in_order_and_say_what_they_did()
    {
        Assert.Equal(CellStatus.Ok, await RunAsync("""
            #!sql
            -- two tables; the second as a query
            create table t(a int, b varchar);
            insert into t values (1, 'x;y'), (2, null), (3, $$z$$);
            update t set a = a + 10 where a = 1;
            select a, b from t order by a;
            """));
        Assert.Equal(["3 rows changed", "1 row changed"], _last.Displays.Take(2).Select(d => d["text/plain"]));
        Assert.Contains("x;y", _last.Displays[2]["text/plain"]);
        Assert.Equal(3, _last.Displays.Count);
        Assert.Equal("2,null\n3,z\n11,x;y", await Rows("select * from t order by a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-- only words\n/* and more; */ ;")]
    public async Task A_cell_without_statements_is_no_error(string sql)
    {
        Assert.Equal(CellStatus.Ok, await RunAsync($"#!sql\n{sql}"));
        Assert.Empty(_last.Displays);
    }

    [Fact]
    public async Task Variables_of_csharp_are_tables_and_are_read_anew()
    {
        Assert.Equal(CellStatus.Ok, await RunAsync("""
            record Person(string Name, int? Age, DayOfWeek Free);
            var people = new List<Person> { new("Ada", 36, DayOfWeek.Friday), new("Kurt", null, DayOfWeek.Sunday) };
            var numbers = new[] { 3, 1, 2 };
            """));
        Assert.Equal("Ada,36,Friday\nKurt,null,Sunday", await Rows("select * from people"));
        Assert.Equal("6", await Rows("select sum(value) from numbers"));
        Assert.Equal(CellStatus.Ok, await RunAsync("people.Add(new(\"Emmy\", 53, DayOfWeek.Monday)); numbers = [4];"));
        Assert.Equal("2,44.5", await Rows("select count(Age), avg(p.age) from people p"));
        Assert.Equal("4", await Rows("select value from numbers"));
        Assert.Equal(CellStatus.Ok, await RunAsync("var numbers = new[] { (1, \"one\"), (2, \"two\") };"));
        Assert.Equal("2,two", await Rows("select * from numbers where Item1 = 2"));
    }

    [Fact]
    public async Task A_table_of_the_database_goes_before_a_variable_of_its_name()
    {
        Assert.Equal(CellStatus.Ok, await RunAsync("#!sql\ncreate table marks as select 5 as mark"));
        Assert.Equal(CellStatus.Ok, await RunAsync("var marks = new[] { 1, 2 };"));
        Assert.Equal("5", await Rows("select * from marks"));
    }

    [Fact]
    public async Task Frames_tables_and_tensors_are_tables()
    {
        var table = new DataTable { Columns = { { "n", typeof(int) }, { "when", typeof(DateTime) } } };
        table.Rows.Add(1, new DateTime(2026, 1, 2));
        table.Rows.Add(2, DBNull.Value);
        await Give("table_", table);
        await Give("frame", new DataFrame(new DoubleDataFrameColumn("x", [1.5, null]), new StringDataFrameColumn("s", ["a", "b"])));
        await Give("matrix", tensor(new[,] { { 1f, 2 }, { 3, 4 } }).t());
        await Give("ids", tensor(new long[] { 7, 8 }));
        Assert.Equal("1,01/02/2026 00:00:00\n2,null", await Rows("select * from table_"));
        Assert.Equal("b,null\na,1.5", await Rows("select s, x from frame order by s desc"));
        Assert.Equal("0,1,3\n1,2,4", await Rows("select * from matrix"));
        Assert.Equal("1,8", await Rows("select * from ids where value > 7"));
    }

    [Fact]
    public async Task A_name_that_the_notebook_takes_for_a_table_is_no_variable_from_then_on()
    {
        await RunAsync("var made = new[] { 1, 2, 3 };");
        Assert.Equal("6", await Rows("select sum(value) from made"));
        Assert.Equal("42", await Rows("create table made as select 42 as a; select * from made"));
        Assert.Equal("43\n42", await Rows("insert into made values (43); select * from made order by a desc"));
        Assert.Equal("6", await Rows("drop table if exists made; select sum(value) from made"));
        Assert.Equal("7", await Rows("create or replace temp table made as select 7 as a; select * from made"));
    }

    [Fact]
    public async Task What_a_variable_is_now_is_read_in_any_case_and_through_views()
    {
        await RunAsync("var xs = new[] { 1, 2 };");
        Assert.Equal("3", await Rows("create view seen as select sum(value) from xs; select * from seen"));
        await RunAsync("xs = [4, 5];");
        Assert.Equal("9", await Rows("select * from seen"));
        Assert.Equal("4\n5", await Rows("select * from XS"));
        await RunAsync("var Xs = new[] { 6 };");
        Assert.Equal(CellStatus.Error, await RunAsync("#!sql\nselect * from xs, Xs"));
        Assert.Contains("'xs' and 'Xs' are one name in SQL", _last.Failure!.Message);
        await RunAsync("xs = null;");
        Assert.Equal(CellStatus.Error, await RunAsync("#!sql\nselect * from xs"));
        Assert.Contains("the variable 'xs' has no value now that can be read as a table", _last.Failure!.Message);
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_keeps_variables()
    {
        await RunAsync("var tx = new[] { 1, 2 };");
        Assert.Equal("3", await Rows("begin; select sum(value) from tx"));
        Assert.Equal("3", await Rows("rollback; select sum(value) from tx"));
    }

    [Fact]
    public async Task Variables_do_not_disturb_functions_aliases_and_columns()
    {
        await RunAsync("""
            int[] count = [7]; int[] range = [8];
            var data = new[] { new { X = 1, x = 2 } };
            IEnumerable<object> Broken() { yield return 1; throw new InvalidOperationException("at once"); }
            var broken = Broken();
            """);
        Assert.Equal("2,3", await Rows("select count(*) as data, max(range) + 2 as broken from range(2)"));
        Assert.Equal("7", await Rows("select value from count"));
        Assert.Equal("1,2", await Rows("select X, x_1 from data"));
    }

    [Fact]
    public async Task A_join_has_all_its_columns_and_an_explanation_is_whole()
    {
        Assert.Equal("1,1", await Rows("select * from (select 1 as v) a join (select 1 as v) b on a.v = b.v"));
        Assert.Equal(["v", "v_1"], Frame("result").Columns.Select(c => c.Name));
        Assert.Equal(CellStatus.Ok, await RunAsync("#!sql\nexplain select * from range(3)"));
        Assert.Contains("PROJECTION", _last.Displays.Single()["text/plain"]!.Replace("RANGE", "PROJECTION", StringComparison.Ordinal));
        Assert.True(_last.Displays.Single()["text/plain"]!.Split('\n').Length > 5);
    }

    [Fact]
    public async Task Rows_may_be_dictionaries_and_what_is_no_table_says_so()
    {
        await RunAsync("""
            var maps = new[] { new Dictionary<string, object> { ["a"] = 1, ["b"] = "x" }, new Dictionary<string, object> { ["a"] = 2 } };
            var mixed = new List<object> { 1, "zwei" };
            int[][] jagged = [[1], [2, 3]];
            class Sick { public int A => throw new FormatException("as planned"); }
            var sick = new[] { new Sick() };
            """);
        Assert.Equal("1,x\n2,null", await Rows("select * from maps"));
        Assert.Equal("1\nzwei", await Rows("select * from mixed"));
        Assert.Equal(CellStatus.Error, await RunAsync("#!sql\nselect * from jagged"));
        Assert.Contains("The variable 'jagged' is a System.Int32[][]; tables are collections of objects", _last.Failure!.Message);
        Assert.Equal(CellStatus.Error, await RunAsync("#!sql\nselect * from sick"));
        Assert.Contains("as planned", _last.Failure!.Message);
        Assert.Equal(CellStatus.Error, await RunAsync("#!sql --name 1x\ncreate table never as select 1"));
        Assert.Contains("--name 1x cannot be the name of a variable", _last.Failure!.Message);
        Assert.Equal("0", await Rows("select count(*) from duckdb_tables() where table_name = 'never'"));
    }

    [Fact]
    public async Task Parameters_are_variables_of_the_session()
    {
        await RunAsync("var least = 2; var word = \"it's\";");
        Assert.Equal("2,it's\n3,it's", await Rows("select i, $word from range(4) r(i) where i >= $least"));
        Assert.Equal("$least '$least'", await Rows("select '$least ''$least'''"));

        Assert.Equal(CellStatus.Error, await RunAsync("#!sql\nselect 1;\nselect $mising"));
        Assert.Equal("Cell 5 (3,8): $mising: no variable of the session has this name.", _last.Failure!.Message);
    }

    [Fact]
    public async Task At_signs_are_refused_before_anything_is_changed()
    {
        await RunAsync("#!sql\ncreate table t as select 1 as id union all select 2");
        await RunAsync("var id = 1;");
        Assert.Equal(CellStatus.Error, await RunAsync("#!sql\ndelete from t where id = @id"));
        Assert.Contains("(2,26): @id is the absolute value of a column in DuckDB, no parameter: write $id", _last.Failure!.Message);
        Assert.Equal("2", await Rows("select count(*) from t"));
    }

    [Theory]
    [InlineData("select 1;\n\nselect\n  nope(1)", 4, 3, "Catalog Error")]
    [InlineData("select 1;\nselec 1", 2, 1, "Parser Error")]
    [InlineData("select * from missing", 1, 15, "Catalog Error")]
    [InlineData("select 1; insert into missing values (1)", 1, 11, "Catalog Error")]
    [InlineData("select cast('x' as int)", 1, 8, "Conversion Error")]
    [InlineData("select '中中中', nix from range(3)", 1, 15, "Binder Error")]
    public async Task Errors_have_the_cells_own_line_and_column(string sql, int line, int column, string kind)
    {
        Assert.Equal(CellStatus.Error, await RunAsync($"#!sql\n{sql}"));
        Assert.Equal(kind, _last.Failure!.Name);
        Assert.StartsWith($"Cell 2 ({line + 1},{column}): {kind}: ", _last.Failure.Message);
        Assert.DoesNotContain("LINE", _last.Failure.Message);
    }

    [Fact]
    public async Task What_a_data_frame_cannot_hold_is_text_or_an_error_with_a_way_out()
    {
        Assert.Equal("[1, 2],{a: 1, b: x},0x6162,1180591620717411303424,18446744073709551615,01/02/2026 00:00:00", await Rows(
            "select [1, 2], {'a': 1, 'b': 'x'}, 'ab'::blob, 1::hugeint << 70, 18446744073709551615::ubigint, date '2026-01-02'"));
        Assert.Equal(CellStatus.Error, await RunAsync("#!sql\nselect interval '2 months' as span"));
        Assert.Matches(@"Column span, row 1: this Interval is no value of \.NET .*; write span::varchar", _last.Failure!.Message);
        Assert.Equal("2 months", await Rows("select (interval '2 months')::varchar"));
    }

    [Fact]
    public async Task Files_lie_beside_the_notebook_and_databases_are_kept_in_them()
    {
        using var folder = new TemporaryFolder();
        using var session = new Session(folder.Folder);
        await new SqlCellsExtension().RegisterAsync(session);
        await File.WriteAllTextAsync(folder["marks.csv"], "name,mark\nAda,1\nKurt,2\n", TestContext.Current.CancellationToken);
        var sink = new RecordingSink();
        Assert.True(CellStatus.Ok == await session.ExecuteAsync(
            $"#!sql --connection marks.duckdb\ncreate table marks as select * from 'marks.csv'; copy marks to '{folder["marks.parquet"]}'",
            sink), sink.Failure?.Message);
        session.Dispose();

        Assert.Equal("2", await Rows($"select count(*) from '{folder.Folder}/marks.parquet'"));
        Assert.Equal(CellStatus.Ok,
            await RunAsync($"#!sql --connection \"{folder["marks.duckdb"]}\" --name kept\nselect sum(mark) as sum from marks"));
        Assert.Equal(3L, Frame("kept")["sum"][0]);
        await File.WriteAllTextAsync(folder["notes.txt"], new string('a', 20_000), TestContext.Current.CancellationToken);
        Assert.Equal(CellStatus.Error, await RunAsync($"#!sql --connection \"{folder["notes.txt"]}\"\nselect 1"));
        Assert.Contains("cannot be opened as a DuckDB database", _last.Failure!.Message);
    }

    [Fact]
    public async Task The_example_of_the_README_runs()
    {
        var file = Path.Combine(Repository.Folder, "kernel-extensions", "Sql", "README.md");
        var cells = Regex.Matches(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "```(csharp|sql)\n(.*?)```",
            RegexOptions.Singleline);
        Assert.Equal(CellStatus.Ok, await RunAsync(cells[0].Groups[2].Value));
        var query = cells[1].Groups[2].Value.Replace("#!sql", "", StringComparison.Ordinal);
        Assert.Equal("adam,0.33\nsgd,0.41", await Rows($"select Optimizer, round(mean, 9) from ({query})"));
    }

    [Fact]
    public async Task A_name_without_a_result_is_an_error()
    {
        Assert.Equal(CellStatus.Error, await RunAsync("#!sql --name kept\ncreate table t(a int)"));
        Assert.Equal("#!sql: --name kept keeps a result, and no statement of the cell has one.", _last.Failure!.Message);
    }

    [Fact]
    public async Task A_long_query_is_interrupted_and_the_tables_stay()
    {
        await RunAsync("#!sql\ncreate table t as select 1 as a");
        var sink = new RecordingSink();
        var cell = _session.ExecuteAsync(
            "Console.Write(\"in\");\n#!sql\nselect count(*) from range(100000000000) where random() > 2", sink);
        await sink.When(s => s.Streams == "in");
        Assert.True(_session.Interrupt());
        Assert.Equal(CellStatus.Interrupted, await cell.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal("1", await Rows("select * from t"));
    }

    [Fact]
    public async Task An_error_in_the_sessions_own_code_is_told()
    {
        await RunAsync("""
            IEnumerable<int> Broken() { yield return 1; throw new InvalidOperationException("as planned"); }
            var broken = Broken();
            """);
        Assert.Equal(CellStatus.Error, await RunAsync("#!sql\nselect * from broken"));
        Assert.Contains("as planned", _last.Failure!.Message);
    }

    [Theory]
    [InlineData("sel|", "select")]
    [InlineData("select na| from people", "Name")]
    [InlineData("select p from peo|", "people")]
    [InlineData("select people.| from people", "Name", "Age")]
    [InlineData("select mark| from marks", "marks", "mark")]
    [InlineData("select 'sel|'")]
    public async Task Completion_knows_tables_columns_variables_and_keywords(string marked, params string[] expected)
    {
        await RunAsync("""
            var people = new[] { new { Name = "Ada", Age = 36 } };
            IEnumerable<object> Endless() { while (true) yield return 1; }
            var endless = Endless();
            """);
        await RunAsync("#!sql\ncreate table marks(mark int)");
        var position = marked.IndexOf('|');
        var list = await _session.FindLanguage("sql")!
            .CompleteAsync(marked.Remove(position, 1), position, TestContext.Current.CancellationToken);
        Assert.Equal(expected, list.Items.Select(i => i.Text));
    }
}
