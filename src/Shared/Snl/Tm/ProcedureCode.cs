using Qiansi.Snl.Semantics;

namespace Qiansi.Snl.Tm;

/// <summary>Where the code of a procedure, or of the program's body, lies.</summary>
/// <param name="Scope">Its scope: names, types and offsets of its variables.</param>
/// <param name="Entry">Address of its first instruction.</param>
/// <param name="End">Address after its last instruction.</param>
/// <param name="FrameSize">Words of its activation record.</param>
public sealed record ProcedureCode(Scope Scope, int Entry, int End, int FrameSize);
