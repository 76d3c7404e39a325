using System.Text;
using Qiansi.Drawing;
using Qiansi.Trees.Figures;
using Qiansi.Trees.Panes;

namespace Qiansi.Trees.Films;

/// <summary>
/// A film of several panes for a page. What a pane shows in several steps is written once, and styles say in which steps it is seen and
/// what of it is marked: a step of code costs some hundred bytes.
/// </summary>
internal static class PaneFilmHtml
{
    private const string Style =
        ".qn-f{display:flex;flex-wrap:wrap;align-items:center}.qn-f>h4{flex:0 0 100%;margin:0 0 .3em;font-size:1em}" +
        ".qn-f>input{color:inherit;flex:1 1 4px;min-width:3px;max-width:40px;height:22px;margin:0;padding:0;border:0;" +
        "appearance:none;-webkit-appearance:none;cursor:pointer;opacity:.3;" +
        "background:linear-gradient(currentColor,currentColor) center/calc(100% - 2px) 5px no-repeat}" +
        ".qn-f>input:has(~input:checked){opacity:.6;background-image:linear-gradient(#2a85c7,#2a85c7)}" +
        ".qn-f>input:checked{opacity:1;background-image:linear-gradient(#2a85c7,#2a85c7);background-size:calc(100% - 2px) 15px}" +
        ".qn-f>input:hover{opacity:.85}.qn-f>input:focus-visible{outline:2px solid #2a85c7;outline-offset:1px;border-radius:3px}" +
        ".qn-f>div{flex:0 0 100%;min-width:0}.qn-s{display:grid}.qn-s>*{grid-area:1/1;visibility:hidden}" +
        ".qn-f p{margin:.1em 0 .5em;min-height:1.5em;line-height:1.5}" +
        ".qn-f p>span{opacity:.75;margin:0 .6em 0 .35em;font-variant-numeric:tabular-nums}" +
        ".qn-f label{cursor:pointer;padding:.1em .6em;margin-right:.25em;" +
        "border:1px solid rgba(127,127,127,.5);border-radius:4px;user-select:none}" +
        ".qn-f label:hover{background:rgba(127,127,127,.2)}.qn-w{display:flex;flex-wrap:wrap;gap:.4em 1em;align-items:flex-start}" +
        // From four panes on, the third and those after it share a column: with code on both sides there is no room for a fourth one.
        ".qn-4{display:grid;grid-template-columns:minmax(0,auto) minmax(0,auto) minmax(11em,1fr);grid-auto-rows:max-content}" +
        ".qn-4>*{grid-column:3}.qn-4>.p0{grid-area:1/1/span 9}.qn-4>.p1{grid-area:1/2/span 9}" +
        "@media(max-width:640px){.qn-4{display:block}}" +
        "@media print{.qn-f>input,.qn-f label{display:none}}";

    /// <summary>The page's part, with as many steps as there is room for.</summary>
    public static string Write(Film film)
    {
        var steps = film.Frames.Select((f, i) => (Frame: f, Number: i + 1)).ToArray();
        return FilmHtml.Fitting(steps, shown => Write(film, shown));
    }

    private static string Write(Film film, (Frame Frame, int Number)[] steps)
    {
        var id = "q" + Guid.NewGuid().ToString("N")[..6];
        var label = MarkupText.Escape(film.Title.Length > 0 ? film.Title : "Step by step");
        var (buttons, captions, panes) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var seen = new List<(int Step, string Selector)>();
        for (var i = 0; i < steps.Length; i++)
        {
            var caption = MarkupText.Escape(NodeText.OneLine(steps[i].Frame.Caption, 400));
            var step = $"Step {steps[i].Number} of {film.Count}{(caption.Length > 0 ? ": " : "")}{caption}";
            buttons.Append($"<input type=\"radio\" name=\"{id}\" id=\"{id}-{i}\" aria-label=\"{step}\"")
                .Append(i == 0 ? " checked=\"\"/>" : "/>");
            captions.Append($"<p class=\"s{i}\"><label for=\"{id}-{Math.Max(0, i - 1)}\">‹</label>")
                .Append($"<label for=\"{id}-{Math.Min(steps.Length - 1, i + 1)}\">›</label>")
                .Append($"<span>{steps[i].Number} / {film.Count}</span>{caption}</p>");
            seen.Add((i, $".s{i}"));
        }

        var count = steps.Max(s => s.Frame.Panes.Count);
        for (var pane = 0; pane < count; pane++)
            Pane(pane, [.. steps.Select(s => s.Frame.Panes.ElementAtOrDefault(pane))], seen, panes);
        // Whatever was chosen on the screen: paper shows the last step.
        var (marks, last) = (Marks(steps).ToArray(), steps.Length - 1);
        var rules = $"@media not print{{{Rules(seen, marks, i => $"#{id}-{i}:checked~* ")}}}@media print{{"
            + $"{Rules(seen.Where(s => s.Step == last), marks.Where(m => m.Step == last), _ => $"#{id} ")}}}";
        return $"<style>{PaneHtml.Style}{Style}{rules}</style>"
            + $"<div class=\"qn-f\" id=\"{id}\" role=\"group\" aria-label=\"{label}\" style=\"color:{Theme.Ink}\">"
            + (film.Title.Length > 0 ? $"<h4>{label}</h4>" : "")
            + $"{buttons}<div class=\"qn-s\">{captions}</div><div class=\"qn-w{(count > 3 ? " qn-4" : "")}\">{panes}</div>"
            + $"{FilmHtml.Omission(steps.Length, film.Count)}</div>";
    }

    /// <summary>What a pane shows in all steps, each thing once.</summary>
    private static void Pane(int pane, PaneContent?[] contents, List<(int, string)> seen, StringBuilder html)
    {
        var bodies = new Dictionary<string, int>();
        for (var i = 0; i < contents.Length; i++)
        {
            if (contents[i] is not { } content) continue;
            bodies.TryAdd(content.Body, bodies.Count);
            seen.Add((i, $".p{pane} .b{bodies[content.Body]}"));
        }

        var title = contents.OfType<PaneContent>().First().Title;
        html.Append($"<div class=\"qn-p p{pane}\">{(title.Length > 0 ? $"<b>{MarkupText.Escape(title)}</b>" : "")}<div class=\"qn-s\">");
        foreach (var (body, number) in bodies) html.Append($"<div class=\"b{number}\">{body}</div>");
        html.Append("</div></div>");
    }

    private static IEnumerable<(int Step, string Selector, Mark Mark)> Marks((Frame Frame, int Number)[] steps) =>
        from i in Enumerable.Range(0, steps.Length)
        from pane in Enumerable.Range(0, steps[i].Frame.Panes.Count)
        from mark in steps[i].Frame.Panes[pane].Marks
        where mark.Mark != Mark.None
        select (i, $".p{pane} .k{mark.Key}", mark.Mark);

    /// <summary>What is seen and what is marked, where a step's name comes before.</summary>
    private static string Rules(IEnumerable<(int Step, string Selector)> seen, IEnumerable<(int Step, string Selector, Mark Mark)> marks,
        Func<int, string> step) =>
        $"{string.Join(',', seen.Select(s => step(s.Step) + s.Selector))}{{visibility:visible}}"
        + string.Concat(marks.GroupBy(m => m.Mark, m => step(m.Step) + m.Selector)
            .Select(alike => $"{string.Join(',', alike)}{{{PaneHtml.Of(alike.Key)}}}"));
}
