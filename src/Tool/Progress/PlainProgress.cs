using Qiansi.Documents;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Progress;

/// <summary>One line a cell when it has ended: for logs, files and pipes.</summary>
internal sealed class PlainProgress(TextWriter output) : RunProgress
{
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
    }

    /// <inheritdoc />
    public override void CellInterrupted()
    {
    }

    /// <inheritdoc />
    public override void EndCell(CellReport report)
    {
        Line($"  {ProgressText.Place(report.Number, _count)} {ProgressText.Word(report.Outcome),-ProgressText.OutcomeWidth} "
            + $"{ProgressText.Time(report.Elapsed),9}  {report.Title}");
        if (report.GoesOn || report.Error is null) return;
        foreach (var line in ProgressText.Lines(report.Error)) Line($"      {line}");
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
        output.WriteLine(text);
        output.Flush();
    }
}
