namespace Qiansi.Jupyter.Messages;

/// <summary>A JSON value kept as text: what the protocol hands through without looking inside (metadata, comm data,
/// debug traffic).</summary>
/// <param name="Text">One JSON value; checked when it is written into a message.</param>
public readonly record struct RawJson(string Text)
{
    /// <summary>The empty object, <c>{}</c>.</summary>
    public static readonly RawJson Empty = new("{}");

    /// <summary>The JSON text; a default value reads as <c>{}</c>.</summary>
    public string Text { get; init; } = Text;

    /// <inheritdoc />
    public override string ToString() => Text ?? "{}";
}
