namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>How well a name answers what was typed; smaller is better.</summary>
internal enum MatchQuality
{
    /// <summary>The very word.</summary>
    Exact,

    /// <summary>Starts with it; capitals that were typed are capitals there.</summary>
    Prefix,

    /// <summary>Starts with it in another case.</summary>
    PrefixAnyCase,

    /// <summary>Its first word and further ones start with what was typed: <c>WL</c> for <c>WriteLine</c>.</summary>
    Humps,

    /// <summary>The same from a later word on: <c>Line</c> for <c>WriteLine</c>.</summary>
    InnerHumps,

    /// <summary>No match.</summary>
    None,
}

/// <summary>Matches names against a typed prefix, by case-insensitive prefix and by the humps of camel case.</summary>
internal static class NameMatch
{
    /// <summary>How <paramref name="name"/> answers <paramref name="typed"/>; everything matches the empty text.</summary>
    public static MatchQuality Match(string name, string typed)
    {
        if (typed.Length == 0) return MatchQuality.Prefix;
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        {
            if (name.Length == typed.Length && name == typed) return MatchQuality.Exact;
            for (var i = 0; i < typed.Length; i++)
            {
                if (char.IsUpper(typed[i]) && typed[i] != name[i]) return MatchQuality.PrefixAnyCase;
            }

            return MatchQuality.Prefix;
        }

        if (HumpsFrom(name, 0, typed, 0)) return MatchQuality.Humps;
        for (var i = 1; i < name.Length; i++)
        {
            if (StartsWord(name, i) && HumpsFrom(name, i, typed, 0)) return MatchQuality.InnerHumps;
        }

        return MatchQuality.None;
    }

    private static bool HumpsFrom(string name, int at, string typed, int next)
    {
        if (next == typed.Length) return true;
        if (at >= name.Length || !SameLetter(name[at], typed[next])) return false;
        if (HumpsFrom(name, at + 1, typed, next + 1)) return true;
        if (next + 1 == typed.Length) return true;
        for (var i = at + 2; i < name.Length; i++)
        {
            if (StartsWord(name, i) && HumpsFrom(name, i, typed, next + 1)) return true;
        }

        return false;
    }

    private static bool StartsWord(string name, int i) =>
        (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
        || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]))
        || (name[i - 1] == '_' && name[i] != '_');

    private static bool SameLetter(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
