using Qiansi.Snl.Intermediate;

namespace Qiansi.Snl.Tm;

/// <summary>What the instructions of a compiled program were made from.</summary>
public sealed class DebugMap
{
    private readonly List<int> _positions;
    private readonly List<(int Procedure, int Quad)> _origins;
    private readonly IrProgram _code;

    internal DebugMap(SourceText source, List<int> positions, List<(int, int)> origins, IrProgram code,
        IReadOnlyList<ProcedureCode> procedures) =>
        (Source, _positions, _origins, _code, Procedures) = (source, positions, origins, code, procedures);

    /// <summary>The source.</summary>
    public SourceText Source { get; }

    /// <summary>The program's body, then its procedures.</summary>
    public IReadOnlyList<ProcedureCode> Procedures { get; }

    /// <summary>The place in the source of the instruction at an address; null for what belongs to no line.</summary>
    public Position? PositionOf(int address) =>
        (uint)address < (uint)_positions.Count && _positions[address] >= 0 ? Source.PositionOf(_positions[address]) : null;

    /// <summary>The procedure whose code holds an address, or null.</summary>
    public ProcedureCode? ProcedureAt(int address)
    {
        foreach (var procedure in Procedures)
        {
            if (procedure.Entry <= address && address < procedure.End) return procedure;
        }

        return null;
    }

    /// <summary>The first address of the code of a line, or null: where a breakpoint of a line goes.</summary>
    /// <param name="line">From 1.</param>
    public int? AddressOfLine(int line)
    {
        for (var address = 0; address < _positions.Count; address++)
        {
            if (PositionOf(address)?.Line == line) return address;
        }

        return null;
    }

    /// <summary>The intermediate instruction that an address begins the code of, as text; else empty.</summary>
    public string CommentAt(int address)
    {
        if ((uint)address >= (uint)_origins.Count || address > 0 && _origins[address] == _origins[address - 1]) return "";
        var (procedure, quad) = _origins[address];
        return quad < 0 ? Procedures.FirstOrDefault(p => p.Entry == address) is { Scope.Procedure: not null } entered
            ? $"procedure {entered.Scope.Name}" : ""
            : IrText.Of(_code.Procedures[procedure].Code[quad], _code);
    }
}
