using System.Globalization;
using System.Text;
using Qiansi.Publishing;
using Qiansi.Teaching.Sweeps;

namespace Qiansi.Tool.Sweeps;

/// <summary>The results of a sweep as <c>results.csv</c> (RFC 4180): a line a run.</summary>
internal static class ResultsFile
{
    /// <summary>Writes it.</summary>
    /// <exception cref="Documents.DocumentException">It cannot be written.</exception>
    public static void Write(string path, SweepResults results) => OutputFile.Write(path, Of(results));

    /// <summary>Its text.</summary>
    public static string Of(SweepResults results)
    {
        var csv = new StringBuilder();
        Line(["run", .. results.Parameters.Select(p => results.Free(p)), "status", "seconds", .. results.ValueColumns]);
        foreach (var row in results.Rows)
        {
            Line([Text(row.Run.Index), .. results.Parameters.Select(p => row.Run.Parameters.GetValueOrDefault(p, "")), row.Status,
                row.State is { Seconds: > 0 and var seconds } ? Text(seconds) : "",
                .. results.Values.Select(v => row.Last(v) is { } value ? Text(value) : "")]);
        }

        return csv.ToString();

        void Line(IEnumerable<string> values) => csv.AppendJoin(',', values.Select(Quoted)).Append("\r\n");
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 && value.Trim() == value ? value
            : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
