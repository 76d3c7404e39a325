using Qiansi.Contracts;

namespace Qiansi.Documents.Comparing;

/// <summary>
/// Compares what a cell put out before with what it puts out now. The text of each stream is compared as a whole, since its chunks and its
/// place among displays depend on timing; displays, results and errors in order. Execution counts,
/// tracebacks and output metadata do not count.
/// </summary>
/// <param name="tolerance">How far outputs may differ; <see cref="ComparisonTolerance.Default"/> when null.</param>
public sealed class OutputComparer(ComparisonTolerance? tolerance = null)
{
    private readonly ComparisonTolerance _tolerance = tolerance ?? ComparisonTolerance.Default;

    /// <summary>Whether a cell says, by a tag <c>volatile</c> or <c>nondeterministic</c>,
    /// that its outputs change from run to run.</summary>
    public static bool IsVolatile(Cell cell) => cell.HasTag("volatile") || cell.HasTag("nondeterministic");

    /// <summary>The differences between two states of a cell; none when it is volatile.</summary>
    public IReadOnlyList<OutputDifference> Compare(Cell stored, Cell fresh) =>
        IsVolatile(stored) ? [] : Compare(stored.Outputs, fresh.Outputs);

    /// <summary>The differences between two lists of outputs.</summary>
    public IReadOnlyList<OutputDifference> Compare(IReadOnlyList<Output> stored, IReadOnlyList<Output> fresh)
    {
        var differences = new List<OutputDifference>();
        foreach (var stream in (string[])["stdout", "stderr"])
            Add(differences, stream, TextComparison.Compare(StreamText(stored, stream), StreamText(fresh, stream), _tolerance));

        var before = stored.Where(o => o is not StreamOutput).ToList();
        var now = fresh.Where(o => o is not StreamOutput).ToList();
        for (var i = 0; i < Math.Max(before.Count, now.Count); i++)
        {
            var name = $"output {i + 1}";
            if (i >= now.Count) Add(differences, name, $"stored {Describe(before[i])}, fresh nothing");
            else if (i >= before.Count) Add(differences, name, $"stored nothing, fresh {Describe(now[i])}");
            else Compare(name, before[i], now[i], differences);
        }

        return differences;
    }

    private void Compare(string name, Output stored, Output fresh, List<OutputDifference> differences)
    {
        switch (stored, fresh)
        {
            case (DataOutput before, DataOutput now) when before.OutputType == now.OutputType:
                foreach (var (mediaType, value) in before.Data)
                    Add(differences, $"{name} ({mediaType})", now.Data[mediaType] is { } other
                        ? RenderingComparison.Compare(mediaType, value, other, _tolerance) : "stored, but not in the fresh output");
                break;
            case (ErrorOutput before, ErrorOutput now):
                Add(differences, $"{name} (error)",
                    TextComparison.Compare($"{before.Name}: {before.Message}", $"{now.Name}: {now.Message}", _tolerance));
                break;
            case (UnknownOutput before, UnknownOutput now):
                Add(differences, $"{name} ({before.OutputType})", JsonComparison.Compare(before.Json, now.Json, _tolerance));
                break;
            default:
                Add(differences, name, $"stored {Describe(stored)}, fresh {Describe(fresh)}");
                break;
        }
    }

    private static string StreamText(IReadOnlyList<Output> outputs, string stream) =>
        string.Concat(outputs.OfType<StreamOutput>().Where(o => o.Name == stream).Select(o => o.Text));

    private static string Describe(Output output) => output switch
    {
        DisplayOutput display => $"a display ({string.Join(", ", display.Data.Select(d => d.Key))}: {Excerpt(display.Data)})",
        ResultOutput result => $"a result ({string.Join(", ", result.Data.Select(d => d.Key))}: {Excerpt(result.Data)})",
        ErrorOutput error => $"an error ({error.Name}: {TextComparison.Shorten(error.Message, 0)})",
        _ => $"an output of type {output.OutputType}",
    };

    private static string Excerpt(MimeBundle data) => TextComparison.Shorten(data["text/plain"] ?? data.FirstOrDefault().Value ?? "", 0);

    private static void Add(List<OutputDifference> differences, string output, string? difference)
    {
        if (difference is not null) differences.Add(new(output, difference));
    }
}
