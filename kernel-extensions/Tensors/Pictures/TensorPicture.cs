namespace Qiansi.Tensors;

/// <summary>A drawing of tensors, ready to be shown: the last line of a cell, or <c>display(picture)</c>.</summary>
public sealed class TensorPicture
{
    internal TensorPicture(string html, string text) => (Html, Text) = (html, text);

    /// <summary>The drawing: HTML and SVG without script, at most 64 KiB.</summary>
    public string Html { get; }

    /// <summary>The same in words and numbers.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/>.</summary>
    public override string ToString() => Text;
}
