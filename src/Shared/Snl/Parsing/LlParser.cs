using Qiansi.Snl.Grammars;

namespace Qiansi.Snl.Parsing;

/// <summary>
/// A table-driven LL(1) parser for any grammar: a stack that begins with the start symbol; a terminal on top must be the next token, a
/// nonterminal becomes the right side that the table gives. After an error,
/// the first that helps is done: leave the token out, put a missing one in, give up the symbol, skip the token. Each step shortens the
/// input or the stack, or applies a production; a token is put in only
/// after one was matched.
/// </summary>
public sealed class LlParser
{
    private readonly LlTable _table;
    private readonly string[] _symbols;
    private readonly int _terminals;
    private readonly int[][] _right;
    private readonly short[] _cells;
    private readonly bool[] _follow;
    private readonly bool[][] _embeds;

    /// <summary>Prepares a parser from a table.</summary>
    /// <exception cref="ArgumentException">The grammar is left-recursive: a nonterminal would become itself without end.</exception>
    public LlParser(LlTable table)
    {
        _table = table;
        var grammar = table.Grammar;
        if (table.Sets.LeftRecursive is { } recursive)
            throw new ArgumentException(
                $"{recursive} begins with itself (left recursion) and never ends; write {recursive} → first tail, tail → next tail | ε");
        _symbols = [.. grammar.Terminals, Grammar.EndMark, .. grammar.Nonterminals];
        _terminals = grammar.Terminals.Count + 1;
        var number = _symbols.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
        _right = [.. grammar.Productions.Select(p => p.Right.Select(s => number[s]).ToArray())];
        _embeds = [.. grammar.Productions
            .Select(p =>
            p.Right.Select((_, i) => !p.Right.Skip(i + 1).All(s => grammar.IsNonterminal(s) && table.Sets.IsNullable(s))).ToArray())];
        _cells = new short[_symbols.Length * _terminals];
        _follow = new bool[_symbols.Length * _terminals];
        Array.Fill(_cells, (short)-1);
        var index = grammar.Productions.Select((p, i) => (p.Number, i)).ToDictionary(p => p.Number, p => (short)p.i);
        foreach (var nonterminal in grammar.Nonterminals)
        {
            foreach (var terminal in _symbols.AsSpan(0, _terminals))
            {
                var cell = number[nonterminal] * _terminals + number[terminal];
                if (table[nonterminal, terminal] is { } production) _cells[cell] = index[production.Number];
                _follow[cell] = table.Sets.Follow(nonterminal).Contains(terminal);
            }
        }

        Numbers = number;
    }

    /// <summary>The number of each terminal (the end mark included) and nonterminal.</summary>
    internal IReadOnlyDictionary<string, int> Numbers { get; }

    /// <summary>Parses tokens.</summary>
    /// <param name="tokens">Terminals of the grammar, without the end mark.</param>
    /// <param name="onStep">Is told each step.</param>
    /// <param name="onError">Is told each token that does not fit, and what would have.</param>
    /// <returns>The parse tree; after an error, what could be made of it.</returns>
    /// <exception cref="ArgumentException">A token is no terminal of the grammar.</exception>
    public ParseNode Parse(IReadOnlyList<string> tokens, Action<LlStep>? onStep = null, Action<int,
        IReadOnlyCollection<string>>? onError = null)
    {
        var numbers = new int[tokens.Count + 1];
        for (var i = 0; i < tokens.Count; i++)
        {
            numbers[i] = Numbers.TryGetValue(tokens[i], out var n) && n < _terminals - 1 ? n
                : throw new ArgumentException($"token {i}, '{tokens[i]}', is no terminal of the grammar");
        }

        numbers[^1] = _terminals - 1;
        return Run(numbers, int.MaxValue, onStep, onError, null);
    }

