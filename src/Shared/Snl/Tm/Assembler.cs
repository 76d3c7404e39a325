using System.Globalization;

namespace Qiansi.Snl.Tm;

/// <summary>
/// Reads programs of the Tiny Machine as Louden's simulator does: <c>address: operation operands comment</c>, comments also on lines that
/// begin with <c>*</c>; operations in any case. The address may be left out;
/// it is then the next one. Addresses that no line gives hold HALT.
/// </summary>
public static class Assembler
{
    /// <summary>Highest address taken.</summary>
    private const int MaximalAddress = (1 << 24) - 1;

    /// <summary>Reads a program.</summary>
    /// <exception cref="FormatException">A line is no instruction; the message has its number and place.</exception>
    public static TmProgram Assemble(string text)
    {
        var code = new List<Instruction>();
        var taken = new HashSet<int>();
        var next = 0;
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = new LineReader(raw.ToString(), number);
            line.SkipBlanks();
            if (line.AtEnd || line.Peek == '*') continue;
            if (char.IsAsciiDigit(line.Peek))
            {
                next = line.Integer("an address", 0, MaximalAddress);
                line.Expect(':');
            }

            if (!taken.Add(next)) throw line.Error($"the address {next} has an instruction already");
            while (code.Count <= next) code.Add(default);
            code[next++] = ReadInstruction(line);
        }

        return new([.. code]);
    }

    private static Instruction ReadInstruction(LineReader line)
    {
        var word = line.Word();
        if (!Enum.TryParse<Opcode>(word, ignoreCase: true, out var op))
            throw line.Error($"there is no operation '{word}'; there are {string.Join(' ', Enum.GetNames<Opcode>())}");
        var r = line.Integer("a register", 0, 7);
        line.Expect(',');
        if (op <= Opcode.DIV)
        {
            var s = line.Integer("a register", 0, 7);
            line.Expect(',');
            return new(op, (byte)r, (byte)s, line.Integer("a register", 0, 7));
        }

        var d = line.Integer("a displacement", int.MinValue, int.MaxValue);
        line.Expect('(');
        var based = line.Integer("a register", 0, 7);
        line.Expect(')');
        return new(op, (byte)r, (byte)based, d);
    }

    private sealed class LineReader(string line, int number)
    {
        private int _at;

        public bool AtEnd => _at >= line.Length;

        public char Peek => AtEnd ? '\0' : line[_at];

        public void SkipBlanks()
        {
            while (!AtEnd && char.IsWhiteSpace(line[_at])) _at++;
        }

        public string Word()
        {
            SkipBlanks();
            var start = _at;
            while (char.IsAsciiLetter(Peek)) _at++;
            return line[start.._at];
        }

        public int Integer(string what, int low, int high)
        {
            SkipBlanks();
            var start = _at;
            if (Peek is '-' or '+') _at++;
            while (char.IsAsciiDigit(Peek)) _at++;
            if (long.TryParse(line.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                && value >= low && value <= high) return (int)value;
            _at = start;
            throw Error($"{what} from {low} to {high} must stand here");
        }

        public void Expect(char c)
        {
            SkipBlanks();
            if (Peek != c) throw Error($"'{c}' must stand here");
            _at++;
        }

        public FormatException Error(string message) => new($"line {number}, column {_at + 1}: {message}: '{line.Trim()}'");
    }
}
