using System.Net;
using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Engine.CSharp.Errors;

/// <summary>The compiler's warnings below a cell that succeeded: a quiet line each.</summary>
internal static class WarningLines
{
    private const int MostShown = 8;

    /// <summary>Shows the warnings of a cell; nothing when there are none.</summary>
    public static void Show(string cellName, IReadOnlyList<CellDiagnostic> warnings, IOutputSink output)
    {
        if (warnings.Count == 0) return;
        List<string> lines = [.. warnings.Take(MostShown).Select(w => $"{cellName} ({w.Line},{w.Column}): warning {w.Id}: {w.Message}")];
        if (warnings.Count > MostShown) lines.Add($"… and {warnings.Count - MostShown} more warnings.");
        output.Display(new MimeBundle
        {
            { "text/html", $"<div style=\"opacity:.7;font-size:90%\">{string.Join("<br>", lines.Select(WebUtility.HtmlEncode))}</div>" },
            { "text/plain", string.Join('\n', lines) },
        });
    }
}
