using Qiansi.Snl.Grammars;

namespace Qiansi.Snl.Parsing;

/// <summary>
/// A table-driven LL(1) parser for any grammar: a stack that begins with the start symbol; a terminal on top must be the next token, a nonterminal becomes the right side that the table gives. After an error,
/// tokens that cannot follow are skipped and symbols given up (panic mode): each step shortens the input or the stack, or applies a production.
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
    public LlParser(LlTable table)
    {
        _table = table;
        var grammar = table.Grammar;
        _symbols = [.. grammar.Terminals, Grammar.EndMark, .. grammar.Nonterminals];
        _terminals = grammar.Terminals.Count + 1;
        var number = _symbols.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
        _right = [.. grammar.Productions.Select(p => p.Right.Select(s => number[s]).ToArray())];
        _embeds = [.. grammar.Productions.Select(p => p.Right.Select((_, i) => !p.Right.Skip(i + 1).All(s => grammar.IsNonterminal(s) && table.Sets.IsNullable(s))).ToArray())];
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
    public ParseNode Parse(IReadOnlyList<string> tokens, Action<LlStep>? onStep = null, Action<int, IReadOnlyCollection<string>>? onError = null)
    {
        var numbers = new int[tokens.Count + 1];
        for (var i = 0; i < tokens.Count; i++)
        {
            numbers[i] = Numbers.TryGetValue(tokens[i], out var n) && n < _terminals - 1 ? n : throw new ArgumentException($"token {i}, '{tokens[i]}', is no terminal of the grammar");
        }

        numbers[^1] = _terminals - 1;
        return Run(numbers, int.MaxValue, onStep, onError, null);
    }

    /// <summary>Parses numbered terminals; the last is the end mark.</summary>
    internal ParseNode Run(int[] tokens, int maximalNesting, Action<LlStep>? onStep, Action<int, IReadOnlyCollection<string>>? onError, Action<int>? onTooDeep)
    {
        var at = 0;
        var end = _terminals - 1;
        var start = Numbers[_table.Grammar.Start];
        var root = new ParseNode(_symbols[start]);
        // A negative symbol closes its node; the nesting counts symbols that something must still follow.
        var stack = new Stack<(int Symbol, ParseNode Node, int Nesting)>();
        stack.Push((start, root, 0));
        var error = false;
        while (stack.TryPop(out var top))
        {
            var (symbol, node, nesting) = top;
            if (symbol < 0)
            {
                node.End = at;
                continue;
            }

            if (symbol < _terminals)
            {
                if (symbol == tokens[at])
                {
                    Report("match");
                    (node.First, node.End) = (at, ++at);
                    continue;
                }

                Report("drop");
                onError?.Invoke(at, [_symbols[symbol]]);
                error = true;
                node.End = at;
                // What is there instead may be one token too many.
                if (tokens[at] != end && tokens[at + 1] == symbol)
                {
                    (node.First, node.End) = (at + 1, at + 2);
                    at += 2;
                }

                continue;
            }

            var cell = symbol * _terminals + tokens[at];
            var production = _cells[cell];
            if (production < 0)
            {
                onError?.Invoke(at, [.. _table.Expected(_symbols[symbol])]);
                error = true;
                if (tokens[at] == end || _follow[cell])
                {
                    Report("drop");
                    (node.First, node.End) = (at, at);
                }
                else
                {
                    Report("skip");
                    at++;
                    stack.Push(top);
                }

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

            void Report(string? action, int applied = -1)
            {
                if (onStep is null) return;
                string[] symbols = [Grammar.EndMark, .. stack.Where(s => s.Symbol >= 0).Reverse().Select(s => _symbols[s.Symbol]), _symbols[symbol]];
                onStep(new(symbols, at, _symbols[tokens[at]], action ?? _table.Grammar.Productions[applied].ToString()));
            }
        }

        if (tokens[at] != end) onError?.Invoke(at, [Grammar.EndMark]);
        else if (!error) onStep?.Invoke(new([Grammar.EndMark], at, Grammar.EndMark, "accept"));
        return root;
    }
}
