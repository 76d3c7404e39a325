using Qiansi.Automata.Expressions;

namespace Qiansi.Automata;

/// <summary>
/// A regular expression in the sense of language theory: characters, concatenation, <c>|</c>, <c>*</c>, and what can be written with them:
/// <c>+ ? () [a-z] [^}] . \x</c>. <c>()</c> is the empty word.
/// </summary>
public abstract record RegularExpression
{
    private protected RegularExpression() { }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">It is none; the message has the place.</exception>
    public static RegularExpression Parse(string text) => new ExpressionReader(text).Read();

    /// <summary>The automaton with ε-edges of Thompson's construction: at most two states for each character or operator.</summary>
    public Nfa ToNfa() => Thompson.Construct(this);

    /// <summary>Adds its part to an automaton that is built.</summary>
    internal abstract Fragment Add(NfaBuilder builder);
}
