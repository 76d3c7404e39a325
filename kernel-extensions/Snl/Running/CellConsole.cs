using Qiansi.Contracts;
using Qiansi.Snl;

namespace Qiansi.SnlCells.Running;

/// <summary>Where a cell's program reads and writes: what it reads is asked from the person at the front end, line by line,
/// unless it is given.</summary>
internal sealed class CellConsole : IProgramConsole
{
    private readonly ICellContext _context;
    private readonly TextConsole _text;
    private string _asking = "";

    /// <summary>A console.</summary>
    /// <param name="context">The cell.</param>
    /// <param name="given">All of the input; null to ask for it.</param>
    public CellConsole(ICellContext context, string? given)
    {
        _context = context;
        _text = new(given is null ? new LineInput(Ask) : new StringReader(given), new OutputWriter(context.Output));
    }

    public int ReadInteger()
    {
        _asking = "integer: ";
        return _text.ReadInteger();
    }

    public int ReadCharacter()
    {
        _asking = "char: ";
        return _text.ReadCharacter();
    }

    public void WriteInteger(int value) => _text.WriteInteger(value);

    public void WriteCharacter(int value) => _text.WriteCharacter(value);

    /// <summary>Ends a line of characters.</summary>
    public void Close() => _text.Close();

    private string Ask()
    {
        try
        {
            return _context.Output.ReadInputAsync(_asking, password: false, _context.Cancellation).WaitAsync(_context.Cancellation)
                .GetAwaiter().GetResult();
        }
        catch (InputUnavailableException e)
        {
            throw new InputException($"{e.Message} Write what the program reads behind #!snl: --input \"3 4\".");
        }
    }

    private sealed class OutputWriter(IOutputSink output) : StringWriter
    {
        public override void Write(char value) => output.Write(StandardStream.Output, value.ToString());

        public override void Write(string? value) => output.Write(StandardStream.Output, value ?? "");
    }
}
