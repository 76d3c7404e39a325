using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Tool.Libraries;

namespace Qiansi.Tool.Running;

/// <summary>The kernel a notebook runs on.</summary>
/// <param name="Launch">How it is started.</param>
/// <param name="KnowsDirectives">Whether its cells may begin with <c>#!html</c> and the like.</param>
internal sealed record KernelChoice(KernelLaunch Launch, bool KnowsDirectives)
{
    /// <summary>Environment variable that tells our own kernel that nobody watches.</summary>
    public const string Batch = "QIANSI_BATCH";

    /// <summary>The installed kernelspec of a name; without one, our own kernel for .NET notebooks and the
    /// notebook's kernelspec for others.</summary>
    /// <exception cref="KernelSpecException">The kernelspec is not installed, or broken.</exception>
    public static KernelChoice For(Notebook notebook, string path, string? kernelName, string? torch = null,
        IReadOnlyList<KeyValuePair<string, string>>? environment = null)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var name = kernelName ?? (notebook.Language is "csharp" or "fsharp" or "pwsh" ? null : SpecName(notebook));
        var choice = name is null ? new(OwnKernel.Launch, KnowsDirectives: true) : Installed(KernelSpecFinder.Find(name));
        var launch = choice.Launch with
        {
            WorkingDirectory = folder,
            SessionName = Path.GetFullPath(path),
            Environment =
            [
                .. choice.Launch.Environment, new(Batch, "1"),
                .. TorchLibrary.Environment(torch ?? TorchOf(notebook)), .. environment ?? [],
            ],
        };
        return choice with { Launch = launch };
    }

    /// <summary>A cell's text as the kernel is to get it: a language that only the metadata names is said in a first line.</summary>
    public string CodeOf(Cell cell, Notebook notebook)
    {
        var language = cell.Language ?? notebook.Language;
        var isSaid = cell.Code.Length != cell.Source.Length;
        return !KnowsDirectives || isSaid || language == "csharp" ? cell.Source : $"#!{language}\n{cell.Source}";
    }

    private static KernelChoice Installed(KernelSpec spec) =>
        new(KernelLaunch.FromSpec(spec), spec.Language is "C#" or "F#" or "PowerShell");

    private static string? TorchOf(Notebook notebook) =>
        notebook.Metadata["qiansi"] is JsonObject own && own["torch"] is JsonValue value && value.TryGetValue(out string? name)
            ? name : null;

    private static string? SpecName(Notebook notebook) =>
        notebook.Metadata["kernelspec"] is JsonObject spec && spec["name"] is JsonValue value && value.TryGetValue(out string? name)
        && name.Length > 0 ? name : null;
}
