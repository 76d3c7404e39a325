using Qiansi.Runtime;

namespace Qiansi.Engine.Running;

/// <summary>Reads lines that the person at the front end types; the process's own input when no cell runs.</summary>
/// <param name="outside">Opens the process's own input.</param>
internal sealed class CellReader(Func<TextReader> outside) : TextReader
{
    private readonly Lazy<TextReader> _outside = new(outside);
    private string _line = "";
    private int _next;

    public override string? ReadLine()
    {
        if (CurrentCell.Context is not { } cell) return _outside.Value.ReadLine();
        if (_next == _line.Length) return Ask(cell).GetAwaiter().GetResult();
        var rest = _line[_next..].TrimEnd('\n');
        _next = _line.Length;
        return rest;
    }

    public override Task<string?> ReadLineAsync() => ReadLineAsync(CancellationToken.None).AsTask();

    public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (CurrentCell.Context is { } cell && _next == _line.Length) return await Ask(cell).WaitAsync(cancellationToken);
        return ReadLine();
    }

    public override int Peek()
    {
        if (CurrentCell.Context is not { } cell) return _outside.Value.Peek();
        Fill(cell);
        return _line[_next];
    }

    public override int Read()
    {
        if (CurrentCell.Context is not { } cell) return _outside.Value.Read();
        Fill(cell);
        return _line[_next++];
    }

    public override int Read(char[] buffer, int index, int count)
    {
        if (CurrentCell.Context is not { } cell) return _outside.Value.Read(buffer, index, count);
        if (count == 0) return 0;
        Fill(cell);
        var read = Math.Min(count, _line.Length - _next);
        _line.CopyTo(_next, buffer, index, read);
        _next += read;
        return read;
    }

    /// <summary>A front end's input has no end, so there is no rest of it to read.</summary>
    /// <exception cref="NotSupportedException">A cell runs.</exception>
    public override string ReadToEnd() => CurrentCell.Context is null
        ? _outside.Value.ReadToEnd()
        : throw new NotSupportedException("A notebook's input has no end: read it by lines, with Console.ReadLine().");

    private void Fill(ICellContext cell)
    {
        if (_next < _line.Length) return;
        _line = Ask(cell).GetAwaiter().GetResult() + "\n";
        _next = 0;
    }

    /// <summary>Asked on the pool: the caller may block the thread on which the sink's continuations would run.</summary>
    private static Task<string?> Ask(ICellContext cell) =>
        Task.Run<string?>(async () => await cell.Output.ReadInputAsync("", password: false, cell.Cancellation))
            .WaitAsync(cell.Cancellation)!;
}
