using Qiansi.Documents;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Progress;

/// <summary>One line a cell when it has ended: for logs, files and pipes.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="isLog">Whether to say when a cell begins, and what it prints, as it comes.</param>
internal sealed class PlainProgress(TextWriter output, bool isLog = false) : RunProgress
{
    private const string Indent = "      ";

    private readonly Lock _gate = new();
    private readonly LineCutter _printed = new();
    private int _count;

    /// <inheritdoc />
    public override void Begin(string path, int cellCount)
    {
        _count = cellCount;
        Line(path);
    }

    /// <inheritdoc />
    public override void BeginCell(int number, Cell cell)
    {
        if (isLog) Line($"  {ProgressText.Place(number, _count)} {DateTime.Now:HH:mm:ss}  {CellTitle.Of(cell)}");
    }

    /// <inheritdoc />
    public override void Printed(string text)
    {
        if (!isLog) return;
        lock (_gate)
            foreach (var line in _printed.Add(text)) Line(Indent + line);
    }

    /// <inheritdoc />
    public override void CellInterrupted()
    {
    }

    /// <inheritdoc />
    public override void EndCell(CellReport report)
    {
        lock (_gate)
            if (_printed.End() is { } rest) Line(Indent + rest);
        Line($"  {ProgressText.Place(report.Number, _count)} {ProgressText.Word(report.Outcome),-ProgressText.OutcomeWidth} "
            + $"{ProgressText.Time(report.Elapsed),9}  {report.Title}");
        if (report.GoesOn || report.Error is null) return;
        foreach (var line in ProgressText.Lines(report.Error)) Line(Indent + line);
    }

    /// <inheritdoc />
    public override void End(NotebookReport report)
    {
        if (ProgressText.Failure(report) is { } failure) Line(failure);
        if (report.Cells.Count > 0 || report.Failure is null) Line($"{report.Path}: {ProgressText.Counts(report)}");
        foreach (var file in report.Written) Line($"Wrote {file}");
    }

    /// <inheritdoc />
    public override void Summarize(IReadOnlyList<NotebookReport> reports, int planned)
    {
        if (ProgressText.Summary(reports, planned) is { } summary) Line(summary);
    }

    private void Line(string text)
    {
        lock (_gate)
        {
            output.WriteLine(text);
            output.Flush();
        }
    }
}
