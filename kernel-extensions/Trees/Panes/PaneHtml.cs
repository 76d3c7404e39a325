using System.Text;
using Qiansi.Drawing;

namespace Qiansi.Trees.Panes;

/// <summary>Panes for a page.</summary>
internal static class PaneHtml
{
    /// <summary>How panes look, in a film and alone.</summary>
    public const string Style =
        ".qn-p{min-width:0;overflow-x:auto}.qn-p>b{display:block;font-size:.85em;opacity:.75;font-weight:600;margin-bottom:.2em}" +
        ".qn-p pre{margin:0;padding:0;background:none;border:0;white-space:pre;font:12px/1.5 " + Theme.Mono + ";color:inherit}" +
        ".qn-p pre>span{display:block;padding:0 .5em;border-radius:3px}" +
        ".qn-p pre i{font-style:normal;opacity:.5;margin-right:.8em;user-select:none}" +
        ".qn-r{border:1px solid rgba(127,127,127,.45);border-left:4px solid;" +
        "border-radius:4px;margin-bottom:4px;padding:1px 6px;min-width:10em}" +
        ".qn-r>b{font-size:12px}.qn-r>span{font-size:11px;opacity:.7}.qn-r pre b{color:#d55e00}" +
        ".qn-t{border-collapse:collapse;font-size:12px;color:inherit}" +
        ".qn-t td,.qn-t th{border:1px solid rgba(127,127,127,.35);padding:1px 5px;text-align:center;white-space:nowrap;" +
        "background:none;font-variant-numeric:tabular-nums}.qn-t th{font-weight:600}.qn-t th:first-child{text-align:left}" +
        ".qn-t.qn-c td,.qn-t.qn-c th{text-align:left;vertical-align:top;padding:2px 8px}.qn-c pre{font-size:12px}";

    /// <summary>A pane alone.</summary>
    public static string Write(PaneContent content)
    {
        var id = "p" + Guid.NewGuid().ToString("N")[..8];
        var style = new StringBuilder(Style);
        foreach (var (key, mark) in content.Marks) style.Append($"#{id} .k{key}{{{Of(mark)}}}");
        var html = new StringBuilder($"<style>{style}</style><div class=\"qn-p\" id=\"{id}\" style=\"color:{Theme.Ink}\">");
        if (content.Title.Length > 0) html.Append($"<b>{MarkupText.Escape(content.Title)}</b>");
        return html.Append(content.Body).Append("</div>").ToString();
    }

    /// <summary>How a mark looks.</summary>
    public static string Of(Mark mark) => mark switch
    {
        Mark.Current => "background:rgba(213,94,0,.25);font-weight:600",
        Mark.Done => "background:rgba(42,133,199,.18)",
        Mark.Faded => "opacity:.45",
        _ => "",
    };

    /// <summary>What a mark is in characters.</summary>
    public static string Sign(Mark mark) => mark switch { Mark.Current => "▶", Mark.Done => "•", _ => " " };
}
