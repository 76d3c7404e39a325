namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Which members a place after a dot takes.</summary>
internal enum MemberKinds
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Types and namespaces.</summary>
    Types,

    /// <summary>Attribute types and namespaces.</summary>
    Attributes,

    /// <summary>Namespaces alone, as in a using directive.</summary>
    Namespaces,
}
