using System.Runtime.CompilerServices;
using Qiansi.Snl.Tm;

namespace Qiansi.Snl.Il;

/// <summary>What the methods of a running program share, and what they call. Emitted code reads the fields.</summary>
internal sealed class IlState(IProgramConsole console, int dataWords)
{
    /// <summary>The activation records: the parts of them that are not in registers.</summary>
    public readonly int[] Memory = new int[dataWords];

    /// <summary>Not zero once the program shall stop.</summary>
    public volatile int Stop;

    /// <summary>Where the program is when a console call needs to be blamed.</summary>
    private int _offset;

    public int ReadInteger(int offset)
    {
        _offset = offset;
        return console.ReadInteger();
    }

    public int ReadCharacter(int offset)
    {
        _offset = offset;
        return console.ReadCharacter();
    }

    public void WriteInteger(int value) => console.WriteInteger(value);

    public void WriteCharacter(int value) => console.WriteCharacter(value);

    public FaultException Blame(InputException e) => new(TmFaultKind.Input, _offset, e.Message);

    public static void Cancelled() => throw new OperationCanceledException();

    public static void Subscript(int value, int offset) =>
        throw new FaultException(TmFaultKind.SubscriptOutOfRange, offset, $"the subscript {value} is outside its array's bounds");

    public static void Divided(int value, int offset) =>
        throw new FaultException(TmFaultKind.DivisionByZero, offset, $"{value} is divided by zero");

    /// <summary>At the entry of a procedure: room for its record, here and on the thread's own stack.</summary>
    public void Enter(int end, int offset)
    {
        if (end > Memory.Length || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) Overflow(offset);
        if (Stop != 0) Cancelled();
    }

    public void Copy(int from, int to, int size, int offset)
    {
        if ((long)to + size > Memory.Length) Overflow(offset);
        Array.Copy(Memory, from, Memory, to, size);
    }

    private void Overflow(int offset) =>
        throw new FaultException(TmFaultKind.StackOverflow, offset,
            $"no room for another activation record: calls fill {Memory.Length} words, or the stack (endless recursion?)");
}
