namespace Qiansi.Snl.Tm;

/// <summary>A program of the Tiny Machine.</summary>
/// <param name="Instructions">From address 0.</param>
/// <param name="Debug">What it was compiled from; null for one that was written by hand.</param>
public sealed record TmProgram(IReadOnlyList<Instruction> Instructions, DebugMap? Debug = null)
{
    /// <summary>Registers by convention of compiled programs: address of the present activation record.</summary>
    public const int FrameRegister = 5;

    /// <summary>Address of the program's own activation record.</summary>
    public const int GlobalRegister = 6;

    /// <summary>The program counter.</summary>
    public const int CounterRegister = 7;

    /// <summary>Where the program's own activation record begins; the word at 0 holds the highest address.</summary>
    public const int GlobalFrame = 1;
}
