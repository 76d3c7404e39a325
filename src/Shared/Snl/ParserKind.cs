namespace Qiansi.Snl;

/// <summary>The parsers.</summary>
public enum ParserKind
{
    /// <summary>By recursive descent.</summary>
    RecursiveDescent,

    /// <summary>With an LL(1) table.</summary>
    Table,
}
