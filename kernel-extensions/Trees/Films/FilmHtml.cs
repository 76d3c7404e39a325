using System.Text;
using Qiansi.Drawing;
using Qiansi.Trees.Figures;
using Qiansi.Trees.Pictures;

namespace Qiansi.Trees.Films;

/// <summary>
/// A film for a page: one radio button a step, drawn as a slider, each followed by the picture that shows while it is chosen.
/// </summary>
internal static class FilmHtml
{
    private const string Style =
        ".qiansi-film{display:flex;flex-wrap:wrap;align-items:center;margin:0}" +
        ".qiansi-film>h4{order:0;flex:0 0 100%;margin:0 0 .3em;font-size:1em}" +
        ".qiansi-film>input{color:inherit;order:1;flex:1 1 4px;min-width:3px;max-width:40px;height:22px;margin:0;padding:0;border:0;" +
        "appearance:none;-webkit-appearance:none;cursor:pointer;opacity:.3;" +
        "background:linear-gradient(currentColor,currentColor) center/calc(100% - 2px) 5px no-repeat}" +
        ".qiansi-film>input:has(~input:checked){opacity:.6;background-image:linear-gradient(#2a85c7,#2a85c7)}" +
        ".qiansi-film>input:checked{opacity:1;background-image:linear-gradient(#2a85c7,#2a85c7);background-size:calc(100% - 2px) 15px}" +
        ".qiansi-film>input:hover{opacity:.85}.qiansi-film>input:focus-visible{outline:2px solid "
        + "#2a85c7;outline-offset:1px;border-radius:3px}" +
        ".qiansi-film>div{order:2;flex:0 0 100%;min-width:0;display:none}.qiansi-film>input:checked+div{display:block}" +
        ".qiansi-film p{margin:.1em 0 .5em;min-height:1.5em;line-height:1.5}" +
        ".qiansi-film label{cursor:pointer;padding:.1em .6em;margin-right:.25em;border:1px solid "
        + "rgba(127,127,127,.5);border-radius:4px;user-select:none}.qiansi-film label:hover{background:rgba(127,127,127,.2)}" +
        ".qiansi-film p>span{opacity:.75;margin:0 .6em 0 .35em;font-variant-numeric:tabular-nums}" +
        // Whatever was chosen on the screen: paper shows the last step.
        "@media print{.qiansi-film>input,.qiansi-film label,.qiansi-film>div{display:none!important}"
        + ".qiansi-film>div.z{display:block!important;break-inside:avoid}}";

    /// <summary>The page's part, with as many steps as there is room for.</summary>
    public static string Write(Film film)
    {
        if (film.Count == 0) return "<p>A film without pictures: Add(tree, caption) adds one.</p>";
        var frames = film.Frames.Select((f, i) => (Placed: PlacedFigure.Of(f.Figure!), f.Caption, Step: i + 1)).ToArray();
        var canvas = (frames.Max(f => FigureWriter.Size(f.Placed).Width), frames.Max(f => FigureWriter.Size(f.Placed).Height));
        var drawn = frames.Select(f => (Html: PictureHtml.Scrolling(FigureWriter.Write(f.Placed, canvas)), f.Caption, f.Step)).ToArray();
        return Fitting(drawn, shown => Write(film, shown, drawn.Length));
    }

    /// <summary>As many steps as there is room for; the first and the last are always among them.</summary>
    public static string Fitting<T>(T[] steps, Func<T[], string> write)
    {
        for (var count = steps.Length; ; count = Math.Max(1, count * 9 / 10))
        {
            var shown = count == steps.Length ? steps : count == 1 ? steps[^1..]
                : [.. Enumerable.Range(0, count).Select(i => steps[(int)((long)i * (steps.Length - 1) / (count - 1))])];
            var html = write(shown);
            if (count == 1 || Encoding.UTF8.GetByteCount(html) <= PictureHtml.Bytes) return html;
        }
    }

    /// <summary>What is said below a film of which steps are left out; empty when none are.</summary>
    public static string Omission(int shown, int steps) => shown == steps ? ""
        : $"<div class=\"z\" style=\"display:block;font-size:.85em;color:{Theme.Soft}\">"
            + $"{NumberText.Count(shown)} of {NumberText.Count(steps)} steps shown: more would not fit into 64 KiB.</div>";

    private static string Write(Film film, (string Html, string Caption, int Step)[] frames, int steps)
    {
        var id = "film" + Guid.NewGuid().ToString("N")[..8];
        var html = new StringBuilder(
            $"<style>{Style}</style><div class=\"qiansi-film\" id=\"{id}\" role=\"group\" "
                + $"aria-label=\"{MarkupText.Escape(film.Title.Length > 0 ? film.Title : "Step by step")}\" style=\"color:{Theme.Ink}\">");
        if (film.Title.Length > 0) html.Append("<h4>").Append(MarkupText.Escape(film.Title)).Append("</h4>");
        for (var i = 0; i < frames.Length; i++)
        {
            var (drawing, caption, step) = frames[i];
            var text = MarkupText.Escape(NodeText.OneLine(caption, 400));
            html.Append(
                $"<input type=\"radio\" name=\"{id}\" id=\"{id}-{i}\" aria-label=\"Step {step} of "
                    + $"{steps}{(text.Length > 0 ? ": " : "")}{text}\"{(i == 0 ? " checked=\"\"" : "")}/>"
                    + $"<div{(i == frames.Length - 1 ? " class=\"z\"" : "")}><p>")
                .Append($"<label for=\"{id}-{Math.Max(0, i - 1)}\" title=\"back (arrow left)\">‹</label><label "
                    + $"for=\"{id}-{Math.Min(frames.Length - 1, i + 1)}\" title=\"on (arrow right)\">›</label>")
                .Append($"<span>{step} / {steps}</span>").Append(text).Append("</p>").Append(drawing).Append("</div>");
        }

        return html.Append(Omission(frames.Length, steps)).Append("</div>").ToString();
    }
}
