using Qiansi.Documents;
using Qiansi.Tool.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Qiansi.Tool.Progress;

/// <summary>A line a cell that has ended and, below, a live line for the one that runs.</summary>
internal sealed class TerminalProgress(IAnsiConsole console, bool canAsk) : RunProgress
{
    private readonly Lock _gate = new();
    private LiveLine? _live;
    private int _count;
    private bool _interrupted;

    /// <inheritdoc />
    public override void Begin(string path, int cellCount)
    {
        _count = cellCount;
        console.Write(new Spectre.Console.Text(path + "\n", new Style(decoration: Decoration.Bold)));
        Live("starting the kernel");
    }

    /// <inheritdoc />
    public override void BeginCell(int number, Cell cell)
    {
        _interrupted = false;
        Live($"{ProgressText.Place(number, _count)} {CellTitle.Of(cell)}");
    }

    /// <inheritdoc />
    public override void CellInterrupted()
    {
        lock (_gate)
        {
            if (_interrupted) return;
            _interrupted = true;
            _live?.Note("interrupting; Ctrl+C again to stop at once");
        }
    }

    /// <inheritdoc />
    public override void EndCell(CellReport report)
    {
        EndLive();
        var head = $"  {ProgressText.Place(report.Number, _count)} ";
        var word = ProgressText.Word(report.Outcome).PadRight(ProgressText.OutcomeWidth);
        var time = $" {ProgressText.Time(report.Elapsed),9}  ";
        var room = Math.Max(10, console.Profile.Width - head.Length - word.Length - time.Length - 1);
        Write(head, Style.Plain);
        Write(word, StyleOf(report.Outcome));
        Write(time, new Style(decoration: Decoration.Dim));
        Write(LiveLine.Fit(report.Title, room) + "\n", Style.Plain);
        if (report.GoesOn || report.Error is null) return;
        var style = new Style(Color.Red);
        foreach (var line in ProgressText.Lines(report.Error))
        {
            Write($"      {line}\n", style);
            style = new Style(decoration: Decoration.Dim);
        }
    }

    /// <inheritdoc />
    public override void End(NotebookReport report)
    {
        EndLive();
        if (ProgressText.Failure(report) is { } failure) Write(failure + "\n", new Style(Color.Red));
        if (report.Cells.Count > 0 || report.Failure is null)
            Write($"{report.Path}: {ProgressText.Counts(report)}\n", new Style(report.ExitCode == 0 ? Color.Green : Color.Red));
        foreach (var file in report.Written) Write($"Wrote {file}\n", Style.Plain);
    }

    /// <inheritdoc />
    public override void Summarize(IReadOnlyList<NotebookReport> reports, int planned)
    {
        if (ProgressText.Summary(reports, planned) is { } summary) Write(summary + "\n", new Style(decoration: Decoration.Bold));
    }

    /// <inheritdoc />
    public override async Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation)
    {
        if (!canAsk) return await base.AskAsync(prompt, password, cancellation);
        var live = _live;
        live?.Pause();
        try
        {
            var question = new TextPrompt<string>(Markup.Escape(prompt.Length > 0 ? prompt.TrimEnd() : ">"))
            {
                AllowEmpty = true,
                IsSecret = password
            };
            return await question.ShowAsync(console, cancellation);
        }
        finally
        {
            live?.Resume();
        }
    }

    private void Live(string text)
    {
        EndLive();
        lock (_gate) _live = new LiveLine(console, text);
    }

    private void EndLive()
    {
        lock (_gate)
        {
            _live?.Dispose();
            _live = null;
        }
    }

    // Text and not markup: a cell's brackets mean nothing here.
    private void Write(string text, Style style) => console.Write(new UnwrappedText(text, style));

    private static Style StyleOf(CellOutcome outcome) => outcome switch
    {
        CellOutcome.Ok or CellOutcome.FailedAsTagged => new Style(Color.Green),
        CellOutcome.Skipped or CellOutcome.NotRun => new Style(decoration: Decoration.Dim),
        _ => new Style(Color.Red, decoration: Decoration.Bold),
    };

    /// <summary>Text that the terminal may break, not we: a copied error stays one line.</summary>
    private sealed class UnwrappedText(string text, Style style) : Renderable
    {
        protected override IEnumerable<Segment> Render(Spectre.Console.Rendering.RenderOptions options, int maxWidth)
        {
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0) yield return Segment.LineBreak;
                if (lines[i].Length > 0) yield return new Segment(lines[i], style);
            }
        }
    }
}
