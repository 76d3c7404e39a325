namespace Qiansi.Snl.Intermediate;

/// <summary>
/// Finds what was computed already, by numbering values between labels (Aho, Lam, Sethi, Ullman, Compilers, 8.5): two instructions with the
/// same operation on operands of the same value give the same value.
/// A subscript that was checked is not checked again.
/// </summary>
internal static class CommonSubexpressions
{
    public static void Apply(IrProcedure procedure, Effects effects)
    {
        var same = new Dictionary<Operand, Operand>();
        var code = new List<Quad>(procedure.Code.Count);
        var numbers = new Dictionary<Operand, int>();
        var available = new Dictionary<(IrOp, int, int, int, int, int), Operand>();
        var next = 0;
        var memory = 0;
        foreach (var original in procedure.Code)
        {
            var quad = original with
            {
                A = Same(original.A),
                B = Same(original.B),
                C = original.Result.IsNone ? Same(original.C)
                : original.C
            };
            if (quad.Op == IrOp.Label)
            {
                numbers.Clear();
                available.Clear();
            }

            if (quad.Op is IrOp.Add or IrOp.Subtract or IrOp.Multiply or IrOp.Divide or IrOp.Load or IrOp.Address or IrOp.Check)
            {
                var (a, b) = (quad.HasBase && quad.A.IsVariable && !effects.Variables[quad.A.Value].IsIndirect ? -1 - quad.A.Value
                    : Number(quad.A), Number(quad.B));
                if (quad.Op is IrOp.Add or IrOp.Multiply && a > b) (a, b) = (b, a);
                var key = (quad.Op, a, b, quad.Offset, quad.Op == IrOp.Load ? memory : 0, quad.Op == IrOp.Check ? quad.C.Value : 0);
                if (available.TryGetValue(key, out var earlier))
                {
                    if (quad.Op != IrOp.Check) same[quad.C] = earlier;
                    continue;
                }

                available[key] = quad.C;
            }

            code.Add(quad);
            if (Effects.ChangesMemory(quad.Op)) memory++;
            if (quad.Op is IrOp.Call or IrOp.Store)
            {
                foreach (var variable in numbers.Keys
                    .Where(k => k.IsVariable && effects.MayChange(quad, effects.Variables[k.Value])).ToList()) numbers.Remove(variable);
            }

            if (quad.Result is { IsNone: false } result) numbers[result] = quad.Op == IrOp.Copy ? Number(quad.A) : next++;
            // A var parameter may lead to this variable: what was loaded through one is no longer sure.
            if (quad.Result.IsVariable && !effects.IsPrivate(quad.Result)) memory++;
        }

        procedure.Code = code;

        Operand Same(Operand operand) => same.GetValueOrDefault(operand, operand);

        int Number(Operand operand) => numbers.TryGetValue(operand, out var number) ? number : numbers[operand] = next++;
    }
}
