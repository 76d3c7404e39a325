namespace Qiansi.Snl.Intermediate;

/// <summary>
/// Leaves out what is never reached, jumps to the next instruction, and results that nothing uses: those of temporaries, and those of
/// variables that are overwritten or never read (by live variables).
/// </summary>
internal static class DeadCode
{
    /// <summary>Bits of all blocks' live variables together, beyond which variables are taken to be live.</summary>
    private const long MaximalBits = 1L << 28;

    public static void Apply(IrProcedure procedure, Effects effects)
    {
        while (RemoveUnreached(procedure) | RemoveUnused(procedure, effects))
        {
        }
    }

    private static bool RemoveUnreached(IrProcedure procedure)
    {
        var code = procedure.Code;
        var count = code.Count;
        var targets = code.Where(q => q.IsJump).Select(q => q.Offset).ToHashSet();
        var reached = true;
        var kept = new List<Quad>(count);
        foreach (var quad in code)
        {
            if (quad.Op == IrOp.Label)
            {
                if (!targets.Contains(quad.Offset)) continue;
                // Jumps over nothing, one or several in front of the label.
                while (kept.Count > 0 && kept[^1].IsJump && kept[^1].Offset == quad.Offset) kept.RemoveAt(kept.Count - 1);
                reached = true;
            }

            if (reached) kept.Add(quad);
            if (quad.EndsFlow) reached = false;
        }

        procedure.Code = kept;
        return kept.Count < count;
    }

    private static bool RemoveUnused(IrProcedure procedure, Effects effects)
    {
        var code = procedure.Code;
        var blocks = Blocks.Of(code);
        var numbers = Candidates(procedure, effects);
        var live = blocks.Count * (long)numbers.Count <= MaximalBits ? Liveness(code, blocks, numbers) : null;
        var uses = new int[procedure.Temporaries];
        foreach (var quad in code) Count(quad, 1);
        var dead = new bool[code.Count];
        for (var b = blocks.Count - 1; b >= 0; b--)
        {
            var (start, end) = blocks[b].Range;
            var alive = live?[b];
            for (var i = end - 1; i >= start; i--)
            {
                var quad = code[i];
                var result = quad.Result;
                var unused = result.IsTemporary ? uses[result.Value] == 0 : alive is not null && numbers.TryGetValue(result, out var n)
                    && !alive[n];
                if (unused && !quad.HasEffect || quad.Op == IrOp.Copy && quad.A == quad.C)
                {
                    dead[i] = true;
                    Count(quad, -1);
                    continue;
                }

                if (alive is not null) Step(quad, alive, numbers);
            }
        }

        procedure.Code = [.. code.Where((_, i) => !dead[i])];
        return procedure.Code.Count < code.Count;

        void Count(Quad quad, int by)
        {
            if (quad.A.IsTemporary) uses[quad.A.Value] += by;
            if (quad.B.IsTemporary) uses[quad.B.Value] += by;
            if (quad.C.IsTemporary && quad.Result.IsNone) uses[quad.C.Value] += by;
        }
    }

    /// <summary>The variables that nobody outside the procedure, or after it, sees.</summary>
    private static Dictionary<Operand, int> Candidates(IrProcedure procedure, Effects effects)
    {
        var numbers = new Dictionary<Operand, int>();
        foreach (var quad in procedure.Code)
        {
            if (effects.IsPrivate(quad.Result) && effects.Variables[quad.Result.Value] is var variable
                && ReferenceEquals(variable.Scope, procedure.Scope) && !effects.IsKept(variable))
                numbers.TryAdd(quad.Result, numbers.Count);
        }

        return numbers;
    }

    /// <summary>Which variables are live at the end of each block: the least solution, by repetition backwards.</summary>
    private static System.Collections.BitArray[] Liveness(List<Quad> code, List<Blocks.Block> blocks, Dictionary<Operand, int> numbers)
    {
        var atEnd = blocks.ConvertAll(_ => new System.Collections.BitArray(numbers.Count)).ToArray();
        var atStart = blocks.ConvertAll(_ => new System.Collections.BitArray(numbers.Count)).ToArray();
        for (var grew = true; grew;)
        {
            grew = false;
            for (var b = blocks.Count - 1; b >= 0; b--)
            {
                foreach (var next in blocks[b].Next) atEnd[b].Or(atStart[next]);
                var alive = new System.Collections.BitArray(atEnd[b]);
                var (start, end) = blocks[b].Range;
                for (var i = end - 1; i >= start; i--) Step(code[i], alive, numbers);
                if (!alive.Xor(atStart[b]).HasAnySet()) continue;
                atStart[b].Or(alive);
                grew = true;
            }
        }

        return atEnd;
    }

    private static void Step(Quad quad, System.Collections.BitArray alive, Dictionary<Operand, int> numbers)
    {
        if (numbers.TryGetValue(quad.Result, out var defined)) alive[defined] = false;
        if (numbers.TryGetValue(quad.A, out var a)) alive[a] = true;
        if (numbers.TryGetValue(quad.B, out var b)) alive[b] = true;
        if (quad.Result.IsNone && numbers.TryGetValue(quad.C, out var c)) alive[c] = true;
    }
}
