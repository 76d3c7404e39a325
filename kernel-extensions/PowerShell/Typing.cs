using System.Management.Automation;
using System.Management.Automation.Language;
using Qiansi.Contracts;

namespace Qiansi.PowerShellCells;

/// <summary>What a front end asks while a cell is written.</summary>
internal static class Typing
{
    /// <summary>What can stand at a place of a cell.</summary>
    public static CompletionList Complete(Shell shell, string code, int position)
    {
        using var entered = shell.Enter();
        using var pipeline = PowerShell.Create(shell.Runspace);
        var found = pipeline.AddCommand("TabExpansion2").AddParameter("inputScript", code).AddParameter("cursorColumn", position)
            .Invoke<CommandCompletion>().FirstOrDefault();
        if (found is null or { ReplacementIndex: < 0 }) return new(position, position, []);
        return new(found.ReplacementIndex, found.ReplacementIndex + found.ReplacementLength,
            [.. found.CompletionMatches.Select(m => new CompletionItem(m.CompletionText, Kind(m.ResultType), m.ToolTip))]);
    }

    /// <summary>Whether a bracket, text or block is still open.</summary>
    public static bool IsIncomplete(string code)
    {
        Parser.ParseInput(code, out _, out var mistakes);
        return mistakes.Any(m => m.IncompleteInput);
    }

    /// <summary>What cannot be read.</summary>
    public static IReadOnlyList<CodeDiagnostic> Diagnose(string code)
    {
        Parser.ParseInput(code, out _, out var mistakes);
        return
        [
            .. mistakes.Select(m => new CodeDiagnostic(m.ErrorId, true, m.Message, m.Extent.StartLineNumber - 1,
                m.Extent.StartColumnNumber - 1, m.Extent.EndLineNumber - 1, m.Extent.EndColumnNumber - 1)),
        ];
    }

    private static string Kind(CompletionResultType type) => type switch
    {
        CompletionResultType.Command or CompletionResultType.Method => "function",
        CompletionResultType.Type => "class",
        CompletionResultType.Namespace => "module",
        CompletionResultType.Keyword or CompletionResultType.DynamicKeyword => "keyword",
        CompletionResultType.ProviderItem or CompletionResultType.ProviderContainer => "path",
        CompletionResultType.Variable => "instance",
        _ => "property",
    };
}
