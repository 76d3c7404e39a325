using System.Text;
using Qiansi.Snl;

namespace Qiansi.SnlCells.Pictures;

/// <summary>Remembers what a program read and wrote, so that it can run once more without asking.</summary>
/// <param name="console">Where it reads and writes the first time.</param>
internal sealed class RecordedConsole(IProgramConsole console) : IProgramConsole
{
    private readonly List<int> _read = [];
    private readonly StringBuilder _written = new();
    private TextConsole? _text;
    private int _next;
    private bool _again;

    /// <summary>What was written so far.</summary>
    public string Written => _written.ToString();

    private TextConsole Text => _text ??= new(TextReader.Null, new StringWriter(_written));

    /// <summary>The program runs once more.</summary>
    public void Rewind()
    {
        (_next, _again, _text) = (0, true, null);
        _written.Clear();
    }

    public int ReadInteger() => Read(console.ReadInteger);

    public int ReadCharacter() => Read(console.ReadCharacter);

    public void WriteInteger(int value) => Text.WriteInteger(value);

    public void WriteCharacter(int value) => Text.WriteCharacter(value);

    private int Read(Func<int> ask)
    {
        if (_again) return _next < _read.Count ? _read[_next++] : throw new InputException("the input ended here");
        _read.Add(ask());
        return _read[^1];
    }
}
