namespace Qiansi.Snl;

/// <summary>A place in a source text as people count.</summary>
/// <param name="Line">From 1; lines end with LF, CR LF or CR.</param>
/// <param name="Column">From 1, in UTF-16 characters.</param>
public readonly record struct Position(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}
