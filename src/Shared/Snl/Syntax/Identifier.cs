namespace Qiansi.Snl.Syntax;

/// <summary>A name where it stands.</summary>
/// <param name="Name">As it is written; empty when it was missing. Case does not matter.</param>
/// <param name="Span">Where.</param>
public readonly record struct Identifier(string Name, Span Span)
{
    /// <summary>As it is written; empty when it was missing.</summary>
    public string Name { get => field ?? ""; } = Name;

    /// <summary>Whether no name stood there.</summary>
    public bool IsMissing => Name.Length == 0;
}
