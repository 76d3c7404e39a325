using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Qiansi.Documents;

namespace Qiansi.Documents.Tests;

public sealed class RoundTripProperties
{
    private static Notebook Read(byte[] bytes, NotebookFormat format = NotebookFormat.Ipynb) => Notebook.Parse(bytes, format, "random");

    private static void Check<T>(Gen<T> gen, Func<T, bool> property) =>
        Prop.ForAll(gen.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(30).WithReplay(2026, 101));

    [Fact]
    public void A_notebook_written_and_read_is_the_same() => Check(Arbitrary.Notebook, notebook =>
    {
        var again = Read(notebook.ToBytes(NotebookFormat.Ipynb));
        foreach (var (name, value) in notebook.Metadata) Assert.Equal(Spelled(value), Spelled(again.Metadata[name]));
        Assert.Equal(notebook.Cells.Select(Describe), again.Cells.Select(Describe));
        return true;
    });

    [Fact]
    public void Bytes_read_and_written_are_the_same_in_any_layout() => Check(Gen.Zip(Arbitrary.Notebook, Gen.Choose(0, int.MaxValue)), p =>
    {
        var text = Encoding.UTF8.GetString(p.Item1.ToBytes(NotebookFormat.Ipynb));
        var bytes = Encoding.UTF8.GetBytes(Arbitrary.Shake(text, p.Item2));
        Assert.Equal(bytes, Read(bytes).ToBytes(NotebookFormat.Ipynb));
        return true;
    });

    [Fact]
    public void Editing_one_cell_leaves_every_byte_outside_it_alone() => Check(
        Arbitrary.Zip(Arbitrary.Notebook.Where(n => n.Cells.Count > 1), Arbitrary.Text, Gen.Choose(0, int.MaxValue)),
        p =>
        {
            var text = Encoding.UTF8.GetString(p.Item1.ToBytes(NotebookFormat.Ipynb));
            var before = Read(Encoding.UTF8.GetBytes(Arbitrary.Shake(text, p.Item3)));
            var index = p.Item3 % before.Cells.Count;
            var span = before.Cells[index].Origin!;
            before.Cells[index].Source += "!" + p.Item2;
            before.Cells[index].Metadata["edited"] = p.Item2;
            var after = before.ToBytes(NotebookFormat.Ipynb);
            Assert.True(after.AsSpan().StartsWith(span.File.AsSpan(0, span.Start)), "what stands before the cell");
            Assert.True(after.AsSpan().EndsWith(span.File.AsSpan(span.End)), "what stands after the cell");
            Assert.Equal(before.Cells.Select(Describe), Read(after).Cells.Select(Describe));
            return true;
        });

    [Fact]
    public void Any_change_of_the_cell_list_is_written_as_made() =>
        Check(Arbitrary.Zip(Arbitrary.Notebook, Arbitrary.Notebook, Gen.Choose(0, int.MaxValue)), p =>
        {
            var first =
                Read(Encoding.UTF8.GetBytes(Arbitrary.Shake(Encoding.UTF8.GetString(p.Item1.ToBytes(NotebookFormat.Ipynb)), p.Item3)));
            var second = Read(p.Item2.ToBytes(NotebookFormat.Ipynb));
            var random = new Random(p.Item3);
            first.Cells.AddRange(second.Cells);
            var mixed = first.Cells.Where(_ => random.Next(4) > 0).OrderBy(_ => random.Next()).ToList();
            first.Cells.Clear();
            first.Cells.AddRange(mixed);
            Assert.Equal(mixed.Select(Describe), Read(first.ToBytes(NotebookFormat.Ipynb)).Cells.Select(Describe));
            return true;
        });

    [Fact]
    public void A_dib_written_and_read_is_the_same() => Check(Arbitrary.DibNotebook, notebook =>
    {
        var again = Read(notebook.ToBytes(NotebookFormat.Dib), NotebookFormat.Dib);
        Assert.Equal(notebook.Cells.Select(c => (c.Kind, c.Language, c.Source)), again.Cells.Select(c => (c.Kind, c.Language, c.Source)));
        return true;
    });

    [Fact]
    public void Any_text_is_a_dib_that_is_written_back_as_it_was() => Check(Arbitrary.Text.ArrayOf(), lines =>
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines.Where(l => !l.Contains("#!meta", StringComparison.Ordinal))));
        var notebook = Read(bytes, NotebookFormat.Dib);
        Assert.Equal(bytes, notebook.ToBytes(NotebookFormat.Dib));
        return true;
    });

    [Fact]
    public void Editing_a_dib_cell_changes_that_cell_only() =>
        Check(Arbitrary.Zip(Arbitrary.Text.ArrayOf(), Arbitrary.DibText, Gen.Choose(0, 99)), p =>
        {
            var bytes = Encoding.UTF8.GetBytes(
                string.Join("\n#!html\n", p.Item1.Where(l => !l.Contains("#!meta", StringComparison.Ordinal)).Prepend("#!csharp\nfirst")));
            var notebook = Read(bytes, NotebookFormat.Dib);
            var cell = notebook.Cells[p.Item3 % notebook.Cells.Count];
            cell.Source = p.Item2;
            var again = Read(notebook.ToBytes(NotebookFormat.Dib), NotebookFormat.Dib);
            Assert.Equal(notebook.Cells.Select(c => (c.Kind, c.Language, c.Source)),
                again.Cells.Select(c => (c.Kind, c.Language, c.Source)));
            return true;
        });

    /// <summary>Everything a cell says, numbers by their spelling, members in the order of their names.</summary>
    private static string Describe(Cell cell) => string.Join('|',
        cell.Kind, cell.Id, Spelled(cell.Source), Spelled(cell.Metadata), Spelled(cell.Attachments), cell.ExecutionCount,
        string.Join('|', cell.Outputs.Select(Describe)));

    private static string Describe(Output output) => output switch
    {
        StreamOutput s => $"{s.Name}:{Spelled(s.Text)}",
        ErrorOutput e => string.Join(':', [e.Name, e.Message, .. e.Traceback]),
        DataOutput d =>
            $"{d.OutputType}:{(d as ResultOutput)?.ExecutionCount}:{Spelled(d.Metadata)}:"
            + string.Join(':', d.Data
                .Select(m => m.Key + (m.Key == "application/json" ? Spelled(JsonNode.Parse(m.Value)) : Spelled(m.Value)))
                .Order(StringComparer.Ordinal)),
        _ => throw new InvalidOperationException(output.OutputType),
    };

    private static string Spelled(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject o => "{" + string.Join(',', o.Select(m => Spelled(m.Key) + Spelled(m.Value)).Order(StringComparer.Ordinal)) + "}",
        JsonArray a => "[" + string.Join(',', a.Select(Spelled)) + "]",
        JsonValue v when v.TryGetValue(out string? text) => Spelled(text),
        _ => node.ToJsonString(),
    };

    /// <summary>Text as its UTF-16 units, so that surrogates without a partner count too.</summary>
    private static string Spelled(string text) =>
        string.Concat(text.Select(c => c is > ' ' and < '\x7f' ? c.ToString() : $"\\{(int)c:x4}"));
}
