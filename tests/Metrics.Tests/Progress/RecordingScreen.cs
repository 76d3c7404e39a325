namespace Qiansi.Metrics.Tests.Progress;

/// <summary>Keeps every picture as text.</summary>
internal sealed class RecordingScreen : IProgressScreen
{
    public List<string> Pictures { get; } = [];

    public int Finals { get; private set; }

    public string Last => Pictures[^1];

    public bool KeepsLines => true;

    public void Show(ProgressView view, bool isFinal)
    {
        Pictures.Add(BarText.Write(view));
        if (isFinal) Finals++;
    }

    public void WriteLine(string text) => throw new NotSupportedException();
}
