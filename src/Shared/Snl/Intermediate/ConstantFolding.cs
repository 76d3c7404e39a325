using Qiansi.Snl.Lexing;
using Qiansi.Snl.Semantics;

namespace Qiansi.Snl.Intermediate;

/// <summary>
/// Computes what has constant operands, carries the constants on up to the next label, drops operations with 0 and 1 that change nothing,
/// and decides jumps.
/// </summary>
internal static class ConstantFolding
{
    public static void Apply(IrProcedure procedure, Effects effects)
    {
        var known = new Dictionary<Operand, Operand>();
        var code = new List<Quad>(procedure.Code.Count);
        foreach (var original in procedure.Code)
        {
            var quad = Replace(original, known);
            if (quad.Op == IrOp.Label)
            {
                // A temporary is computed once, so what is known of it holds everywhere after; a variable may change on another way here.
                foreach (var variable in known.Keys.Where(k => k.IsVariable).ToList()) known.Remove(variable);
            }

            if (quad.Op is IrOp.Call or IrOp.Store)
            {
                foreach (var variable in known.Keys
                    .Where(k => k.IsVariable && effects.MayChange(quad, effects.Variables[k.Value])).ToList()) known.Remove(variable);
            }

            if (Simplify(quad) is { } value)
            {
                if (quad.C.IsTemporary && value.Kind is OperandKind.Constant or OperandKind.Temporary)
                {
                    known[quad.C] = value;
                    continue;
                }

                quad = quad with { Op = IrOp.Copy, A = value, B = default };
            }

            if (quad.Result.IsVariable)
            {
                if (quad.Op == IrOp.Copy && quad.A.IsConstant) known[quad.C] = quad.A;
                else known.Remove(quad.C);
            }

            if (Decide(quad) is { } decided) code.Add(decided);
        }

        procedure.Code = code;
    }

    private static Quad Replace(Quad quad, Dictionary<Operand, Operand> known)
    {
        var a = quad.HasBase && quad.A.IsVariable ? quad.A : Known(quad.A);
        // A base is an address and stays one, though constants may be added to it.
        var b = Known(quad.B);
        var offset = quad.Offset;
        if (quad.Op is IrOp.Load or IrOp.Store or IrOp.Address && b.IsConstant) (b, offset) = (default, unchecked(offset + b.Value));
        return quad with { A = a, B = b, C = quad.Result.IsNone ? Known(quad.C) : quad.C, Offset = offset };

        Operand Known(Operand operand) => known.GetValueOrDefault(operand, operand);
    }

    /// <summary>What an instruction's result is equal to, when that is an operand.</summary>
    private static Operand? Simplify(Quad quad)
    {
        var (a, b) = (quad.A, quad.B);
        if (quad.Op is < IrOp.Add or > IrOp.Divide) return quad.Op == IrOp.Copy && quad.C.IsTemporary ? a : null;
        if (a.IsConstant && b.IsConstant)
        {
            return ConstantValue.Apply(OperatorOf(quad.Op), a.Value, b.Value) is { } value ? Operand.Constant(value) : null;
        }

        return (quad.Op, a, b) switch
        {
            (IrOp.Add or IrOp.Subtract, _, { IsConstant: true, Value: 0 }) => a,
            (IrOp.Add, { IsConstant: true, Value: 0 }, _) => b,
            (IrOp.Multiply or IrOp.Divide, _, { IsConstant: true, Value: 1 }) => a,
            (IrOp.Multiply, { IsConstant: true, Value: 1 }, _) => b,
            (IrOp.Multiply, { IsConstant: true, Value: 0 }, _) or (IrOp.Multiply, _, { IsConstant: true, Value: 0 }) => Operand.Constant(0),
            _ => null,
        };
    }

    private static TokenKind OperatorOf(IrOp op) => op switch
    {
        IrOp.Add => TokenKind.Plus,
        IrOp.Subtract => TokenKind.Minus,
        IrOp.Multiply => TokenKind.Times,
        _ => TokenKind.Divide,
    };

    /// <summary>A jump or a check whose outcome is known: the jump for good, or nothing.</summary>
    private static Quad? Decide(Quad quad)
    {
        if (!quad.A.IsConstant || quad.Op is not (IrOp.JumpIfNotLess or IrOp.JumpIfNotEqual or IrOp.Check) || !quad.B.IsConstant)
            return quad;
        return quad.Op switch
        {
            IrOp.Check => quad.A.Value >= quad.B.Value && quad.A.Value <= quad.C.Value ? null : quad,
            IrOp.JumpIfNotLess when quad.A.Value < quad.B.Value => null,
            IrOp.JumpIfNotEqual when quad.A.Value == quad.B.Value => null,
            _ => new Quad(IrOp.Jump, default, default, default, quad.Offset, quad.Position),
        };
    }
}
