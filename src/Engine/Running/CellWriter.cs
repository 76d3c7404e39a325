using System.Text;
using Qiansi.Runtime;

namespace Qiansi.Engine.Running;

/// <summary>Writes to the cell on whose behalf the caller runs; to the process's own stream when there is none.</summary>
internal sealed class CellWriter : TextWriter
{
    private readonly StandardStream _stream;
    private readonly TextWriter _outside;

    public CellWriter(StandardStream stream, TextWriter outside)
        : base(null)
    {
        (_stream, _outside) = (stream, outside);
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (CurrentCell.Context is not { } cell) _outside.Write(buffer);
        else if (cell.Output is CellOutput output) output.Write(_stream, buffer);
        else cell.Output.Write(_stream, buffer.ToString());
    }

    public override void WriteLine(string? value)
    {
        // In one piece, so that lines of two threads do not run into each other.
        Write(string.Concat(value, "\n"));
    }

    public override void Flush()
    {
        if (CurrentCell.Context is not { } cell) _outside.Flush();
        else if (cell.Output is CellOutput output) output.Flush();
    }
}
