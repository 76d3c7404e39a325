using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Doubles;

/// <summary>One thing that reached a sink.</summary>
/// <param name="Kind"><c>stdout</c>, <c>stderr</c>, <c>display</c>, <c>update</c>, <c>result</c>, <c>error</c> or <c>clear</c>.</param>
/// <param name="Text">The text, the plainest rendering, or the error's message.</param>
internal sealed record Recorded(string Kind, string Text, MimeBundle? Data = null, string? DisplayId = null);

/// <summary>Keeps everything a cell produces, in order.</summary>
internal sealed class OutputLog : IOutputSink
{
    private readonly List<Recorded> _all = [];

    public List<Recorded> All
    {
        get
        {
            lock (_all) return [.. _all];
        }
    }

    /// <summary>Answers for <see cref="ReadInputAsync"/>, by prompt; without it there is nobody to ask.</summary>
    public Func<string, bool, string>? Answer { get; set; }

    /// <summary>Everything written to a stream, joined.</summary>
    public string Text(StandardStream stream = StandardStream.Output) =>
        string.Concat(All.Where(r => r.Kind == (stream == StandardStream.Output ? "stdout" : "stderr")).Select(r => r.Text));

    public void Write(StandardStream stream, string text) => Add(new(stream == StandardStream.Output ? "stdout" : "stderr", text));

    public void Display(MimeBundle data, string? displayId = null) => Add(new("display", Plain(data), data, displayId));

    public void UpdateDisplay(MimeBundle data, string displayId) => Add(new("update", Plain(data), data, displayId));

    public void Result(MimeBundle data) => Add(new("result", Plain(data), data));

    public void Error(CellError error) => Add(new("error", error.Message));

    public void ClearOutput(bool wait) => Add(new("clear", wait.ToString()));

    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation) =>
        Answer is null
            ? Task.FromException<string>(new InputUnavailableException("nobody to ask"))
            : Task.FromResult(Answer(prompt, password));

    private static string Plain(MimeBundle data) => data["text/plain"] ?? data.FirstOrDefault().Value ?? "";

    private void Add(Recorded recorded)
    {
        lock (_all) _all.Add(recorded);
    }
}
