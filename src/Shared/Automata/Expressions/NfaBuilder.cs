namespace Qiansi.Automata.Expressions;

/// <summary>Collects states and edges.</summary>
internal sealed class NfaBuilder
{
    private readonly List<NfaEdge> _edges = [];
    private int _states;

    public int State() => _states++;

    /// <summary>Two new states and an edge between them.</summary>
    public Fragment Edge(CharSet? on)
    {
        var (from, to) = (State(), State());
        _edges.Add(new(from, on, to));
        return new(from, to);
    }

    public void Connect(int from, int to) => _edges.Add(new(from, null, to));

    public Nfa Build(Fragment whole) => new(_states, whole.Start, [whole.End], _edges);
}
