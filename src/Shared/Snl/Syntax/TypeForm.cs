namespace Qiansi.Snl.Syntax;

/// <summary>How a declaration says its type.</summary>
public enum TypeForm
{
    /// <summary>IntegerK.</summary>
    Integer,

    /// <summary>CharK.</summary>
    Char,

    /// <summary>ArrayK: bounds and a base type.</summary>
    Array,

    /// <summary>RecordK: fields.</summary>
    Record,

    /// <summary>IdK: the name of a declared type.</summary>
    Identifier,
}
