using System.Globalization;
using System.Text;

namespace Qiansi.Snl;

/// <summary>
/// Input and output as text. An integer is read past blanks and ends of lines, and so is a character: a program never reads a blank. Each
/// integer is written on a line of its own; characters after one another
/// share a line, which the next integer, or the end, closes.
/// </summary>
public sealed class TextConsole(TextReader input, TextWriter output) : IProgramConsole
{
    private bool _inLine;

    /// <inheritdoc/>
    public int ReadInteger()
    {
        SkipBlanks();
        var word = new StringBuilder();
        if (input.Peek() is '-' or '+') word.Append((char)input.Read());
        while (input.Peek() is >= '0' and <= '9') word.Append((char)input.Read());
        if (int.TryParse(word.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return value;
        throw new InputException(word.Length > 1 ? $"the input {word} is no integer of 32 bits"
            : input.Peek() is >= 0 and var next ? $"read needs an integer, and the input has '{(char)next}'"
                : "read needs an integer, and the input has ended");
    }

    /// <inheritdoc/>
    public int ReadCharacter()
    {
        SkipBlanks();
        return input.Read() is >= 0 and var character ? character
            : throw new InputException("read needs a character, and the input has ended");
    }

    /// <inheritdoc/>
    public void WriteInteger(int value)
    {
        Close();
        output.Write(value.ToString(CultureInfo.InvariantCulture));
        output.Write('\n');
    }

    /// <inheritdoc/>
    public void WriteCharacter(int value)
    {
        output.Write((char)value);
        _inLine = true;
    }

    /// <summary>Ends a line of characters: at the end of a run.</summary>
    public void Close()
    {
        if (_inLine) output.Write('\n');
        _inLine = false;
    }

    private void SkipBlanks()
    {
        while (input.Peek() is >= 0 and var c && char.IsWhiteSpace((char)c)) input.Read();
    }
}
