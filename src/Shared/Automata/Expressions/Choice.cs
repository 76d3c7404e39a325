namespace Qiansi.Automata.Expressions;

/// <summary>One or the other.</summary>
internal sealed record Choice(RegularExpression First, RegularExpression Second) : RegularExpression
{
    public override string ToString() => $"{First}|{Second}";

    internal override Fragment Add(NfaBuilder builder)
    {
        var start = builder.State();
        var (first, second) = (First.Add(builder), Second.Add(builder));
        var end = builder.State();
        foreach (var part in (Fragment[])[first, second])
        {
            builder.Connect(start, part.Start);
            builder.Connect(part.End, end);
        }

        return new(start, end);
    }
}
