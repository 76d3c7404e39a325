using Qiansi.Engine;
using Qiansi.Engine.Comms;

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

    /// <summary>Answers the question a comm was opened with, and closes it.</summary>
    public void Answer(Comm comm, CommData question)
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            comm.Send(HandleAsync(question, limit.Token).GetAwaiter().GetResult());
        }
        catch (Exception e)
        {
            // Whatever it is, the asker is to know.
            comm.Send(new { error = e.Message });
        }

        comm.Close();
    }

    private async Task<object> HandleAsync(CommData question, CancellationToken cancellation)
    {
        var code = question.Json.GetProperty("code").GetString()!;
        return question.Json.GetProperty("do").GetString() switch
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
