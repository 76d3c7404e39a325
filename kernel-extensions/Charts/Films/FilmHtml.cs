using System.Text;
using Qiansi.Charts.Output;
using Qiansi.Charts.Rendering;

namespace Qiansi.Charts.Films;

/// <summary>A film for a page: radio buttons drawn as a slider choose which groups of one drawing show.</summary>
/// <remarks>Where a host drops styles, the last step with all that was added stays to be seen.</remarks>
internal static class FilmHtml
{
    private const string Blue = "#2a85c7";

    /// <summary>The page's part, with as many steps as there is room for.</summary>
    public static string Write(ChartFilm film)
    {
        for (var scale = 1.0; ; scale *= 0.75)
        {
            var html = Write(film, scale);
            if (Encoding.UTF8.GetByteCount(html) <= ChartBundle.Most || scale < 0.05) return html;
        }
    }

    private static string Write(ChartFilm film, double scale)
    {
        var steps = Fewer(film.Steps, (int)(90 * scale));
        var svg = FigureDrawing.DrawFilm(film.Background, film.Named, steps, Math.Min(1, scale * 1.3)).ToHtml();
        var id = "film" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(svg)))[..10];
        var label = MarkupText.Escape(film.Background.Layout.Title is { } title ? PlainWords.Line(title) : "Step by step");
        var html = new StringBuilder(
            $"<style>{Style(id, steps.Count)}</style><div class=\"{id}\" role=\"group\" aria-label=\"{label}\" "
                + $"style=\"color:{Theme.Ink}\">");
        html.Append($"<input type=\"checkbox\" id=\"{id}-p\" aria-label=\"Play\"/><label for=\"{id}-p\"></label>");
        for (var k = 0; k < steps.Count; k++)
            html.Append(
                $"<input type=\"radio\" name=\"{id}\" class=\"r\" title=\"{MarkupText.Escape(steps[k].Caption)}\" aria-label=\"Step "
                    + $"{k + 1} of {steps.Count}\"{(k == steps.Count - 1 ? " checked=\"\"" : "")}/>");
        html.Append(svg);
        if (steps.Count < film.Steps.Count && film.Named.Count == 0)
            html.Append(
                $"<div style=\"font-size:.85em;color:{Theme.Soft}\">{steps.Count} of {film.Steps.Count} steps shown: more would not fit "
                    + "into 64 KiB.</div>");
        return html.Append("</div>").ToString();
    }

    /// <summary>Steps put together where there are too many: what they add stays, and of what they show the last one.</summary>
    private static List<FilmStep> Fewer(IReadOnlyList<FilmStep> steps, int most)
    {
        most = Math.Max(2, most);
        if (steps.Count <= most) return [.. steps];
        return [.. Enumerable.Range(0, most).Select(k =>
        {
            int from = (int)((long)k * steps.Count / most), to = (int)((long)(k + 1) * steps.Count / most);
            var adds = steps.Skip(from).Take(to - from).SelectMany(s => s.Adds).GroupBy(t => t["uid"] ?? t)
                .Select(g => g.Aggregate(Growth.Joined));
            return new FilmStep(steps[to - 1].Caption, [.. adds], steps[to - 1].Shows);
        })];
    }

    private static string Style(string id, int count)
    {
        var seconds = Math.Clamp(count * 0.12, 2, 12);
        var each = seconds / count;
        var css = new StringBuilder()
            .Append($".{id}{{display:flex;flex-wrap:wrap;align-items:center}}")
            .Append($".{id}>svg{{flex:0 0 auto;order:3}}.{id}>div{{order:4;flex:0 0 100%}}")
            .Append($".{id}>.r{{color:inherit;flex:1 1 3px;min-width:2px;max-width:26px;height:22px;margin:0;padding:0;border:0;")
            .Append("appearance:none;-webkit-appearance:none;cursor:pointer;opacity:.3;")
            .Append("background:linear-gradient(currentColor,currentColor) center/calc(100% - 1px) 5px no-repeat}")
            .Append($".{id}>.r:has(~.r:checked){{opacity:.6;background-image:linear-gradient({Blue},{Blue})}}")
            .Append($".{id}>.r:checked{{opacity:1;background-image:linear-gradient({Blue},{Blue});background-size:calc(100% - 1px) 15px}}")
            .Append($".{id}>.r:focus-visible{{outline:2px solid {Blue};outline-offset:1px}}")
            .Append($".{id}>input[type=checkbox]{{position:absolute;opacity:0;width:1px;height:1px}}"
                + $".{id}>label{{cursor:pointer;padding:.1em .6em;margin-right:.5em;"
                + $"border:1px solid rgba(127,127,127,.5);border-radius:4px;user-select:none}}")
            .Append($".{id}>label::before{{content:'\\25B6\\FE0E'}}"
                + $".{id}>input[type=checkbox]:checked+label::before{{content:'\\25A0\\FE0E'}}"
                + $".{id}>input[type=checkbox]:focus-visible+label{{outline:2px solid {Blue}}}")
            // Flex items before the drawing take a line of their own.
            .Append($".{id}>.r:last-of-type{{margin-right:max(0px,calc(100% - 720px))}}.{id} .s{{display:none!important}}")
            .Append("@media not print{");
        for (var k = 1; k <= count; k++)
            css.Append($".{id}>.r:nth-of-type({k + 1}):checked~svg "
                + $".s:nth-of-type({k}){{display:inline!important}}.{id}>.r:nth-of-type({k + 1}):checked~svg "
                + $".a:nth-of-type(n+{k + 1}){{display:none}}");
        // Played once: each step waits for its time; what was only shown goes when the next comes.
        var play = $".{id}>input[type=checkbox]:checked~svg";
        css.Append($"@keyframes {id}{{from,to{{visibility:visible}}}}{play} .a,{play} "
            + $".s{{display:inline!important;visibility:hidden;animation:{id} {N(each)}s step-end}}{play} "
            + $".a{{animation-fill-mode:forwards}}{play} .s:last-of-type{{animation-fill-mode:forwards}}");
        for (var k = 1; k <= count; k++) css.Append($"{play} g:nth-of-type({k}){{animation-delay:{N((k - 1) * each)}s}}");
        // Whatever was chosen or played on the screen: paper shows the last step.
        return css.Append($"}}@media print{{.{id}>label,.{id}>.r{{display:none}}.{id} .s:last-of-type{{display:inline!important}}}}")
            .ToString();
    }

    private static string N(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
