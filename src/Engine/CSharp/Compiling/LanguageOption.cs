namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>The <c>#:property</c> and <c>#:sdk</c> lines of a file-based program, as far as they mean something in a notebook.</summary>
internal static class LanguageOption
{
    /// <summary>The C# that cells are written in after a line.</summary>
    /// <param name="option">The line.</param>
    /// <param name="current">The version until now.</param>
    /// <exception cref="DirectiveException">The line, or the version it names, is not known.</exception>
    public static LanguageVersion After(ReferenceDirective option, LanguageVersion current)
    {
        // A cell sees what every SDK brings, and other properties are about building: neither changes what runs here.
        if (option.Kind == ":sdk") return current;
        if (option.Kind != ":property")
            throw new DirectiveException(
                $"line {option.Line}: {option} is not known here; #:package, #:project, #:property and #:sdk are.");
        var (name, value) = option.Value.Split('=', 2, StringSplitOptions.TrimEntries) is [var n, var v] ? (n, v) : (option.Value, "");
        if (!name.Equals("LangVersion", StringComparison.OrdinalIgnoreCase)) return current;
        if (value.ToLowerInvariant() is "default" or "latest" or "latestmajor") return CellLanguage.Default;
        return LanguageVersionFacts.TryParse(value, out var version)
            ? version
            : throw new DirectiveException(
                $"line {option.Line}: {option}: there is no C# version '{value}'; write preview, latest or a number such as 13.");
    }
}
