namespace Qiansi.Engine.Packages;

/// <summary>Which versions a reference accepts, as NuGet writes it.</summary>
/// <remarks>
/// <c>1.2</c> is 1.2 or higher, the lowest there is; <c>[1.2]</c> that one; <c>[1.0,2.0)</c> an interval; <c>1.*</c> the newest stable 1.x;
/// <c>*-*</c> the newest of all. Notation: NuGet package version reference.
/// </remarks>
internal sealed class VersionRange
{
    private SemanticVersion? _minimum;
    private SemanticVersion? _maximum;
    private bool _includesMinimum = true;
    private bool _includesMaximum;
    private string? _pattern;

    private VersionRange(string text) => Text = text;

    /// <summary>The range as written, without white space.</summary>
    public string Text { get; }

    /// <summary>Whether the same text means the same version tomorrow: a plain version or <c>[1.2.3]</c>.</summary>
    public bool IsFixed =>
        _pattern is null && _minimum is not null && (_maximum is null ? Text[0] is not '[' and not '(' : _minimum.Equals(_maximum));

    /// <summary>The lowest version, or null when there is none.</summary>
    public SemanticVersion? Minimum => _minimum;

    /// <summary>Whether it is a plain version, that is a minimum.</summary>
    public bool IsMinimum => IsFixed && _maximum is null;

    /// <summary>Reads a range; null when the text is none.</summary>
    public static VersionRange? TryParse(string text)
    {
        text = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (text.Length == 0) return null;
        var range = new VersionRange(text);
        var read = text[0] is '[' or '(' ? range.ReadInterval() : range.ReadBound(text, out range._minimum);
        return read ? range : null;
    }

    /// <summary>Whether a version lies in the range.</summary>
    public bool Contains(SemanticVersion version)
    {
        if (_pattern is not null && !Matches(_pattern, version)) return false;
        if (_minimum is not null && version.CompareTo(_minimum) is var low && (low < 0 || (low == 0 && !_includesMinimum))) return false;
        return _maximum is null || version.CompareTo(_maximum) is var high && (high < 0 || (high == 0 && _includesMaximum));
    }

    private bool ReadInterval()
    {
        if (Text.Length < 3 || Text[^1] is not (']' or ')')) return false;
        _includesMinimum = Text[0] == '[';
        _includesMaximum = Text[^1] == ']';
        var bounds = Text[1..^1].Split(',');
        if (bounds.Length == 1)
        {
            _minimum = _maximum = SemanticVersion.TryParse(bounds[0]);
            return _minimum is not null && _includesMinimum && _includesMaximum;
        }
        if (bounds.Length != 2 || (bounds[0].Length == 0 && bounds[1].Length == 0)) return false;
        if (bounds[0].Length > 0 && !ReadBound(bounds[0], out _minimum)) return false;
        if (bounds[1].Length > 0 && (_maximum = SemanticVersion.TryParse(bounds[1])) is null) return false;
        return _minimum is null || _maximum is null
            || _minimum.CompareTo(_maximum) is var order && (order < 0 || (order == 0 && _includesMinimum && _includesMaximum));
    }

    private bool ReadBound(string text, out SemanticVersion? minimum)
    {
        if (!text.Contains('*'))
        {
            minimum = SemanticVersion.TryParse(text);
            return minimum is not null;
        }
        minimum = null;
        _pattern = text;
        string numbers = text, label = "";
        var dash = text.IndexOf('-');
        if (dash >= 0) (numbers, label) = (text[..dash], text[(dash + 1)..]);
        return IsPattern(numbers, ".") && (dash < 0 || IsPattern(label, null));
    }

    // A star stands last, once; in the numbers it takes the place of a whole number.
    private static bool IsPattern(string text, string? before)
    {
        if (text == "*") return true;
        var star = text.IndexOf('*');
        if (star >= 0 && (star != text.Length - 1 || (before is not null && !text[..star].EndsWith(before, StringComparison.Ordinal))))
            return false;
        var fixedPart = text.TrimEnd('*').TrimEnd('.');
        return SemanticVersion.TryParse(before is null ? "0-" + fixedPart : fixedPart) is not null;
    }

    private static bool Matches(string pattern, SemanticVersion version)
    {
        string numbers = pattern, label = "";
        if (pattern.IndexOf('-') is >= 0 and var dash) (numbers, label) = (pattern[..dash], pattern[(dash + 1)..]);
        else if (version.IsPrerelease) return false;
        var parts = numbers.Split('.');
        for (var i = 0; i < parts.Length && parts[i] != "*"; i++)
        {
            if (int.Parse(parts[i]) != version[i]) return false;
        }
        // A stable version comes after all its prereleases, so 1.2.3-* accepts 1.2.3.
        return label.Length == 0 || !version.IsPrerelease
            || version.Label.StartsWith(label.TrimEnd('*'), StringComparison.OrdinalIgnoreCase);
    }
}
