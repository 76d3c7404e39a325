using Qiansi.Server.Course;

namespace Qiansi.Tool.Exercises;

/// <summary>One notebook of <c>nb student</c>, and where its copy goes.</summary>
/// <param name="Input">The notebook with solutions, as the person named it or its folder.</param>
/// <param name="Target">The student's copy.</param>
/// <param name="IsNamed">Whether the person named the file itself: then it must hold an exercise.</param>
/// <param name="IsBeside">Whether the copy goes beside the input.</param>
internal sealed record HandoutPlan(string Input, string Target, bool IsNamed, bool IsBeside)
{
    private const string CopySuffix = ".student.ipynb";

    /// <summary>Plans the copies.</summary>
    /// <param name="inputs">Files and folders.</param>
    /// <param name="output">What <c>-o</c> says: a file for one notebook, or a folder, which gets the folders of a folder too.</param>
    /// <exception cref="CommandException">An input is not there or no .ipynb, or two copies would be one file.</exception>
    public static IReadOnlyList<HandoutPlan> Make(IReadOnlyList<string> inputs, string? output)
    {
        var plans = inputs.SelectMany(i => Directory.Exists(i)
            ? NotebooksIn(i, output).Select(f => new HandoutPlan(
                f, TargetOf(f, output, Path.GetRelativePath(i, f), isOne: false), IsNamed: false, output is null))
            : [new(i, TargetOf(i, output, Path.GetFileName(i), inputs.Count == 1), IsNamed: true, output is null)]).ToList();
        if (plans.GroupBy(p => Path.GetFullPath(p.Target)).FirstOrDefault(g => g.Count() > 1) is { } same)
            throw new CommandException($"{string.Join(" and ", same.Select(p => p.Input))} would both be written to {same.First().Target}.",
                "Name the folder above them, or write them with separate commands.");
        return plans;
    }

    private static List<string> NotebooksIn(string folder, string? output)
    {
        var ownOutput = output is null ? null : Path.GetFullPath(output) + Path.DirectorySeparatorChar;
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        return [.. Directory.EnumerateFiles(folder, "*.ipynb", all)
            .Where(f => !f.EndsWith(CopySuffix, StringComparison.OrdinalIgnoreCase)
                && (ownOutput is null || !Path.GetFullPath(f).StartsWith(ownOutput, StringComparison.Ordinal)))
            .Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar)
                .Any(part => part.StartsWith('.') || part == StudentEdition.FolderName))
            .Order(StringComparer.Ordinal)];
    }

    private static string TargetOf(string input, string? output, string inFolder, bool isOne)
    {
        if (Path.GetExtension(input).ToLowerInvariant() != ".ipynb")
            throw new CommandException($"'{input}' does not end in .ipynb.",
                "Only .ipynb files have the cell metadata that says what a solution is.");
        if (output is null) return Path.Combine(Path.GetDirectoryName(input) ?? "", Path.GetFileNameWithoutExtension(input) + CopySuffix);
        var isFolder = Directory.Exists(output) || Path.EndsInDirectorySeparator(output) || Path.GetExtension(output).Length == 0;
        if (!isFolder && !isOne)
            throw new CommandException($"-o '{output}' is one file, where several copies may be written.",
            $"Name a folder, such as -o handout{Path.DirectorySeparatorChar}");
        var target = isFolder ? Path.Combine(output, inFolder) : output;
        if (Path.GetExtension(target).ToLowerInvariant() != ".ipynb")
            throw new CommandException($"-o '{output}' does not end in .ipynb.", "Name a .ipynb file, or a folder.");
        if (Path.GetFullPath(target) == Path.GetFullPath(input))
            throw new CommandException($"-o '{output}' is the notebook with the solutions itself.",
            "Write the student's copy under another name.");
        return target;
    }
}
