using Qiansi.Snl.Intermediate;

namespace Qiansi.Snl.Tm;

/// <summary>What the instructions of a compiled program were made from.</summary>
public sealed class DebugMap
{
    private readonly List<int> _quads;
    private readonly IrProgram _code;

    /// <summary>A map.</summary>
    /// <param name="source">The source.</param>
    /// <param name="quads">Of each instruction, the intermediate one of its procedure that it is of; -1 for what belongs to none.</param>
    /// <param name="code">The intermediate code.</param>
    /// <param name="procedures">Where the code of each of its procedures lies, in order.</param>
    internal DebugMap(SourceText source, List<int> quads, IrProgram code, IReadOnlyList<ProcedureCode> procedures) =>
        (Source, _quads, _code, Procedures) = (source, quads, code, procedures);

    /// <summary>The source.</summary>
    public SourceText Source { get; }

    /// <summary>The program's body, then its procedures.</summary>
    public IReadOnlyList<ProcedureCode> Procedures { get; }

    /// <summary>The place in the source of the instruction at an address; null for what belongs to no line.</summary>
    public Position? PositionOf(int address) => OriginOf(address) is { } origin ? Source.PositionOf(origin.Position) : null;

    /// <summary>The procedure whose code holds an address, or null.</summary>
    public ProcedureCode? ProcedureAt(int address) => (uint)address < (uint)_quads.Count ? Procedures[IndexAt(address)] : null;

    /// <summary>The first address of the code of a line, or null: where a breakpoint of a line goes.</summary>
    /// <param name="line">From 1.</param>
    public int? AddressOfLine(int line)
    {
        for (var address = 0; address < _quads.Count; address++)
        {
            if (PositionOf(address)?.Line == line) return address;
        }

        return null;
    }

    /// <summary>The intermediate instruction that an address begins the code of, as text; else empty.</summary>
    public string CommentAt(int address)
    {
        if (ProcedureAt(address) is not { } procedure) return "";
        var begins = address == procedure.Entry;
        if (!begins && _quads[address] == _quads[address - 1]) return "";
        if (OriginOf(address) is { } quad) return IrText.Of(quad, _code);
        return begins && procedure.Scope.Procedure is not null ? $"procedure {procedure.Scope.Name}" : "";
    }

    private Quad? OriginOf(int address) => (uint)address < (uint)_quads.Count && _quads[address] is >= 0 and var quad
        ? _code.Procedures[IndexAt(address)].Code[quad] : null;

    /// <summary>The number of the procedure that has an address: the last that does not begin behind it.</summary>
    private int IndexAt(int address)
    {
        var (low, high) = (0, Procedures.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Procedures[middle].Entry <= address) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
