using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Qiansi.Tensors.Images;

/// <summary>Two drawings under a slider, without script.</summary>
/// <remarks>
/// The slider's thumb is the subject of a view timeline, which drives a number from 0 to 100, which is where the second drawing is cut off
/// (CSS Scroll-driven Animations Level 1). A browser without them, paper, and a host that drops styles show both side by side; the slider
/// is hidden there.
/// </remarks>
internal static class BeforeAfterHtml
{
    /// <summary>The part of a page.</summary>
    /// <param name="panes">Two drawings of one size, with their names.</param>
    /// <param name="width">Their width in CSS pixels.</param>
    /// <param name="at">Where the slider stands, in per cent.</param>
    public static string Write((string Svg, string Name)[] panes, double width, double at)
    {
        var id = "ba" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{panes[0]}{panes[1]}{at}")))[..10];
        var start = at.ToString("0.##", CultureInfo.InvariantCulture);
        var names = panes.Select(p => MarkupText.Escape(p.Name)).ToArray();
        var html = new StringBuilder($"<style>{Style(id, SvgWriter.Number(width), start)}</style><div class=\"{id}\"><div class=\"v\">");
        for (var i = 0; i < 2; i++)
            html.Append($"<div>{panes[i].Svg}<div style=\"font-size:12px;line-height:18px;color:{Theme.Soft}\">{names[i]}</div></div>");
        return html.Append($"</div><input type=\"range\" min=\"0\" max=\"100\" step=\"1\" value=\"{start}\" hidden=\"\" "
            + $"aria-label=\"Border between {names[0]} on the left and {names[1]} on the right, per cent\"/></div>").ToString();
    }

    // A page's cleaner takes a style with an opening angle bracket for markup: \3c is one.
    private static string Style(string id, string width, string start) =>
        $".{id}>.v{{display:flex;flex-wrap:wrap;gap:8px 24px}}"
        + $"@property --{id}{{syntax:\"\\3c number>\";inherits:true;initial-value:{start}}}"
        + $"@media not print{{@supports (timeline-scope:--a) and (animation-timeline:--a){{"
        + $"@keyframes {id}{{from{{--{id}:100}}to{{--{id}:0}}}}"
        + $".{id}{{timeline-scope:--{id}-t;animation:{id} linear both;animation-timeline:--{id}-t;"
        + "animation-range:entry 100% exit 0%}"
        + $".{id}>input{{display:block;overflow:hidden;width:100%;max-width:{width}px;margin:2px 0;padding:0}}"
        // Two rules: a browser drops a rule whole when it does not know one of its selectors.
        + $".{id}>input::-webkit-slider-thumb{{view-timeline:--{id}-t inline}}"
        + $".{id}>input::-moz-range-thumb{{view-timeline:--{id}-t inline}}"
        + $".{id}>.v{{display:grid;max-width:{width}px;position:relative}}.{id}>.v>div{{grid-area:1/1}}.{id}>.v svg{{display:block}}"
        + $".{id}>.v>div+div{{text-align:right}}.{id}>.v>div+div>svg{{clip-path:inset(0 0 0 calc(var(--{id})*1%))}}"
        + $".{id}>.v::after{{content:'';grid-area:1/1;width:2px;margin:0 0 18px calc(var(--{id})*1% - 1px);background:#fff;"
        + "box-shadow:0 0 0 1px rgba(0,0,0,.6);pointer-events:none}}}";
}
