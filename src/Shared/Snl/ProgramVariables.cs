using Qiansi.Snl.Semantics;
using Qiansi.Snl.Tm;

namespace Qiansi.Snl;

/// <summary>The words of a program's own variables: at its start, and once it has run to its end, those at the end.</summary>
public sealed class ProgramVariables
{
    private readonly int[] _frame;

    internal ProgramVariables(Scope program)
    {
        _frame = new int[program.FrameSize];
        Symbols = [.. program.Symbols.OfType<VariableSymbol>()];
    }

    /// <summary>The variables, in the order of their declarations.</summary>
    public IReadOnlyList<VariableSymbol> Symbols { get; }

    /// <summary>The words of one of them, those of an array or record one after the other; zero until they are set.</summary>
    public Span<int> WordsOf(VariableSymbol variable) => _frame.AsSpan(variable.Offset, variable.Size);

    /// <summary>Puts them where a program begins with them in a data memory; one that is too small gets those it has room for.</summary>
    public void CopyTo(Span<int> memory)
    {
        var there = In(memory);
        _frame.AsSpan(0, Math.Min(_frame.Length, there.Length)).CopyTo(there);
    }

    internal void CopyFrom(Span<int> memory)
    {
        var there = In(memory);
        there[..Math.Min(_frame.Length, there.Length)].CopyTo(_frame);
    }

    private static Span<int> In(Span<int> memory) => memory[Math.Min(TmProgram.GlobalFrame, memory.Length)..];
}
