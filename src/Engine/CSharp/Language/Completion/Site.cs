namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>What can stand where the caret is.</summary>
internal enum SiteKind
{
    /// <summary>A new name, a number: nothing to offer.</summary>
    Nothing,

    /// <summary>A member of what <see cref="Site.Node"/> stands for.</summary>
    Member,

    /// <summary>The start of a statement.</summary>
    Statement,

    /// <summary>A value.</summary>
    Expression,

    /// <summary>A type.</summary>
    Type,

    /// <summary>The type after <c>new</c>.</summary>
    Creation,

    /// <summary>A pattern: type, constant, enum member.</summary>
    Pattern,

    /// <summary>The namespace of a using directive.</summary>
    UsingNamespace,

    /// <summary>An attribute's name.</summary>
    Attribute,

    /// <summary>A declaration inside a type, or its modifiers.</summary>
    MemberDeclaration,

    /// <summary>A member to override; <see cref="Site.Node"/> is the declaration begun.</summary>
    Override,

    /// <summary>A property to set in the initializer <see cref="Site.Node"/>.</summary>
    Initializer,

    /// <summary>A property in the pattern clause <see cref="Site.Node"/>.</summary>
    PropertyPattern,

    /// <summary>Behind the whole expression <see cref="Site.Node"/>: <c>is</c>, <c>with</c>, <c>where</c>.</summary>
    AfterExpression,

    /// <summary>Behind a pattern: <c>and</c>, <c>when</c>.</summary>
    AfterPattern,

    /// <summary>Exactly the words of <see cref="Site.Words"/>.</summary>
    Words,

    /// <summary>A label.</summary>
    Label,
}

/// <summary>A place in the code and what can stand there.</summary>
/// <param name="Kind">What can stand there.</param>
/// <param name="Node">The node the kind speaks of; for the rest, the placeholder's.</param>
internal sealed record Site(SiteKind Kind, SyntaxNode Node)
{
    /// <summary>The words of <see cref="SiteKind.Words"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
