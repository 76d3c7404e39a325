using Qiansi.Documents;

namespace Qiansi.Tool.Running;

/// <summary>What one run reads and writes.</summary>
/// <param name="Input">The notebook, as the person named it.</param>
/// <param name="Output">The executed notebook; null when none is to be written.</param>
/// <param name="Page">The HTML page; null when none is to be written.</param>
internal sealed record RunPlan(string Input, string? Output, string? Page)
{
    /// <summary>The file to read the notebook from, when it is a copy; its cells run where <see cref="Input"/> is.</summary>
    public string Source { get; init; } = Input;

    /// <summary>Plans the runs of <c>nb run</c>.</summary>
    /// <param name="inputs">The notebooks.</param>
    /// <param name="output">What <c>-o</c> says: a file for one notebook, or a folder.</param>
    /// <param name="inPlace">Whether the inputs themselves are written.</param>
    /// <param name="page">What <c>--html</c> says: a file for one notebook, or a folder.</param>
    /// <exception cref="CommandException">The arguments contradict each other.</exception>
    public static IReadOnlyList<RunPlan> Make(IReadOnlyList<string> inputs, string? output, bool inPlace, string? page)
    {
        if (inPlace && output is not null)
            throw new CommandException(
                "--inplace and -o exclude each other.", "Give one of them: --inplace writes the outputs into the notebook's own file.");
        if (inPlace && inputs.FirstOrDefault(IsDib) is { } dib)
            throw new CommandException(
                $"{dib}: a .dib file has no place for outputs, so --inplace would lose them.", "Use -o with a name that ends in .ipynb.");
        var plans = inputs.Select(i => new RunPlan(
            i, inPlace ? i : Target(i, output, "-o", ".ipynb", inputs.Count), Target(i, page, "--html", ".html", inputs.Count))).ToList();
        CheckDistinct(plans, p => p.Output);
        CheckDistinct(plans, p => p.Page);
        return plans;
    }

    private static string? Target(string input, string? target, string option, string extension, int count)
    {
        if (target is null) return null;
        if (target.Length == 0) throw new CommandException($"{option} is empty.", "Name a file or a folder.");
        if (IsFolder(target)) return Path.Combine(target, Path.GetFileNameWithoutExtension(input) + extension);
        if (!Path.GetExtension(target).Equals(extension, StringComparison.OrdinalIgnoreCase))
            throw new CommandException($"{option} '{target}' does not end in {extension}.",
                $"Name a {extension} file, or a folder with a {Path.DirectorySeparatorChar} at its end.");
        if (count > 1)
            throw new CommandException($"{option} '{target}' is one file, but {count} notebooks are to run.",
                $"Name a folder, such as {option} results{Path.DirectorySeparatorChar}");
        return target;
    }

    /// <summary>An existing folder, a name with a separator at its end, or one without any extension.</summary>
    private static bool IsFolder(string path) =>
        Directory.Exists(path) || Path.EndsInDirectorySeparator(path) || Path.GetExtension(path).Length == 0;

    private static bool IsDib(string path) => Path.GetExtension(path).ToLowerInvariant() is ".dib" or ".dotnet-interactive";

    private static void CheckDistinct(List<RunPlan> plans, Func<RunPlan, string?> file)
    {
        var same = plans.Where(p => file(p) is not null).GroupBy(p => Path.GetFullPath(file(p)!)).FirstOrDefault(g => g.Count() > 1);
        if (same is null) return;
        var inputs = same.Select(p => p.Input).ToList();
        throw new CommandException($"{string.Join(" and ", inputs)} would both be written to {file(same.First())}.",
            "Run them with separate commands, or rename one.");
    }
}
