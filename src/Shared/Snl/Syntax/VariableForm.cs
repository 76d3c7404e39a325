namespace Qiansi.Snl.Syntax;

/// <summary>How a variable is reached.</summary>
public enum VariableForm
{
    /// <summary>IdV: a name.</summary>
    Identifier,

    /// <summary>ArrayMembV: a name with a subscript.</summary>
    ArrayElement,

    /// <summary>FieldMembV: a name with a field, which may have a subscript.</summary>
    Field,
}
