using System.Collections.Immutable;

namespace Qiansi.Automata;

/// <summary>A set of characters, as ranges in order that neither overlap nor touch.</summary>
public sealed class CharSet : IEquatable<CharSet>
{
    /// <summary>No character.</summary>
    public static CharSet Empty { get; } = new([]);

    /// <summary>Every character.</summary>
    public static CharSet All { get; } = new([('\0', char.MaxValue)]);

    private CharSet(ImmutableArray<(char Low, char High)> ranges) => Ranges = ranges;

    /// <summary>Its ranges, both ends included.</summary>
    public ImmutableArray<(char Low, char High)> Ranges { get; }

    /// <summary>Whether it has no character.</summary>
    public bool IsEmpty => Ranges.IsEmpty;

    /// <summary>One character.</summary>
    public static CharSet Of(char c) => Of([(c, c)]);

    /// <summary>The characters of ranges, in any order.</summary>
    public static CharSet Of(IEnumerable<(char Low, char High)> ranges)
    {
        var result = new List<(char Low, char High)>();
        foreach (var (low, high) in ranges.Where(r => r.Low <= r.High).OrderBy(r => r.Low))
        {
            if (result.Count > 0 && low <= result[^1].High + 1) result[^1] = (result[^1].Low, (char)Math.Max(result[^1].High, high));
            else result.Add((low, high));
        }

        return new([.. result]);
    }

    /// <summary>Whether it has a character.</summary>
    public bool Contains(char c)
    {
        foreach (var (low, high) in Ranges)
        {
            if (low <= c && c <= high) return true;
        }

        return false;
    }

    /// <summary>The characters of either.</summary>
    public CharSet Union(CharSet other) => Of(Ranges.Concat(other.Ranges));

    /// <summary>The characters of both.</summary>
    public CharSet Intersect(CharSet other) => Of(
        from a in Ranges from b in other.Ranges select ((char)Math.Max(a.Low, b.Low), (char)Math.Min(a.High, b.High)));

    /// <summary>All characters but these.</summary>
    public CharSet Complement()
    {
        var gaps = new List<(char, char)>();
        var next = 0;
        foreach (var (low, high) in Ranges)
        {
            if (next < low) gaps.Add(((char)next, (char)(low - 1)));
            next = high + 1;
        }

        if (next <= char.MaxValue) gaps.Add(((char)next, char.MaxValue));
        return Of(gaps);
    }

    /// <summary>
    /// The coarsest disjoint sets such that each of the given sets is a union of some: what an automaton needs to tell apart. Characters
    /// that none of them has are left out.
    /// </summary>
    public static IReadOnlyList<CharSet> Partition(IEnumerable<CharSet> sets)
    {
        var parts = new List<CharSet>();
        foreach (var set in sets)
        {
            var rest = set;
            foreach (var part in parts.ToArray())
            {
                var common = part.Intersect(rest);
                if (common.IsEmpty) continue;
                rest = rest.Intersect(common.Complement());
                var other = part.Intersect(common.Complement());
                if (other.IsEmpty) continue;
                parts.Remove(part);
                parts.Add(common);
                parts.Add(other);
            }

            if (!rest.IsEmpty) parts.Add(rest);
        }

        return [.. parts.OrderBy(p => p.Ranges[0].Low)];
    }

    /// <inheritdoc/>
    public bool Equals(CharSet? other) => other is not null && Ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CharSet);

    /// <inheritdoc/>
    public override int GetHashCode() => Ranges.Aggregate(17, HashCode.Combine);

    /// <summary>As a label: <c>a</c>, <c>0–9</c>, <c>A–Z a–z</c>; a set of more than half of all characters by what it lacks:
    /// <c>not }</c>.</summary>
    public override string ToString()
    {
        if (Equals(All)) return "any";
        return Contains('\uFFFF') ? "not " + Text(Complement()) : Text(this);

        static string Text(CharSet set) => string.Join(' ', set.Ranges.Select(r =>
            r.Low == r.High ? Name(r.Low) : $"{Name(r.Low)}{(r.High == r.Low + 1 ? " " : "–")}{Name(r.High)}"));

        static string Name(char c) => c switch
        {
            ' ' => "␣",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ when char.IsControl(c) || char.IsSurrogate(c) => $"\\u{(int)c:X4}",
            _ => c.ToString(),
        };
    }
}
