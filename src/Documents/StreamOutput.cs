namespace Qiansi.Documents;

/// <summary>Text of a stream.</summary>
/// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="text">The text; may hold ANSI escapes.</param>
public sealed class StreamOutput(string name, string text) : Output
{
    /// <inheritdoc />
    public override string OutputType => "stream";

    /// <summary><c>stdout</c> or <c>stderr</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The text; may hold ANSI escapes.</summary>
    public string Text { get; } = text;
}
