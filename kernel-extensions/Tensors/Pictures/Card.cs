using System.Text;

namespace Qiansi.Tensors.Pictures;

/// <summary>
/// The frame around drawings: a line of facts above, remarks below. All styles stand at their elements, so that hosts without style sheets
/// show it as well.
/// </summary>
internal sealed class Card
{
    private readonly StringBuilder _html = new(
        $"<div style=\"color:{Theme.Ink};font-family:{Theme.Font};font-size:13px;line-height:1.5;max-width:100%\">");

    /// <summary>A line of facts; the first of them stands out.</summary>
    public Card Facts(string first, params IEnumerable<string> more)
    {
        _html.Append($"<div><b>{MarkupText.Escape(first)}</b>");
        foreach (var fact in more) _html.Append($"<span style=\"color:{Theme.Soft}\"> · </span>{MarkupText.Escape(fact)}");
        _html.Append("</div>");
        return this;
    }

    /// <summary>Names with numbers below, side by side.</summary>
    public Card Figures(IEnumerable<(string Name, string Value)> figures, IEnumerable<string> alarms)
    {
        _html.Append("<div style=\"display:flex;flex-wrap:wrap;gap:2px 20px;align-items:flex-end;margin:2px 0 4px\">");
        foreach (var (name, value) in figures)
        {
            _html.Append($"<div><div style=\"color:{Theme.Soft};font-size:11px;line-height:1.3\">{MarkupText.Escape(name)}</div>")
                .Append($"<div style=\"font-family:{Theme.Mono};line-height:1.3\">{MarkupText.Escape(value)}</div></div>");
        }

        foreach (var alarm in alarms)
            _html.Append(
                $"<div style=\"background:{Palette.Bad};color:#fff;font-weight:600;border-radius:4px;padding:1px "
                    + $"8px\">{MarkupText.Escape(alarm)}</div>");
        _html.Append("</div>");
        return this;
    }

    /// <summary>Drawings side by side as far as there is room.</summary>
    public Card Drawings(params IEnumerable<string> drawings)
    {
        _html.Append("<div style=\"display:flex;flex-wrap:wrap;gap:8px 24px;align-items:flex-start\">");
        foreach (var drawing in drawings) _html.Append($"<div style=\"max-width:100%\">{drawing}</div>");
        _html.Append("</div>");
        return this;
    }

    /// <summary>A remark.</summary>
    public Card Note(string? text)
    {
        if (text is { Length: > 0 }) _html.Append($"<div style=\"color:{Theme.Soft};font-size:11px\">{MarkupText.Escape(text)}</div>");
        return this;
    }

    /// <summary>Finished markup.</summary>
    public Card Markup(string html)
    {
        _html.Append(html);
        return this;
    }

    /// <summary>The card as HTML.</summary>
    public override string ToString() => _html + "</div>";
}
