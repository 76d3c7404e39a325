namespace Qiansi.Snl.Tm;

/// <summary>The state of a machine at a moment: what a debugger, or a film, shows.</summary>
/// <param name="Registers">The eight registers.</param>
/// <param name="Next">The next instruction, or null past the end.</param>
/// <param name="Executed">Instructions executed so far.</param>
/// <param name="Position">The place in the source, when the program was compiled.</param>
/// <param name="Effect">What the last step changed.</param>
/// <param name="Frames">The activation records, the newest first; empty for a program written by hand.</param>
public sealed record TmSnapshot(IReadOnlyList<int> Registers, Instruction? Next, long Executed, Position? Position, TmEffect Effect,
    IReadOnlyList<TmFrame> Frames)
{
    /// <summary>Activation records that a snapshot follows.</summary>
    private const int MaximalFrames = 100_000;

    internal static TmSnapshot Of(TmMachine machine)
    {
        var instructions = machine.Program.Instructions;
        var at = machine.Counter;
        return new([.. machine.Registers], (uint)at < (uint)instructions.Count ? instructions[at]
            : null, machine.Executed, machine.Program.Debug?.PositionOf(at), machine.LastEffect, FramesOf(machine));
    }

    private static List<TmFrame> FramesOf(TmMachine machine)
    {
        var frames = new List<TmFrame>();
        if (machine.Program.Debug is not { } debug) return frames;
        var data = machine.Data;
        var (at, address, returnTo) = (machine.Counter, machine.Registers[TmProgram.FrameRegister], machine.Registers[4]);
        var returning = machine.IsReturning;
        if (returning) at = returnTo - 1;
        // The first instructions of the program have no record yet.
        while (Holds(address) && debug.ProcedureAt(at) is { } procedure && frames.Count < MaximalFrames)
        {
            if (frames.Count == 0 && !returning && CallAhead(at) is { } call
                && debug.ProcedureAt(call + 1 + machine.Program.Instructions[call].D) is { } callee)
            {
                // The callee's record is set up, and the caller not left yet.
                frames.Add(new(callee, address, callee.Entry));
                at = call;
            }
            else
            {
                frames.Add(new(procedure, address, at));
                if (procedure.Scope.Procedure is null || address + Semantics.ActivationRecord.Header > data.Length) break;
                // A call sits just before the place it returns to; at its first instruction, a procedure has not put that place into its
                // record.
                at = (at == procedure.Entry && frames.Count == 1 ? returnTo : data[address + Semantics.ActivationRecord.ReturnAddress]) - 1;
            }

            address = data[address + Semantics.ActivationRecord.DynamicLink];
        }

        return frames;

        bool Holds(int record) => record >= TmProgram.GlobalFrame && record < data.Length;

        Instruction At(int index) => (uint)index < (uint)machine.Program.Instructions.Count ? machine.Program.Instructions[index] : default;

        int? CallAhead(int index) =>
            IsNewFrame(index - 1) ? index + 1 : IsNewFrame(index - 2) && At(index) is { Op: Opcode.LDA, R: TmProgram.CounterRegister }
            ? index : null;

        bool IsNewFrame(int index) => At(index) is { Op: Opcode.LDA, R: TmProgram.FrameRegister, S: TmProgram.FrameRegister };
    }
}
