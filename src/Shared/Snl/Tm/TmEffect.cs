namespace Qiansi.Snl.Tm;

/// <summary>What an instruction changed.</summary>
/// <param name="Address">The instruction's address.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Register">The register written, the program counter by jumps included; -1 for none.</param>
/// <param name="Word">The address of the word written; -1 for none.</param>
/// <param name="Before">What was there.</param>
/// <param name="After">What is there now.</param>
public readonly record struct TmEffect(int Address, Instruction Instruction, int Register, int Word, int Before, int After);
