using System.Text;
using Qiansi.Contracts;

namespace Qiansi.Jupyter.Tests.Client;

/// <summary>Writes down what a cell puts out, in order, one line each.</summary>
internal sealed class RecordingSink : IOutputSink
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly List<string> _events = [];
    private readonly Lock _gate = new();
    private readonly List<(Func<RecordingSink, bool> Condition, TaskCompletionSource Met)> _waiting = [];

    /// <summary>The text on stdout.</summary>
    public string Output => Locked(() => _output.ToString());

    /// <summary>The text on stderr.</summary>
    public string Errors => Locked(() => _errors.ToString());

    /// <summary>Everything but stream text: <c>display text</c>, <c>result text</c>, <c>error name</c>, …; a stream appears by name where its text begins.</summary>
    public IReadOnlyList<string> Events => Locked(() => _events.ToArray());

    public string? ResultText { get; private set; }

    public CellError? Failure { get; private set; }

    /// <summary>Answers to give, by prompt.</summary>
    public Func<string, string>? Answer { get; init; }

    /// <summary>Completes when the condition holds, which is looked at after each output.</summary>
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

    public void Write(StandardStream stream, string text) => Record(() =>
    {
        (stream == StandardStream.Output ? _output : _errors).Append(text);
        var name = stream == StandardStream.Output ? "stdout" : "stderr";
        if (_events.Count == 0 || _events[^1] != name) _events.Add(name);
    });

    public void Display(MimeBundle data, string? displayId = null) => Record(() => _events.Add($"display {data["text/plain"]}"));

    public void UpdateDisplay(MimeBundle data, string displayId) => Record(() => _events.Add($"update {data["text/plain"]}"));

    public void Result(MimeBundle data) => Record(() =>
    {
        ResultText = data["text/plain"];
        _events.Add($"result {ResultText}");
    });

    public void Error(CellError error) => Record(() =>
    {
        Failure = error;
        _events.Add($"error {error.Name}");
    });

    public void ClearOutput(bool wait) => Record(() => _events.Add($"clear {wait}"));

    public Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation)
    {
        Record(() => _events.Add($"input {prompt} {password}"));
        return Answer is null ? Task.FromException<string>(new InputUnavailableException("nobody here")) : Task.FromResult(Answer(prompt));
    }

    private void Record(Action change)
    {
        lock (_gate)
        {
            change();
            foreach (var (_, met) in _waiting.Where(w => w.Condition(this))) met.TrySetResult();
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate) return read();
    }
}
