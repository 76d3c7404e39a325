namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Order of completions that match equally well.</summary>
internal enum Rank
{
    /// <summary>What the place asks for: the members of the expected enum, the type to construct.</summary>
    Expected,

    /// <summary>Types that inherit the one asked for.</summary>
    Derived,

    /// <summary>Locals, parameters, range variables.</summary>
    Local,

    /// <summary>Variables of this and earlier cells.</summary>
    Variable,

    /// <summary>Names of parameters not yet given.</summary>
    NamedArgument,

    /// <summary>Members of a type, functions of cells.</summary>
    Member,

    /// <summary>Extension members.</summary>
    Extension,

    /// <summary>What every object has.</summary>
    ObjectMember,

    /// <summary>Keywords.</summary>
    Keyword,

    /// <summary>Types.</summary>
    Type,

    /// <summary>Namespaces.</summary>
    Namespace,

    /// <summary>Types of namespaces that are not imported.</summary>
    NotImported,
}
