using Qiansi.Publishing.Formulas;

namespace Qiansi.Tool.Converting;

/// <summary>How a notebook is converted.</summary>
internal sealed record ConversionOptions
{
    /// <summary>For HTML: whether HTML of outputs and Markdown cells goes in as it is, scripts included.</summary>
    public bool Trusted { get; init; }

    /// <summary>For Markdown: whether pictures go into the text instead of into <c>NAME_files</c>.</summary>
    public bool InlineImages { get; init; }

    /// <summary>For HTML: turns formulas into MathML.</summary>
    public Typesetter Typesetter { get; init; } = Typesetter.Default;
}
