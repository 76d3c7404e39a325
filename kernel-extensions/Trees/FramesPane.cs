using System.Text;
using Qiansi.Drawing;
using Qiansi.Trees.Panes;

namespace Qiansi.Trees;

/// <summary>Activation records one below the other, the newest on top; those of one procedure have one colour.</summary>
/// <param name="title">What they are.</param>
/// <param name="frames">The records, the newest first.</param>
public sealed class FramesPane(string title, IEnumerable<StackFrame> frames) : Pane
{
    /// <summary>Records that are shown: of more, the newest and the oldest.</summary>
    private const int Most = 8;

    private readonly List<StackFrame> _frames = [.. frames];

    internal override PaneContent ReadPane()
    {
        var (html, text) = (new StringBuilder(), new StringBuilder());
        var left = _frames.Count > Most + 1 ? _frames.Count - Most : 0;
        for (var i = 0; i < _frames.Count; i++)
        {
            if (left > 0 && i == Most / 2)
            {
                html.Append($"<div style=\"opacity:.6\">… {left} more records</div>");
                text.Append($"… {left} more records\n");
                i += left;
            }

            Write(_frames[i], html, text);
        }

        return new(title, html.ToString(), text.ToString(), []);
    }

    private static void Write(StackFrame frame, StringBuilder html, StringBuilder text)
    {
        html.Append($"<div class=\"qn-r\" style=\"border-left-color:{ColorOf(frame.Name)}\"><b>{MarkupText.Escape(frame.Name)}</b> <span>")
            .Append($"{MarkupText.Escape(frame.Remark)}</span><pre>");
        text.Append($"{frame.Name} {frame.Remark}".TrimEnd()).Append('\n');
        var width = frame.Rows.Select(r => r.Name.Length).DefaultIfEmpty().Max();
        foreach (var row in frame.Rows)
        {
            var line = $"{row.Name.PadRight(width)}  {Figures.NodeText.Short(row.Value, 48)}";
            html.Append(row.Mark == Mark.Current ? $"<b>{MarkupText.Escape(line)}</b>\n" : MarkupText.Escape(line) + "\n");
            text.Append($"{PaneHtml.Sign(row.Mark)} {line}\n");
        }

        html.Append("</pre></div>");
    }

    /// <summary>A colour by the name alone, so that it is the same in each step.</summary>
    private static Rgb ColorOf(string name) => Palette.Category((int)(name.Aggregate(17u, (hash, c) => hash * 31 + c) % 7));
}

/// <summary>An activation record.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Remark">Where it lies, where its procedure is.</param>
/// <param name="Rows">What is in it.</param>
public sealed record StackFrame(string Name, string Remark, IReadOnlyList<FrameRow> Rows);

/// <summary>A word, or several, of an activation record.</summary>
/// <param name="Name">A variable, or a link.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Mark">How it stands out: <see cref="Mark.Current"/> where it has just changed.</param>
public sealed record FrameRow(string Name, string Value, Mark Mark = Mark.None);
