using System.Text.Json;
using Qiansi.Charts.Json;

namespace Qiansi.Charts.Adapters;

/// <summary>Reads a chart of XPlot, whose data stand in the script it makes.</summary>
internal static class XPlotChart
{
    /// <summary>The chart as one of ours.</summary>
    /// <exception cref="NotSupportedException">The script has no <c>var data</c>.</exception>
    public static GenericChart Read(object chart)
    {
        var type = chart.GetType();
        var script = type.GetMethod("GetInlineJS", [])?.Invoke(chart, null) as string ?? "";
        var data = Value(script, "var data = ")
            ?? throw new NotSupportedException(
                $"XPlot.Plotly {type.Assembly.GetName().Version} makes scripts without 'var data', by which its charts are read; use "
                    + "version 4");
        var read = PlotlyJsonReader.Figure(data, Value(script, "var layout = ") ?? "{}");
        return read.WithSize(Size("Width"), Size("Height"));

        int? Size(string name) => type.GetProperty(name)?.GetValue(chart) is int and > 0 and var pixels ? pixels : null;
    }

    /// <summary>The JSON after a word of the script.</summary>
    private static string? Value(string script, string word)
    {
        var start = script.IndexOf(word, StringComparison.Ordinal);
        if (start < 0) return null;
        var bytes = System.Text.Encoding.UTF8.GetBytes(script[(start + word.Length)..]);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
        if (!reader.Read() || reader.TokenType == JsonTokenType.Null) return null;
        if (!reader.TrySkip()) return null;
        return System.Text.Encoding.UTF8.GetString(bytes, 0, (int)reader.BytesConsumed);
    }
}
