using System.Text.Json;
using System.Text.Json.Nodes;
using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Publishing.Html;
using Qiansi.Publishing.Terminal;

namespace Qiansi.Publishing.Outputs;

/// <summary>Turns what a cell put out into HTML.</summary>
internal sealed class OutputRenderer(Page page)
{
    private readonly BundleRenderer _bundles = new(page);

    /// <summary>HTML of a cell's outputs, in order; parts of one stream that follow each other are one text.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="place">The cell, for warnings: <c>cell 3</c>.</param>
    public IEnumerable<string> Render(IReadOnlyList<Output> outputs, string place)
    {
        for (var i = 0; i < outputs.Count; i++)
        {
            if (outputs[i] is StreamOutput stream)
            {
                var text = stream.Text;
                while (i + 1 < outputs.Count && outputs[i + 1] is StreamOutput next && next.Name == stream.Name)
                {
                    text += next.Text;
                    i++;
                }

                yield return Stream(stream.Name, text);
            }
            else if (Render(outputs[i], place) is { Length: > 0 } html)
            {
                yield return html;
            }
        }
    }

    private string Render(Output output, string place) => output switch
    {
        ErrorOutput error => Error(error),
        DataOutput data => Wrap(data is ResultOutput ? "output result" : "output", _bundles.Render(data.Data, data.Metadata, place)),
        UnknownOutput unknown => Unknown(unknown, place),
        _ => "",
    };

    private string Stream(string name, string text) =>
        Wrap(name == "stderr" ? "output stream stderr" : "output stream",
            FoldedText.Html(TerminalHtml.Lines(text), page.Options.LinesBeforeFold));

    private string Error(ErrorOutput error)
    {
        var lines = TerminalHtml.Lines(string.Join('\n', error.Traceback)).ToList();
        var head = HtmlFragment.Encode(TerminalHtml.PlainText(error.Message));
        // Front ends show only the trace, which as a rule starts with name and message; here they are the heading,
        // so they need not come twice.
        var message = TerminalHtml.PlainText(error.Message).Split('\n')[0].Trim();
        if (error.Traceback.Count > 0 && message.Length > 0
            && TerminalHtml.PlainText(error.Traceback[0].Split('\n')[0]).Contains(message, StringComparison.Ordinal))
        {
            var messageLines = TerminalHtml.PlainText(error.Message).Split('\n').Length;
            lines.RemoveRange(0, Math.Min(lines.Count, messageLines));
        }

        var trace = lines.Count == 0 ? "" : FoldedText.Html(lines, page.Options.LinesBeforeFold);
        return Wrap("output error",
            $"<p class=\"error-head\"><strong>{HtmlFragment.Encode(error.Name.Length > 0 ? error.Name : "Error")}</strong><span "
            + $"class=\"error-message\">{head}</span></p>{trace}");
    }

    private string Unknown(UnknownOutput output, string place)
    {
        // Early .NET notebooks have displays of the type "unknown": what has data is shown as data.
        if (JsonNode.Parse(output.Json) is JsonObject json && json["data"] is JsonObject data && ToBundle(data) is { Count: > 0 } bundle)
            return Wrap("output", _bundles.Render(bundle, json["metadata"] as JsonObject ?? [], place));
        page.Warnings.Add($"{place}: an output of the unknown type '{output.OutputType}' is shown as its JSON.");
        return Wrap("output", FoldedText.Html(JsonDisplay.Lines(output.Json, page.Highlighter), page.Options.LinesBeforeFold));
    }

    private static MimeBundle ToBundle(JsonObject data)
    {
        var bundle = new MimeBundle();
        foreach (var (mediaType, value) in data)
        {
            if (value is null) continue;
            var isText = value.GetValueKind() == JsonValueKind.String;
            var isLines = !MimeBundle.IsJson(mediaType) && value is JsonArray;
            bundle.Add(mediaType,
                isText ? value.ToString() : isLines ? string.Concat(value.AsArray().Select(l => l?.ToString())) : value.ToJsonString());
        }

        return bundle;
    }

    private static string Wrap(string className, string html) => html.Length == 0 ? "" : $"<div class=\"{className}\">{html}</div>";
}
