using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Documents.Collecting;

namespace Qiansi.Documents.Tests;

[CollectionDefinition("Memory of collected outputs", DisableParallelization = true)]
public sealed class MeasuresMemory;

[Collection("Memory of collected outputs")]
public sealed class OutputCollectorTests
{
    private readonly NotebookOutputs _outputs = new();
    private readonly Cell _cell = new(CellKind.Code, "") { ExecutionCount = 4 };

    private List<Output> Applied(Action<OutputCollector> run)
    {
        run(_outputs.Collect(_cell));
        _outputs.Apply();
        return _cell.Outputs;
    }

    [Fact]
    public void Neighbouring_text_of_a_stream_joins() => Assert.Equal(
        [("stdout", "ab\n"), ("stderr", "x"), ("stdout", "c")],
        Applied(sink =>
        {
            sink.Write(StandardStream.Output, "a");
            sink.Write(StandardStream.Output, "b\n");
            sink.Write(StandardStream.Output, "");
            sink.Write(StandardStream.Error, "x");
            sink.Write(StandardStream.Output, "c");
        }).Cast<StreamOutput>().Select(o => (o.Name, o.Text)));

    [Fact]
    public void Everything_keeps_its_order()
    {
        var outputs = Applied(sink =>
        {
            sink.Write(StandardStream.Output, "a");
            sink.Display(MimeBundle.Plain("shown"));
            sink.Write(StandardStream.Output, "b");
            sink.Result(MimeBundle.Plain("value"));
            sink.Error(new CellError("E", "m", ["m", "at"]));
        });
        Assert.Equal(["stream", "display_data", "stream", "execute_result", "error"], outputs.Select(o => o.OutputType));
        Assert.Equal(4, ((ResultOutput)outputs[3]).ExecutionCount);
        var error = (ErrorOutput)outputs[4];
        Assert.Equal(("E", "m", 2), (error.Name, error.Message, error.Traceback.Count));
    }

    [Fact]
    public void Displays_are_updated_in_place_across_cells_and_after_the_run()
    {
        var later = new Cell(CellKind.Code, "");
        var first = _outputs.Collect(_cell);
        first.Display(MimeBundle.Plain("0 %"), "progress");
        first.Display(MimeBundle.Plain("other"), "other");
        _outputs.Apply();
        var second = _outputs.Collect(later);
        second.UpdateDisplay(MimeBundle.Plain("50 %"), "progress");
        second.UpdateDisplay(MimeBundle.Plain("lost"), "nobody");
        second.Display(MimeBundle.Plain("100 %"), "progress");
        _outputs.Apply();
        Assert.Equal(["100 %", "other"], _cell.Outputs.Cast<DisplayOutput>().Select(o => o.Data["text/plain"]));
        var shown = Assert.IsType<DisplayOutput>(Assert.Single(later.Outputs));
        Assert.Equal(("100 %", "progress"), (shown.Data["text/plain"], shown.DisplayId));
    }

    [Fact]
    public void Clearing_removes_at_once_or_when_something_follows()
    {
        Assert.Empty(Applied(sink =>
        {
            sink.Write(StandardStream.Output, "a");
            sink.ClearOutput(wait: false);
        }));
        Assert.Single(Applied(sink =>
        {
            sink.Write(StandardStream.Output, "a");
            sink.ClearOutput(wait: true);
        }));
        var kept = Assert.Single(Applied(sink =>
        {
            sink.Display(MimeBundle.Plain("old"), "d");
            sink.ClearOutput(wait: true);
            sink.Write(StandardStream.Output, "new");
            sink.UpdateDisplay(MimeBundle.Plain("gone"), "d");
        }));
        Assert.Equal("new", Assert.IsType<StreamOutput>(kept).Text);
    }

    [Fact]
    public void Ten_million_prints_keep_head_and_tail_and_say_what_was_cut()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var sink = _outputs.Collect(_cell);
        for (var i = 0; i < 10_000_000; i++) sink.Write(StandardStream.Output, i % 2 == 0 ? "line number\n" : "and another\n");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 << 20);
        _outputs.Apply();
        var text = Assert.IsType<StreamOutput>(Assert.Single(_cell.Outputs)).Text;
        Assert.InRange(text.Length, (1 << 20) - 4096, (1 << 20) + 8192);
        var lines = text.Split('\n');
        var notice = Assert.Single(lines, l => l.StartsWith('['));
        Assert.Matches(
            @"^\[… 118,9\d\d,\d\d\d characters in 9,91\d,\d\d\d lines were cut here: the cell put out more than is kept …\]$", notice);
        var cut = long.Parse(notice.Split(' ')[4].Replace(",", ""));
        Assert.InRange(lines.Length - 2 + cut, 10_000_000, 10_000_001); // the line at the head's end may be cut in two
        Assert.EndsWith("and another\n", text);
    }

    [Fact]
    public void Alternating_streams_and_huge_writes_stay_within_bounds()
    {
        var sink = _outputs.Collect(_cell);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 200_000; i++)
        {
            sink.Write(StandardStream.Output, "o");
            sink.Write(StandardStream.Error, "e");
        }

        sink.Write(StandardStream.Output, new string('x', 5_000_000) + "end");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, 32 << 20);
        _outputs.Apply();
        Assert.InRange(_cell.Outputs.Cast<StreamOutput>().Sum(o => o.Text.Length), 1, (1 << 20) + 8192);
        Assert.EndsWith("xend", ((StreamOutput)_cell.Outputs[^1]).Text);
        Assert.Single(_cell.Outputs, o => ((StreamOutput)o).Text.Contains("were cut here"));
    }

    [Fact]
    public void Displays_are_bounded_too()
    {
        var outputs = new NotebookOutputs(new OutputLimits(Displays: 10));
        var sink = outputs.Collect(_cell);
        for (var i = 0; i < 1000; i++) sink.Display(MimeBundle.Plain($"{i}"), $"id{i}");
        sink.UpdateDisplay(MimeBundle.Plain("cut"), "id500");
        outputs.Apply();
        Assert.Equal(["0", "1", "2", "3", "4", "995", "996", "997", "998", "999"],
            _cell.Outputs.OfType<DisplayOutput>().Select(o => o.Data["text/plain"]));
        Assert.Equal("[… 990 displayed values were cut here: the cell put out more than is kept …]\n",
            Assert.IsType<StreamOutput>(_cell.Outputs[5]).Text);
    }

    [Fact]
    public void Many_threads_may_write()
    {
        var sink = _outputs.Collect(_cell);
        Parallel.For(0, 8, t =>
        {
            for (var i = 0; i < 500; i++)
            {
                sink.Write(StandardStream.Output, "x\n");
                sink.Display(MimeBundle.Plain("d"), $"{t}");
            }
        });
        _outputs.Apply();
        Assert.Equal(4000, _cell.Outputs.OfType<StreamOutput>().Sum(o => o.Text.Count(c => c == 'x')));
    }

    [Fact]
    public async Task Asking_for_input_is_refused_with_the_prompt()
    {
        var error = await Assert.ThrowsAsync<InputUnavailableException>(() =>
            _outputs.Collect(_cell).ReadInputAsync("Name?", false, CancellationToken.None));
        Assert.Contains("(\"Name?\")", error.Message);
    }
}
