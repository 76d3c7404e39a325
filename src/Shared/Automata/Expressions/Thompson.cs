namespace Qiansi.Automata.Expressions;

/// <summary>K. Thompson, Regular expression search algorithm, 1968: an automaton for each part, joined by ε-edges.</summary>
internal static class Thompson
{
    public static Nfa Construct(RegularExpression expression)
    {
        var builder = new NfaBuilder();
        var whole = expression.Add(builder);
        return builder.Build(whole);
    }
}
