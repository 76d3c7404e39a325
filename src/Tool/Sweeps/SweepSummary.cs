using Qiansi.Documents;
using Qiansi.Teaching.Sweeps;
using Qiansi.Tool.Reports;

namespace Qiansi.Tool.Sweeps;

/// <summary>Collects what the runs of a sweep left: table, page and report.</summary>
internal static class SweepSummary
{
    /// <summary>Writes <c>results.csv</c> and <c>index.html</c>, and the report where one is wanted.</summary>
    /// <returns>The exit code: the gravest of the runs that have ended.</returns>
    /// <exception cref="DocumentException">A file cannot be written.</exception>
    public static int Write(SweepFolder folder, IReadOnlyDictionary<int, string> states, string? report, TextWriter output)
    {
        var results = SweepResults.Read(folder.Path).With(states);
        ResultsFile.Write(folder.Results, results);
        SweepPage.Write(folder, results);
        if (report is not null)
            JUnitReport.Merge(report, results.Rows.Select(r => folder.Of(r.Run, ".xml")).Where(File.Exists));
        var counts = results.Rows.GroupBy(r => r.Status).Select(g => $"{g.Count()} {g.Key}");
        output.WriteLine($"{results.Rows.Count} {(results.Rows.Count == 1 ? "run" : "runs")}: {string.Join(", ", counts)}");
        foreach (var file in (string?[])[folder.Results, folder.Page, report])
            if (file is not null) output.WriteLine($"Wrote {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
        return ExitCode.Gravest(results.Rows.Select(r => RunOutcome.CodeOf(r.Status)));
    }
}
