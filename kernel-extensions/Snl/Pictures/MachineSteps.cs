using Qiansi.Snl;
using Qiansi.Snl.Tm;

namespace Qiansi.SnlCells.Pictures;

/// <summary>Steps a machine and tells where steps of the three kinds end.</summary>
internal sealed class MachineSteps(TmMachine machine)
{
    private readonly DebugMap _debug = machine.Program.Debug!;
    private int? _line = machine.Program.Debug!.PositionOf(0)?.Line;
    private int _frame;

    /// <summary>Executes one instruction.</summary>
    /// <returns>The coarsest kind of step that ends with it; null when the machine stands still.</returns>
    public StepKind? Step()
    {
        if (machine.Step() == StopReason.Faulted) return null;
        var (before, at) = (_frame, machine.Counter);
        // Until the jump back, a procedure that has left its record counts as not left.
        if (!machine.IsReturning) _frame = machine.Registers[TmProgram.FrameRegister];
        // Entered: the first instruction of a procedure has put the return address into its record. Left: the record is an older one again.
        var entered = _debug.ProcedureAt(at) is { Scope.Procedure: not null } procedure && at == procedure.Entry + 1;
        var left = _frame < before;
        var line = _debug.PositionOf(at)?.Line ?? _line;
        var changed = line != _line;
        _line = line;
        if (machine.Reason == StopReason.Halted) return StepKind.Call;
        return entered || left ? StepKind.Call : changed ? StepKind.Line : StepKind.Instruction;
    }
}
