using Qiansi.Contracts;

namespace Qiansi.Testing;

/// <summary>Keeps everything a cell puts out, in order, from whatever thread it comes.</summary>
public sealed class RecordingSink : IOutputSink
{
    private readonly Lock _gate = new();
    private readonly List<Recorded> _all = [];
    private readonly List<(Func<RecordingSink, bool> Condition, TaskCompletionSource Met)> _waiting = [];
    private CellError? _failure;

    /// <summary>Answers by prompt and by whether it is a password; without it there is nobody to ask.</summary>
    public Func<string, bool, string>? Answer { get; set; }

    /// <summary>All there was.</summary>
    public IReadOnlyList<Recorded> All
    {
        get
        {
            lock (_gate) return [.. _all];
        }
    }

    /// <summary>The text of standard output.</summary>
    public string Output => TextOf("stdout");

    /// <summary>The text of standard error.</summary>
    public string Errors => TextOf("stderr");

    /// <summary>The text of both streams since the output was last cleared.</summary>
    public string Streams => string.Concat(All.Reverse().TakeWhile(r => r.Kind != "clear").Where(IsText).Select(r => r.Text).Reverse());

    /// <summary>What was displayed, and what took its place.</summary>
    public IReadOnlyList<MimeBundle> Displays => [.. All.Where(r => r.Kind is "display" or "update").Select(r => r.Data!)];

    /// <summary>The value of the latest cell that had one.</summary>
    public MimeBundle? Value => All.LastOrDefault(r => r.Kind == "result")?.Data;

    /// <summary>That value as text; empty when there is none.</summary>
    public string Text => Value?["text/plain"] ?? "";

    /// <summary>The latest error.</summary>
    public CellError? Failure
    {
        get
        {
            lock (_gate) return _failure;
        }
    }

    /// <summary>One line for each output, a stream where its text begins: <c>stdout</c>, <c>display text</c>, <c>error message</c>,
    /// ….</summary>
    public IReadOnlyList<string> Events
    {
        get
        {
            var events = new List<string>();
            foreach (var one in All)
            {
                var line = IsText(one) ? one.Kind : $"{one.Kind} {one.Text}";
                if (!IsText(one) || events.Count == 0 || events[^1] != line) events.Add(line);
            }

            return events;
        }
    }

    /// <summary>Completes when the condition holds, which is looked at after each output.</summary>
    /// <exception cref="TimeoutException">It did not within 30 s.</exception>
    public Task When(Func<RecordingSink, bool> condition)
    {
        lock (_gate)
        {
            if (condition(this)) return Task.CompletedTask;
            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((condition, met));
            return met.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    /// <inheritdoc />
    public void Write(StandardStream stream, string text) => Add(new(stream == StandardStream.Output ? "stdout" : "stderr", text));

    /// <inheritdoc />
    public void Display(MimeBundle data, string? displayId = null) => Add(new("display", Plain(data), data, displayId));

    /// <inheritdoc />
    public void UpdateDisplay(MimeBundle data, string displayId) => Add(new("update", Plain(data), data, displayId));

    /// <inheritdoc />
    public void Result(MimeBundle data) => Add(new("result", Plain(data), data));

    /// <inheritdoc />
    public void Error(CellError error)
    {
        lock (_gate) _failure = error;
        Add(new("error", error.Message));
    }

    /// <inheritdoc />
    public void ClearOutput(bool wait) => Add(new("clear", wait.ToString()));

    /// <inheritdoc />
    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation)
    {
        Add(new("input", $"{prompt} {password}"));
        return Answer is null
            ? Task.FromException<string>(new InputUnavailableException("Nobody is here to answer."))
            : Task.FromResult(Answer(prompt, password));
    }

    private static string Plain(MimeBundle data) => data["text/plain"] ?? data.FirstOrDefault().Value ?? "";

    private static bool IsText(Recorded one) => one.Kind is "stdout" or "stderr";

    private string TextOf(string stream) => string.Concat(All.Where(r => r.Kind == stream).Select(r => r.Text));

    private void Add(Recorded recorded)
    {
        lock (_gate)
        {
            _all.Add(recorded);
            foreach (var (_, met) in _waiting.Where(w => w.Condition(this))) met.TrySetResult();
        }
    }
}
