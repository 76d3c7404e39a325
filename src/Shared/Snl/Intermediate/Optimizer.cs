namespace Qiansi.Snl.Intermediate;

/// <summary>Applies optimisations to intermediate code.</summary>
public static class Optimizer
{
    /// <summary>An optimised copy of a program.</summary>
    public static IrProgram Optimize(IrProgram program, Optimizations optimizations)
    {
        if (optimizations == Optimizations.None) return program;
        var result = program.Copy();
        var effects = new Effects(program);
        foreach (var procedure in result.Procedures)
        {
            if (optimizations.HasFlag(Optimizations.ConstantFolding)) ConstantFolding.Apply(procedure, effects);
            if (optimizations.HasFlag(Optimizations.CommonSubexpressions)) CommonSubexpressions.Apply(procedure, effects);
            if (optimizations.HasFlag(Optimizations.LoopInvariants)) LoopInvariants.Apply(procedure, effects);
            if (optimizations.HasFlag(Optimizations.DeadCode)) DeadCode.Apply(procedure, effects);
        }

        return result;
    }
}
