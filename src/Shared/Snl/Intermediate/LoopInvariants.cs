namespace Qiansi.Snl.Intermediate;

/// <summary>
/// Moves arithmetic on what a loop does not change in front of it, from inner loops outwards. Nothing that could fault is moved: the loop
/// may not run at all.
/// </summary>
internal static class LoopInvariants
{
    public static void Apply(IrProcedure procedure, Effects effects)
    {
        foreach (var (begin, end) in procedure.Loops)
        {
            var code = procedure.Code;
            var first = code.FindIndex(q => q.Op == IrOp.Label && q.Offset == begin);
            var last = code.FindIndex(q => q.Op == IrOp.Label && q.Offset == end);
            if (first >= 0 && last > first) Move(code, first, last, effects);
        }
    }

    private static void Move(List<Quad> code, int first, int last, Effects effects)
    {
        var changed = new HashSet<Operand>();
        var hidden = new List<Quad>();
        for (var i = first; i < last; i++)
        {
            if (!code[i].Result.IsNone) changed.Add(code[i].Result);
            if (Effects.ChangesMemory(code[i].Op)) hidden.Add(code[i]);
        }

        var moved = new List<Quad>();
        var kept = new List<Quad>();
        for (var i = first; i < last; i++)
        {
            var quad = code[i];
            if (CanMove(quad))
            {
                moved.Add(quad);
                changed.Remove(quad.C);
            }
            else
            {
                kept.Add(quad);
            }
        }

        if (moved.Count == 0) return;
        for (var i = 0; i < moved.Count; i++) code[first + i] = moved[i];
        for (var i = 0; i < kept.Count; i++) code[first + moved.Count + i] = kept[i];

        bool CanMove(Quad quad) => quad.C.IsTemporary && !quad.HasEffect && quad.Op switch
        {
            IrOp.Add or IrOp.Subtract or IrOp.Multiply or IrOp.Divide => IsFixed(quad.A) && IsFixed(quad.B),
            IrOp.Address => (quad.A.IsVariable || IsFixed(quad.A)) && IsFixed(quad.B),
            // The word of a var parameter, or of a field: it is there whether the loop runs or not.
            IrOp.Load =>
                quad.B.IsNone && hidden.Count == 0 && quad.A.IsVariable && !changed.Any(c => c.IsVariable && !effects.IsPrivate(c)),
            _ => false,
        };

        bool IsFixed(Operand operand) =>
            !changed.Contains(operand) && (!operand.IsVariable || !hidden.Any(q => effects.MayChange(q, effects.Variables[operand.Value])));
    }
}
