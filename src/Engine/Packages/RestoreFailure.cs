using System.Text;

namespace Qiansi.Engine.Packages;

/// <summary>Puts a failed restore into words: what was asked for, what each source answered, and the way out.</summary>
/// <remarks>Codes: NuGet errors and warnings reference, NU1100 to NU1301.</remarks>
/// <param name="set">What was asked for.</param>
/// <param name="messages">The restore's errors.</param>
/// <param name="feeds">Addresses of the sources that were asked, as far as the restore named them.</param>
/// <param name="known">Packages of this machine, for hints.</param>
/// <param name="neededBy">Packages that need a package of a name.</param>
internal sealed class RestoreFailure(
    PackageSet set, IReadOnlyList<RestoreMessage> messages, IReadOnlyList<string> feeds, KnownPackages known,
    Func<string, IEnumerable<string>> neededBy)
{
    /// <summary>The exception to throw.</summary>
    public PackageResolutionException ToException()
    {
        var text = new StringBuilder();
        var codes = new List<string>();
        foreach (var message in messages.DistinctBy(m => (m.Code, m.Text)))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(Explain(message));
            codes.Add(message.Code);
        }
        if (feeds.Count > 0) text.Append("\nSources asked: ").AppendJoin(", ", feeds).Append('.');
        return new PackageResolutionException(text.ToString(), codes);
    }

    private string Explain(RestoreMessage message) => message.Code switch
    {
        "NU1101" => NoSuchPackage(message),
        "NU1102" or "NU1103" => NoSuchVersion(message),
        "NU1301" => SourceSilent(message),
        "NU1202" => $"{message.Text.Split('\n')[0]}\nThis kernel runs {TargetPlatform.Framework}; "
            + $"look for a version of {message.Package} that supports it"
            + $"{OnThisMachine(message.Package)}, or for a package that replaces it. (NU1202)",
        "NU1605" => $"{message.Text.TrimEnd()}\nAsk for the higher version yourself, in the cell that first references it. (NU1605)",
        "NU1107" => $"{message.Text.TrimEnd()}\nNo one version suits all: choose other versions of the packages named above. (NU1107)",
        "NU1212" or "NU1213" =>
            $"{message.Text.TrimEnd()}\n{message.Package} is a tool or a template, no library; "
            + $"there is nothing in it that a cell could use. ({message.Code})",
        _ => $"{message.Text.TrimEnd()} ({message.Code})",
    };

    private string NoSuchPackage(RestoreMessage message)
    {
        var name = message.Package;
        var text = new StringBuilder($"There is no package '{name}'{Origin(name)}. (NU1101)");
        foreach (var source in SourcesNamed(message.Text)) text.Append($"\n  {source}: no package of that name");
        if (known.NearestNames(name) is { Count: > 0 } near)
            text.Append($"\nOn this machine, with a similar name: {string.Join(", ", near)}.");
        return text.Append("\nCheck the spelling; if it lies elsewhere, add its source before it: #i \"nuget: "
            + "https://…/index.json\" or #i \"nuget: folder\" with a folder of .nupkg files.").ToString();
    }

    private string NoSuchVersion(RestoreMessage message)
    {
        var name = message.Package;
        var asked = Asked(name);
        var onlyPrereleases = message.Code == "NU1103";
        var text = new StringBuilder($"{name} has no {(onlyPrereleases ? "stable version" : "version")} that fits "
            + $"{asked?.VersionText ?? WantedVersion(message.Text)}{Origin(name)}. ({message.Code})");
        string? nearest = null;
        foreach (var line in message.Text.Split('\n').Skip(1))
        {
            var answer = line.Trim().TrimStart('-').Trim();
            if (Between(answer, "[ Nearest version: ", " ]") is { } version)
            {
                nearest ??= version;
                text.Append($"\n  {Between(answer, " in ", " [")}: {Between(answer, "Found ", " in ")}, nearest {version}");
            }
            else if (answer.StartsWith("Found 0 version(s) in ", StringComparison.Ordinal))
                text.Append($"\n  {answer[22..]}: no package of that name");
            else if (answer.Length > 0) text.Append("\n  ").Append(answer);
        }
        if (known.VersionsOf(name) is { Count: > 0 } versions) text.Append($"\nOn this machine: {string.Join(", ", versions)}.");
        var wayOut = asked is not null && nearest is not null ? $"Write #r \"nuget: {name}, {nearest}\"" : "Write another version";
        if (onlyPrereleases && asked is not null) wayOut += $", or #r \"nuget: {name}, *-*\" for the newest with prereleases";
        return text.Append('\n').Append(wayOut).Append(", or add a source that has it: #i \"nuget: …\".").ToString();
    }

    private static string SourceSilent(RestoreMessage message)
    {
        string[] lines = [.. message.Text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Distinct()];
        if (lines.Any(l => l.Contains(" 401 (", StringComparison.Ordinal) || l.Contains(" 403 (", StringComparison.Ordinal)))
        {
            return $"A package source wants to know who asks: {string.Join(" ", lines)} (NU1301)\n"
                + "Put user and token for it into your NuGet.config: `dotnet nuget add source ADDRESS --name NAME --username USER "
                + "--password TOKEN --store-password-in-clear-text`,"
                + " then run the cell again; without an account, remove the source (its #i line, or `dotnet nuget list source`).";
        }

        return $"A package source cannot be used: {string.Join(" ", lines)} (NU1301)\n"
            + "Check the connection, or remove the source (its #i line, or `dotnet nuget list source`). Offline, "
            + "exact versions that were used before on this machine still work;"
            + " others can be had from a folder of .nupkg files: #i \"nuget: folder\".";
    }

    private PackageReference? Asked(string name) =>
        set.References.FirstOrDefault(r => r.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private string Origin(string name) =>
        Asked(name) is null && string.Join(", ", neededBy(name)) is { Length: > 0 } who ? $", which {who} needs" : "";

    private string OnThisMachine(string name) =>
        known.VersionsOf(name) is { Count: > 0 } versions ? $" (on this machine: {string.Join(", ", versions)})" : "";

    private static string WantedVersion(string text) => Between(text.Split('\n')[0], " with version ", null) ?? "what is asked for";

    private static IEnumerable<string> SourcesNamed(string text) =>
        Between(text, "in source(s): ", null)?.TrimEnd('.').Split(", ", StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Between(string text, string before, string? after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        if (start < 0) return null;
        start += before.Length;
        var end = after is null ? text.Length : text.IndexOf(after, start, StringComparison.Ordinal);
        return end < 0 ? null : text[start..end];
    }
}
