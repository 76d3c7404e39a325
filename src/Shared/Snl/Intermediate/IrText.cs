using System.Text;

namespace Qiansi.Snl.Intermediate;

/// <summary>Intermediate code as text, one instruction a line: <c>t2 := i * t1</c>.</summary>
public static class IrText
{
    /// <summary>All procedures.</summary>
    public static string Of(IrProgram program)
    {
        var text = new StringBuilder();
        foreach (var procedure in program.Procedures) text.Append(Of(procedure, program));
        return text.ToString();
    }

    /// <summary>One procedure.</summary>
    public static string Of(IrProcedure procedure, IrProgram program)
    {
        var text = new StringBuilder(
            procedure.Scope.Procedure is null ? $"program {procedure.Scope.Name}\n" : $"procedure {procedure.Scope.Name}\n");
        foreach (var quad in procedure.Code) text.Append(quad.Op == IrOp.Label ? "" : "    ").Append(Of(quad, program)).Append('\n');
        return text.ToString();
    }

    /// <summary>One instruction.</summary>
    public static string Of(Quad quad, IrProgram program)
    {
        var (a, b, c) = (Of(quad.A, program), Of(quad.B, program), Of(quad.C, program));
        return quad.Op switch
        {
            IrOp.Copy => $"{c} := {a}",
            IrOp.Add => $"{c} := {a} + {b}",
            IrOp.Subtract => $"{c} := {a} - {b}",
            IrOp.Multiply => $"{c} := {a} * {b}",
            IrOp.Divide => $"{c} := {a} / {b}",
            IrOp.Load => $"{c} := {Place()}",
            IrOp.Store => $"{Place()} := {c}",
            IrOp.Address => $"{c} := address {Place()}",
            IrOp.CopyBlock => $"copy {quad.Offset} words to {a} from {b}",
            IrOp.Clear => $"clear {a}",
            IrOp.Check => $"check {b} ≤ {a} ≤ {c}",
            IrOp.Label => $"L{quad.Offset}:",
            IrOp.Jump => $"goto L{quad.Offset}",
            IrOp.JumpIfNotLess => $"unless {a} < {b} goto L{quad.Offset}",
            IrOp.JumpIfNotEqual => $"unless {a} = {b} goto L{quad.Offset}",
            IrOp.Argument => $"argument {quad.Offset}: {a}",
            IrOp.ArgumentBlock => $"argument {quad.Offset}: {b} words from {a}",
            IrOp.Call => $"call {program.Procedures[quad.Offset].Scope.Name}",
            IrOp.Return => "return",
            IrOp.Read => $"read {(quad.Offset == 1 ? "char " : "")}{c}",
            _ => $"write {(quad.Offset == 1 ? "char " : "")}{a}",
        };

        string Place() => b.Length == 0 ? $"{a}[{quad.Offset}]" : $"{a}[{b} {(quad.Offset < 0 ? '-' : '+')} {Math.Abs((long)quad.Offset)}]";
    }

    private static string Of(Operand operand, IrProgram program) => operand.Kind switch
    {
        OperandKind.Constant => operand.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        OperandKind.Temporary => $"t{operand.Value}",
        OperandKind.Variable => program.Variables[operand.Value].Name,
        _ => "",
    };
}
