namespace Qiansi.Automata.Expressions;

/// <summary>ε: the word without characters.</summary>
internal sealed record EmptyWord : RegularExpression
{
    public override string ToString() => "()";

    internal override Fragment Add(NfaBuilder builder) => builder.Edge(null);
}
