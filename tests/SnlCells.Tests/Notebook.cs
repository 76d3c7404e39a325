using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.SnlCells.Tests;

/// <summary>A session with the extension, and what its cells showed last.</summary>
internal sealed class Notebook : IDisposable
{
    public Notebook()
    {
        Session = new Session();
        new SnlCellsExtension().RegisterAsync(Session).GetAwaiter().GetResult();
    }

    public Session Session { get; }

    public Shown Last { get; private set; } = new([]);

    /// <summary>Runs a cell; its program reads what is answered.</summary>
    public async Task<CellStatus> RunAsync(string cell, params string[] answers)
    {
        Last = new(new(answers));
        return await Session.ExecuteAsync(cell, Last);
    }

    public void Dispose() => Session.Dispose();

    /// <summary>What one cell showed.</summary>
    public sealed class Shown(Queue<string> answers) : IOutputSink
    {
        private readonly System.Text.StringBuilder _printed = new();

        public string Printed
        {
            get
            {
                lock (_printed) return _printed.ToString();
            }
        }

        public List<MimeBundle> Displays { get; } = [];

        public List<string> Prompts { get; } = [];

        public CellError? Failure { get; private set; }

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Write(StandardStream stream, string text)
        {
            lock (_printed) _printed.Append(text);
            Started.TrySetResult();
        }

        public void Display(MimeBundle data, string? displayId = null) => Displays.Add(data);

        public void UpdateDisplay(MimeBundle data, string displayId) { }

        public void Result(MimeBundle data) => Displays.Add(data);

        public void Error(CellError error) => Failure = error;

        public void ClearOutput(bool wait) { }

        public async Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation)
        {
            Prompts.Add(prompt);
            Started.TrySetResult();
            if (answers.Count == 0) throw new InputUnavailableException("Nobody is here to answer.");
            var answer = answers.Dequeue();
            if (answer == "…") await Task.Delay(Timeout.Infinite, cancellation);
            return answer;
        }
    }
}
