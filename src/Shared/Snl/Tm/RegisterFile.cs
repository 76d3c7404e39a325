using Qiansi.Snl.Intermediate;

namespace Qiansi.Snl.Tm;

/// <summary>
/// Which values registers 0 to 3 hold (Aho, Lam, Sethi, Ullman, Compilers, 8.6). Variables are always in memory too; a temporary that only
/// one stretch of code needs is in a register alone, and gets a word of the
/// activation record when the registers run out.
/// </summary>
internal sealed class RegisterFile(Action<Operand, int> load, Action<Operand, int> spill)
{
    private const int Count = 4;

    /// <summary>Marks a register that holds no operand but is taken.</summary>
    private static readonly Operand Borrowed = new(OperandKind.None, 1);

    private readonly Operand[] _held = new Operand[Count];
    private readonly bool[] _pinned = new bool[Count];
    private readonly int[] _usedAt = new int[Count];
    private int[] _usesLeft = [];
    private int[] _slot = [];
    private bool[] _shared = [];
    private int _clock;

    /// <summary>Words of the activation record taken for temporaries.</summary>
    public int Slots { get; private set; }

    /// <summary>Counts the uses of each temporary, and finds those that are used beyond a label or a call.</summary>
    public void Enter(IrProcedure procedure)
    {
        var count = procedure.Temporaries;
        if (_usesLeft.Length < count) (_usesLeft, _slot, _shared) = (new int[count * 2], new int[count * 2], new bool[count * 2]);
        Array.Clear(_usesLeft, 0, count);
        Array.Fill(_slot, -1, 0, count);
        Array.Clear(_shared, 0, count);
        Slots = 0;
        ForgetAll();
        var definedIn = new int[count];
        var stretch = 0;
        foreach (var quad in procedure.Code)
        {
            if (quad.Op == IrOp.Label) stretch++;
            Use(quad.A);
            Use(quad.B);
            if (quad.Result is { IsTemporary: true } result) definedIn[result.Value] = stretch;
            else Use(quad.C);
            if (quad.Op == IrOp.Call) stretch++;
        }

        void Use(Operand operand)
        {
            if (!operand.IsTemporary) return;
            _usesLeft[operand.Value]++;
            _shared[operand.Value] |= definedIn[operand.Value] != stretch;
        }
    }

    /// <summary>Whether a temporary is used in another stretch of code than the one that computes it.</summary>
    public bool IsShared(Operand temporary) => _shared[temporary.Value];

    /// <summary>The word of a temporary.</summary>
    public int SlotOf(Operand temporary) => _slot[temporary.Value] >= 0 ? _slot[temporary.Value] : _slot[temporary.Value] = Slots++;

    /// <summary>The register that holds a value, or -1.</summary>
    public int Find(Operand operand)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_held[i] == operand) return i;
        }

        return -1;
    }

    /// <summary>A register with a value, which stays until it is released.</summary>
    public int Fetch(Operand operand)
    {
        var register = Find(operand);
        if (register < 0)
        {
            register = Take();
            load(operand, register);
            _held[register] = operand;
        }

        _pinned[register] = true;
        _usedAt[register] = ++_clock;
        return register;
    }

    /// <summary>One use of a value is over.</summary>
    public void Release(Operand operand)
    {
        if (operand.IsNone) return;
        var register = Find(operand);
        if (operand.IsTemporary)
        {
            _usesLeft[operand.Value]--;
            if (register >= 0 && _usesLeft[operand.Value] <= 0) _held[register] = default;
        }

        if (register >= 0) _pinned[register] = false;
    }

    /// <summary>A register for a new value.</summary>
    public int Define(Operand operand)
    {
        var register = Take();
        _held[register] = operand;
        _usedAt[register] = ++_clock;
        return register;
    }

    /// <summary>Gives up the register of a temporary that nothing uses.</summary>
    public void DropUnused(Operand temporary)
    {
        if (_usesLeft[temporary.Value] == 0 && Find(temporary) is >= 0 and var register) _held[register] = default;
    }

    /// <summary>A register that is free now holds this too: a variable that was just stored from it.</summary>
    public void Name(int register, Operand variable)
    {
        if (_held[register].IsNone) _held[register] = variable;
    }

    /// <summary>A register for code of several instructions.</summary>
    public int Borrow()
    {
        var register = Take();
        _held[register] = Borrowed;
        _pinned[register] = true;
        return register;
    }

    /// <summary>Ends <see cref="Borrow"/>.</summary>
    public void Return(int register) => (_held[register], _pinned[register]) = (default, false);

    /// <summary>
    /// A register is about to be overwritten and stays taken until it is returned; a value that is needed again goes to its word first.
    /// </summary>
    public void Lose(int register)
    {
        var held = _held[register];
        if (held.IsTemporary && _usesLeft[held.Value] > 1 && _slot[held.Value] < 0) spill(held, register);
        _held[register] = Borrowed;
    }

    /// <summary>A variable's register no longer holds its value.</summary>
    public void Forget(Operand variable)
    {
        if (Find(variable) is >= 0 and var register) _held[register] = default;
    }

    /// <summary>Something was stored through an address: any variable may have changed.</summary>
    public void ForgetVariables()
    {
        for (var i = 0; i < Count; i++)
        {
            if (_held[i].IsVariable) _held[i] = default;
        }
    }

    /// <summary>Code may arrive here from elsewhere.</summary>
    public void ForgetAll()
    {
        Array.Clear(_held);
        Array.Clear(_pinned);
    }

    /// <summary>A free register; else the one used longest ago whose value is in memory too; else a temporary goes to its word.</summary>
    private int Take()
    {
        var best = -1;
        var bestCost = int.MaxValue;
        for (var i = 0; i < Count; i++)
        {
            if (_pinned[i]) continue;
            var held = _held[i];
            if (held.IsNone) return i;
            var cost = held.IsTemporary && _slot[held.Value] < 0 ? int.MaxValue / 2 : _usedAt[i];
            if (cost < bestCost) (best, bestCost) = (i, cost);
        }

        if (_held[best].IsTemporary && _slot[_held[best].Value] < 0) spill(_held[best], best);
        return best;
    }
}
