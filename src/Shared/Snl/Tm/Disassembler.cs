using System.Globalization;
using System.Text;

namespace Qiansi.Snl.Tm;

/// <summary>Programs of the Tiny Machine as text.</summary>
public static class Disassembler
{
    /// <summary>
    /// One instruction a line, <c>  12:     LD  0,3(5)</c>; for a compiled program with its source lines and intermediate code as comments.
    /// <see cref="Assembler"/> and Louden's simulator read it.
    /// </summary>
    public static string Disassemble(TmProgram program)
    {
        var text = new StringBuilder();
        var line = 0;
        for (var address = 0; address < program.Instructions.Count; address++)
        {
            if (program.Debug?.PositionOf(address) is { } place && place.Line != line)
                text.Append(CultureInfo.InvariantCulture, $"* line {line = place.Line}: {program.Debug.Source.Line(line).Trim()}\n");
            var comment = program.Debug?.CommentAt(address) ?? "";
            text.Append($"{Line(address, program.Instructions[address]).PadRight(comment.Length > 0 ? 32 : 0)}{comment}\n");
        }

        return text.ToString();
    }

    /// <summary>One line.</summary>
    public static string Line(int address, Instruction instruction)
    {
        var operands = instruction.ToString().Split(' ')[1];
        return $"{address.ToString(CultureInfo.InvariantCulture),5}: {instruction.Op,6}  {operands}";
    }
}
