namespace Qiansi.Engine.Packages;

/// <summary>A package's version: up to four numbers and an optional prerelease label,
/// ordered as Semantic Versioning 2.0.0 orders them.</summary>
/// <remarks>NuGet's differences are kept: a fourth number, missing numbers are 0, labels ignore case.
/// Build metadata after <c>+</c> is dropped.</remarks>
internal sealed class SemanticVersion : IComparable<SemanticVersion>, IEquatable<SemanticVersion>
{
    private readonly int[] _numbers;

    private SemanticVersion(int[] numbers, string label)
    {
        _numbers = numbers;
        Label = label;
    }

    /// <summary>What stands after the first <c>-</c>; empty for a stable version.</summary>
    public string Label { get; }

    /// <summary>Whether it has a label.</summary>
    public bool IsPrerelease => Label.Length > 0;

    /// <summary>One of the four numbers.</summary>
    public int this[int position] => _numbers[position];

    /// <summary>Reads a version; null when the text is none.</summary>
    public static SemanticVersion? TryParse(string text)
    {
        text = text.Trim();
        if (text.IndexOf('+') is >= 0 and var plus) text = text[..plus];
        var label = "";
        if (text.IndexOf('-') is >= 0 and var dash)
        {
            label = text[(dash + 1)..];
            text = text[..dash];
            if (!IsLabel(label)) return null;
        }
        var parts = text.Split('.');
        if (parts.Length > 4) return null;
        var numbers = new int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!IsNumber(parts[i]) || !int.TryParse(parts[i], out numbers[i])) return null;
        }
        return new SemanticVersion(numbers, label);
    }

    /// <inheritdoc />
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null) return 1;
        for (var i = 0; i < 4; i++)
        {
            if (_numbers[i] != other._numbers[i]) return _numbers[i].CompareTo(other._numbers[i]);
        }
        if (!IsPrerelease || !other.IsPrerelease) return other.IsPrerelease.CompareTo(IsPrerelease);
        return CompareLabels(Label.Split('.'), other.Label.Split('.'));
    }

    /// <inheritdoc />
    public bool Equals(SemanticVersion? other) => CompareTo(other) == 0;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SemanticVersion other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(_numbers[0], _numbers[1], _numbers[2], _numbers[3], StringComparer.OrdinalIgnoreCase.GetHashCode(Label));

    /// <summary>The form NuGet writes: three numbers, the fourth when it is not 0, the label.</summary>
    public override string ToString() =>
        $"{_numbers[0]}.{_numbers[1]}.{_numbers[2]}{(_numbers[3] == 0 ? "" : $".{_numbers[3]}")}{(IsPrerelease ? "-" + Label : "")}";

    private static int CompareLabels(string[] mine, string[] theirs)
    {
        for (var i = 0; i < Math.Min(mine.Length, theirs.Length); i++)
        {
            bool leftIsNumber = IsNumber(mine[i]), rightIsNumber = IsNumber(theirs[i]);
            var order = leftIsNumber && rightIsNumber ? CompareNumbers(mine[i], theirs[i])
                : leftIsNumber != rightIsNumber ? (leftIsNumber ? -1 : 1) // numbers come before words
                : string.Compare(mine[i], theirs[i], StringComparison.OrdinalIgnoreCase);
            if (order != 0) return order;
        }
        return mine.Length.CompareTo(theirs.Length);
    }

    // Labels may hold dates and build counters longer than any integer type.
    private static int CompareNumbers(string left, string right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool IsLabel(string text) =>
        text.Split('.').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
