using Qiansi.Snl.Diagnostics;

namespace Qiansi.Snl.Tm;

/// <summary>What stopped a program.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Address">The instruction.</param>
/// <param name="Message">What happened, with the values seen.</param>
/// <param name="Position">The place in the source, when the program was compiled.</param>
public sealed record TmFault(TmFaultKind Kind, int Address, string Message, Position? Position)
{
    /// <inheritdoc/>
    public override string ToString() => Position is { } place ? $"line {place.Line}: {Message}" : $"address {Address}: {Message}";

    /// <summary>As a terminal shows it: place, message, and the line with a caret below the place.</summary>
    public string Render(SourceText source) => Position is { } place
        ? $"{Excerpt.Head(source, place)}run-time error: {Message}\n{Excerpt.Of(source, place)}\n"
        : $"{(source.Name.Length > 0 ? source.Name + ": " : "")}run-time error at address {Address}: {Message}\n";
}
