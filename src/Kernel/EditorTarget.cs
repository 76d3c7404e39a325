using System.Text.Json;
using Qiansi.Engine;

namespace Qiansi.Kernel;

/// <summary>What Jupyter's protocol has no request for: answers each comm opened to <see cref="Name"/> with one message.</summary>
/// <remarks>
/// A question has <c>code</c> and <c>do</c>: <c>diagnose</c> is answered with <c>diagnostics</c> (id, severity, message,
/// 0-based lines and UTF-16 columns of start and end), <c>format</c> with <c>code</c>; what fails with <c>error</c>.
/// </remarks>
internal sealed class EditorTarget(Session session)
{
    /// <summary>The comm target's name.</summary>
    public const string Name = "qiansi.editor";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>The answer to a question.</summary>
    public object Answer(JsonElement question)
    {
        using var limit = new CancellationTokenSource(Longest);
        return AnswerAsync(question, limit.Token).GetAwaiter().GetResult();
    }

    private async Task<object> AnswerAsync(JsonElement question, CancellationToken cancellation)
    {
        var code = question.GetProperty("code").GetString()!;
        return question.GetProperty("do").GetString() switch
        {
            "diagnose" => new
            {
                diagnostics = (await session.DiagnoseAsync(code, cancellation)).Select(d => new
                {
                    id = d.Id,
                    severity = d.IsError ? "error" : "warning",
                    message = d.Message,
                    start = new[] { d.StartLine, d.StartColumn },
                    end = new[] { d.EndLine, d.EndColumn },
                }),
            },
            "format" => new { code = await session.FormatAsync(code, cancellation) },
            var other => new { error = $"'{other}' is not understood; diagnose and format are." },
        };
    }
}
