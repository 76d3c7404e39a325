namespace Qiansi.Engine.Packages;

/// <summary>Reads <c>#r "nuget: Name, Version"</c> and <c>#i "nuget: source"</c>.</summary>
/// <remarks>Both answer null for lines that are something else (<c>#r "lib.dll"</c>), so that the caller can go on.</remarks>
internal static class PackageReferenceParser
{
    private const string Example = "write #r \"nuget: Humanizer.Core, 2.14.1\", or leave the version out for the newest stable one";

    /// <summary>The package a line asks for, or null when the line is no package reference.</summary>
    /// <exception cref="DirectiveException">Name or version is missing or malformed.</exception>
    public static PackageReference? ParseReference(string line)
    {
        if (Argument(line, 'r') is not { } text) return null;
        var comma = text.IndexOf(',');
        var name = (comma < 0 ? text : text[..comma]).Trim();
        if (name.Length == 0) throw new DirectiveException($"{line.Trim()}: the package's name is missing; {Example}.");
        if (name.Length > 100 || name.Any(c => !char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_')))
        {
            throw new DirectiveException($"'{name}' is no package name (letters, digits, '.', '-' and '_', at most 100); {Example}.");
        }
        if (comma < 0) return new PackageReference(name, null);

        var version = text[(comma + 1)..].Trim();
        if (version.Length == 0) return new PackageReference(name, null);
        var range = VersionRange.TryParse(version) ?? throw new DirectiveException(
            $"'{version}' is no version for {name}: write 1.2.3, a range such as [1.0,2.0), the newest of a line such as 1.*, "
            + "or *-* for the newest with prereleases.");
        return new PackageReference(name, range);
    }

    /// <summary>The source a line adds, or null when the line adds none: an address, or the full path of a folder.</summary>
    /// <param name="line">The line of the cell.</param>
    /// <param name="baseDirectory">Where relative folders start.</param>
    /// <exception cref="DirectiveException">It is neither an http(s) address nor a folder that exists.</exception>
    public static string? ParseSource(string line, string baseDirectory)
    {
        if (Argument(line, 'i') is not { } text) return null;
        if (text.Length == 0)
        {
            throw new DirectiveException(
                $"{line.Trim()}: the source is missing; write #i \"nuget: https://…/index.json\" or #i \"nuget: folder\".");
        }
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0
                ? text
                : throw new DirectiveException($"#i: '{text}' is no address; write #i \"nuget: https://host/path/index.json\".");
        }
        var folder = text.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(text, UriKind.Absolute, out var file)
            ? file.LocalPath
            : text == "~" || text.StartsWith("~/", StringComparison.Ordinal)
                ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + text[1..]
                : text;
        var path = Path.GetFullPath(folder, Path.GetFullPath(baseDirectory));
        return Directory.Exists(path)
            ? path
            : throw new DirectiveException(
                $"#i: there is no folder {path} ('{text}' is taken relative to {Path.GetFullPath(baseDirectory)}); "
                    + "name a folder that holds .nupkg files, or an https:// address.");
    }

    // The text between "nuget: and the closing quote; null when the line is another directive.
    private static string? Argument(string line, char directive)
    {
        var rest = line.AsSpan().Trim();
        if (rest.Length < 3 || rest[0] != '#' || rest[1] != directive) return null;
        rest = rest[2..].TrimStart();
        if (rest.Length == 0 || rest[0] != '"') return null;
        rest = rest[1..].TrimStart();
        if (!rest.StartsWith("nuget", StringComparison.OrdinalIgnoreCase)) return null;
        rest = rest[5..].TrimStart();
        if (rest.Length == 0 || rest[0] != ':') return null;
        rest = rest[1..];
        var quote = rest.IndexOf('"');
        if (quote < 0) throw new DirectiveException($"{line.Trim()}: the closing quote is missing.");
        var after = rest[(quote + 1)..].Trim();
        if (after.Length > 0 && !after.StartsWith("//", StringComparison.Ordinal))
        {
            throw new DirectiveException(
                $"{line.Trim()}: '{after}' after the closing quote is not understood; put each package on a line of its own.");
        }
        return rest[..quote].Trim().ToString();
    }
}
