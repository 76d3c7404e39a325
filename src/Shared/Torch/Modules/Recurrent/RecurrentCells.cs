namespace Qiansi.Modules;

/// <summary>One step of each kind of recurrent network, from the products of its input and of its state.</summary>
internal static class RecurrentCells
{
    /// <summary>h' = tanh(i + h) (Elman 1990).</summary>
    public static Tensor[] Tanh(Tensor i, Tensor h, Tensor[] states) => [(i + h).tanh()];

    /// <summary>h' = max(0, i + h).</summary>
    public static Tensor[] Relu(Tensor i, Tensor h, Tensor[] states) => [(i + h).relu()];

    /// <summary>Gates in, forget, cell, out: c' = σ(f)·c + σ(i)·tanh(g), h' = σ(o)·tanh(c') (Hochreiter and Schmidhuber 1997).</summary>
    public static Tensor[] Lstm(Tensor i, Tensor h, Tensor[] states)
    {
        var gates = (i + h).chunk(4, -1);
        var cell = (gates[1].sigmoid() * states[1]) + (gates[0].sigmoid() * gates[2].tanh());
        return [gates[3].sigmoid() * cell.tanh(), cell];
    }

    /// <summary>Gates reset, update, new: n = tanh(iₙ + σ(r)·hₙ), h' = (1 − σ(z))·n + σ(z)·h (Cho et al. 2014).</summary>
    public static Tensor[] Gru(Tensor i, Tensor h, Tensor[] states)
    {
        var (a, b) = (i.chunk(3, -1), h.chunk(3, -1));
        var reset = (a[0] + b[0]).sigmoid();
        var update = (a[1] + b[1]).sigmoid();
        var candidate = (a[2] + (reset * b[2])).tanh();
        return [candidate + (update * (states[0] - candidate))];
    }
}
