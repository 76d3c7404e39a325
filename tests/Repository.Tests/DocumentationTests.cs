using System.Text.RegularExpressions;

namespace Qiansi.Repository.Tests;

/// <summary>What the Markdown files name exists: links, and the paths, tests and commands of their shell lines.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages => [.. Tree.Files(".md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        var folder = Path.Combine(Tree.Folder, Path.GetDirectoryName(page)!);
        var targets = Link().Matches(Tree.Read(page)).Select(m => m.Groups[1].Value).Where(t => !t.Contains("://") && !t.StartsWith('#'));
        Assert.All(targets,
            target => Assert.True(Path.Exists(Path.Combine(folder, target.Split('#')[0])),
                $"{page} links to {target}, which is not there"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Paths_in_commands_exist(string page)
    {
        var commands = Command().Matches(Tree.Read(page)).Select(m => m.Groups[1].Value);
        var paths = commands.SelectMany(c => c.Split(' ')).Where(w => TreePath().IsMatch(w) && !w.Contains("NN-name"));
        Assert.All(paths,
            path => Assert.True(Path.Exists(Path.Combine(Tree.Folder, path)), $"{page} has a command with {path}, which is not there"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_of_nb_are_there(string page)
    {
        var named = NbCommand().Matches(Tree.Read(page)).Select(m => m.Groups[1].Value);
        Assert.All(named, name => Assert.True(NbCommands.Value.Contains(name), $"{page} speaks of nb {name}, which is no command"));
    }

    /// <summary>The names that the sources of the commands give.</summary>
    private static readonly Lazy<HashSet<string>> NbCommands = new(() =>
        [.. Tree.Files("Command.cs").Where(f => f.StartsWith("src/Tool/", StringComparison.Ordinal))
            .SelectMany(f => CommandName().Matches(Tree.Read(f))).Select(m => m.Groups[1].Value)]);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    /// <summary>A line of a shell block, or inline code, that calls dotnet, bash or nb.</summary>
    [GeneratedRegex(@"(?:^|`)((?:[A-Z]+=\w+ )?(?:dotnet|bash|\./nb) [^`#\n]+)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^(src|tests|notebooks|kernel-extensions|docs|\.ci|Notebooks\.sln)(/|$)[\w./-]*$|^Notebooks\.sln$")]
    private static partial Regex TreePath();

    [GeneratedRegex(@"`(?:\./)?nb ([a-z]+)")]
    private static partial Regex NbCommand();

    [GeneratedRegex(@"Command\(\s*""([a-z]+)""")]
    private static partial Regex CommandName();
}
