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
}