    /// <summary>Whether terminals could come next: expands what is on the stack at the sight of each until it is on top.</summary>
    private bool Accepts(IEnumerable<int> stack, params ReadOnlySpan<int> terminals)
    {
        var symbols = new Stack<int>();
        using var rest = stack.GetEnumerator();
        for (var i = 0; ;)
        {
            if (symbols.Count == 0)
            {
                if (!rest.MoveNext()) return terminals[i] == _terminals - 1;
                if (rest.Current >= 0) symbols.Push(rest.Current);
                continue;
            }

            var symbol = symbols.Pop();
            if (symbol < _terminals)
            {
                if (symbol != terminals[i]) return false;
                if (++i == terminals.Length) return true;
                continue;
            }

            var production = _cells[symbol * _terminals + terminals[i]];
            if (production < 0) return false;
            for (var next = _right[production].Length - 1; next >= 0; next--) symbols.Push(_right[production][next]);
        }
    }

    /// <summary>Parses numbered terminals; the last is the end mark.</summary>
    internal ParseNode Run(int[] tokens, int maximalNesting, Action<LlStep>? onStep, Action<int, IReadOnlyCollection<string>>? onError,
        Action<int>? onTooDeep)
    {
        var at = 0;
        var end = _terminals - 1;
        var start = Numbers[_table.Grammar.Start];
        var root = new ParseNode(_symbols[start]);
        // A negative symbol closes its node; the nesting counts symbols that something must still follow.
        var stack = new Stack<(int Symbol, ParseNode Node, int Nesting)>();
        stack.Push((start, root, 0));
        var (error, silent, inserted) = (false, false, -1);
        while (stack.TryPop(out var top))
        {
            var (symbol, node, nesting) = top;
            if (symbol < 0)
            {
                node.End = at;
                continue;
            }

            var token = inserted >= 0 ? inserted : tokens[at];
            if (symbol == token)
            {
                Report("match");
                if (inserted < 0) (node.First, node.End) = (at, ++at);
                (silent, inserted) = (false, -1);
                continue;
            }

            var cell = symbol * _terminals + token;
            var production = symbol < _terminals ? -1 : _cells[cell];
            if (production < 0)
            {
                Mismatch();
                continue;
            }

            if (nesting > maximalNesting)
            {
                onTooDeep?.Invoke(at);
                return root;
            }

            Report(null, production);
            var right = _right[production];
            var children = new ParseNode[right.Length];
            node.Production = _table.Grammar.Productions[production];
            node.Children = children;
            node.First = at;
            stack.Push((-1, node, nesting));
            for (var i = right.Length - 1; i >= 0; i--)
                stack.Push((right[i], children[i] = new(_symbols[right[i]]), nesting + (_embeds[production][i] ? 1 : 0)));

            // What does not fit is reported unless it follows from an error before. Then the first of these that helps: leave the token
            // out, put one in, give the symbol up, skip the token.
            void Mismatch()
            {
                error = true;
                var below = stack.Select(s => s.Symbol).Prepend(symbol);
                var expected = Enumerable.Range(0, _terminals).Where(t => Accepts(below, t)).ToList();
                if (!silent) onError?.Invoke(at, [.. expected.Select(t => _symbols[t])]);
                var oneTooMany = token != end && tokens[at + 1] != end && expected.Contains(tokens[at + 1]);
                var missing = oneTooMany || silent || token == end ? -1 : expected.FindIndex(t => t != end && Accepts(below, t, token));
                if (oneTooMany)
                {
                    Report("skip");
                    at++;
                    stack.Push(top);
                }
                else if (missing >= 0)
                {
                    Report($"insert {_symbols[expected[missing]]}");
                    inserted = expected[missing];
                    stack.Push(top);
                }
                else if (symbol < _terminals || token == end || _follow[cell])
                {
                    Report("drop");
                    if (symbol >= _terminals) node.First = at;
                    node.End = at;
                }
                else
                {
                    Report("skip");
                    at++;
                    stack.Push(top);
                }

                silent = true;
            }

            void Report(string? action, int applied = -1)
            {
                if (onStep is null) return;
                string[] symbols = [Grammar.EndMark, .. stack.Where(s => s.Symbol >= 0).Reverse().Select(s => _symbols[s.Symbol]),
                    _symbols[symbol]];
                onStep(new(symbols, at, _symbols[tokens[at]], action ?? _table.Grammar.Productions[applied].ToString()));
            }
        }

        if (tokens[at] != end && !silent) onError?.Invoke(at, [Grammar.EndMark]);
        else if (!error) onStep?.Invoke(new([Grammar.EndMark], at, Grammar.EndMark, "accept"));
        return root;
    }
}
