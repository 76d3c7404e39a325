namespace Qiansi.Snl;

/// <summary>A piece of a source text.</summary>
/// <param name="Start">Offset of its first character, from 0.</param>
/// <param name="Length">Characters; 0 for a place between two characters.</param>
public readonly record struct Span(int Start, int Length)
{
    /// <summary>Offset of the first character after it.</summary>
    public int End => Start + Length;

    /// <summary>The smallest piece that holds both.</summary>
    public Span To(Span other) => other.Length == 0 || other.End <= Start ? this : new(Start, other.End - Start);
}
