using Qiansi.Contracts;

namespace Qiansi.Engine.Languages;

/// <summary>JavaScript that the front end runs in its page.</summary>
public sealed class JavaScriptLanguage : ILanguageKernel
{
    /// <inheritdoc />
    public string Name => "javascript";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases { get; } = ["js"];

    /// <inheritdoc />
    public string Summary => "Runs JavaScript in the page the notebook is shown in.";

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context)
    {
        context.Output.Display(BundleOf(block.Code));
        return Task.FromResult(CellStatus.Ok);
    }

    /// <summary>Script as front ends run it.</summary>
    internal static MimeBundle BundleOf(string code) => new() { { "application/javascript", code }, { "text/plain", "(JavaScript, run by the page)" } };
}
