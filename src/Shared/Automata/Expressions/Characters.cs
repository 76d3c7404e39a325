namespace Qiansi.Automata.Expressions;

/// <summary>One character of a set.</summary>
internal sealed record Characters(CharSet Set) : RegularExpression
{
    public override string ToString() => Set.Ranges is [var (low, high)] && low == high ? Escape(low)
        : Set.Contains(char.MaxValue) ? $"[^{Inside(Set.Complement())}]" : $"[{Inside(Set)}]";

    internal override Fragment Add(NfaBuilder builder) => builder.Edge(Set);

    private static string Inside(CharSet set) =>
        string.Concat(set.Ranges.Select(r => r.Low == r.High ? Escape(r.Low) : $"{Escape(r.Low)}-{Escape(r.High)}"));

    private static string Escape(char c) => ExpressionReader.Special.Contains(c) ? $"\\{c}" : c.ToString();
}
