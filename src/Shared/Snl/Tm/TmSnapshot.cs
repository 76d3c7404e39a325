namespace Qiansi.Snl.Tm;

/// <summary>The state of a machine at a moment: what a debugger, or a film, shows.</summary>
/// <param name="Registers">The eight registers.</param>
/// <param name="Next">The next instruction, or null past the end.</param>
/// <param name="Executed">Instructions executed so far.</param>
/// <param name="Position">The place in the source, when the program was compiled.</param>
/// <param name="Effect">What the last step changed.</param>
/// <param name="Frames">The activation records, the newest first; empty for a program written by hand.</param>
public sealed record TmSnapshot(IReadOnlyList<int> Registers, Instruction? Next, long Executed, Position? Position, TmEffect Effect, IReadOnlyList<TmFrame> Frames)
{
    /// <summary>Activation records that a snapshot follows.</summary>
    private const int MaximalFrames = 100_000;

    internal static TmSnapshot Of(TmMachine machine)
    {
        var instructions = machine.Program.Instructions;
        var at = machine.Counter;
        return new([.. machine.Registers], (uint)at < (uint)instructions.Count ? instructions[at] : null, machine.Executed, machine.Program.Debug?.PositionOf(at), machine.LastEffect, FramesOf(machine));
    }

    private static List<TmFrame> FramesOf(TmMachine machine)
    {
        var frames = new List<TmFrame>();
        var data = machine.Data;
        var (at, address) = (machine.Counter, machine.Registers[TmProgram.FrameRegister]);
        // The first instructions of the program have no record yet; those of a procedure have not put the return address into it.
        while (address >= TmProgram.GlobalFrame && address < data.Length && machine.Program.Debug?.ProcedureAt(at) is { } procedure && frames.Count < MaximalFrames)
        {
            frames.Add(new(procedure, address, at));
            if (procedure.Scope.Procedure is null || address + Semantics.ActivationRecord.Header > data.Length) break;
            // A call sits just before the place it returns to.
            at = (at == procedure.Entry && frames.Count == 1 ? machine.Registers[4] : data[address + Semantics.ActivationRecord.ReturnAddress]) - 1;
            address = data[address + Semantics.ActivationRecord.DynamicLink];
        }

        return frames;
    }
}
