namespace Qiansi.Automata.Expressions;

/// <summary>One after the other.</summary>
internal sealed record Concatenation(RegularExpression First, RegularExpression Second) : RegularExpression
{
    public override string ToString() => $"{Part(First)}{Part(Second)}";

    internal override Fragment Add(NfaBuilder builder)
    {
        var (first, second) = (First.Add(builder), Second.Add(builder));
        builder.Connect(first.End, second.Start);
        return new(first.Start, second.End);
    }

    private static string Part(RegularExpression part) => part is Choice ? $"({part})" : part.ToString();
}
