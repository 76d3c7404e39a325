using Qiansi.Snl;
using Qiansi.Snl.Grammars;
using Qiansi.Snl.Parsing;
using Qiansi.Snl.Syntax;
using Qiansi.Snl.Tm;
using Qiansi.SnlCells.Pictures;
using Qiansi.Trees;
using Qiansi.Trees.Pictures;

namespace Qiansi.SnlCells;

/// <summary>Pictures and films of what the compiler does.</summary>
public static class SnlPictures
{
    /// <summary>Columns and rows up to which a table stands in a film of its parser.</summary>
    private const int SmallTable = 16;

    /// <summary>The syntax tree: the course's names of the nodes, coloured by kind.</summary>
    public static TreeView<SyntaxNode> ToTree(this Compilation compilation) =>
        Tree.Of<SyntaxNode>(compilation.Tree, n => n.Children, n => n.ToString()).WithCategory(n => n switch
        {
            ExpressionNode => "expression",
            StatementNode => "statement",
            DeclarationNode => "declaration",
            _ => "structure",
        }).Rightwards().WithTitle("syntax tree");

    /// <summary>The source and, beside each line, the Tiny Machine's code that was made of it.</summary>
    /// <exception cref="InvalidOperationException">The program has errors.</exception>
    public static CodeColumns ToColumns(this Compilation compilation)
    {
        var (program, debug) = (compilation.Machine, compilation.Machine.Debug!);
        var code = new Dictionary<int, List<string>>();
        var line = 0;
        for (var address = 0; address < program.Instructions.Count; address++)
        {
            // What belongs to no line stands beside the line whose code follows, or precedes at the end.
            var next = Enumerable.Range(address, program.Instructions.Count - address).Select(a => debug.PositionOf(a)?.Line)
                .FirstOrDefault(l => l is not null);
            line = debug.PositionOf(address)?.Line ?? next ?? line;
            if (!code.TryGetValue(line, out var lines)) code[line] = lines = [];
            lines.Add($"{Disassembler.Line(address, program.Instructions[address])[1..],-26}{debug.CommentAt(address)}".TrimEnd());
        }

        return new("source", "Tiny Machine", Enumerable.Range(1, compilation.Source.LineCount)
            .Select(l => (compilation.Source.Line(l).ToString(), string.Join('\n', code.GetValueOrDefault(l) ?? []))));
    }

    /// <summary>The program on the Tiny Machine step by step: source, code, registers, activation records, output.</summary>
    /// <param name="compilation">The program.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="by">What a step is; the finest kind of which there are at most 80 when null.</param>
    /// <param name="from">Steps left out at the beginning; 80 are shown.</param>
    /// <exception cref="InvalidOperationException">The program has errors.</exception>
    public static Film ToFilm(this Compilation compilation, string input = "", StepKind? by = null, int from = 0) =>
        MachineFilm.Of(compilation, new TextConsole(new StringReader(input), TextWriter.Null), null, by, from, CancellationToken.None).Film;

    /// <summary>The table of an LL(1) parser: numbers of productions; conflicts are marked and have all that want the cell.</summary>
    public static MarkedTable ToPicture(this LlTable table)
    {
        string[] columns = [.. table.Grammar.Terminals, Grammar.EndMark];
        var rows = table.Grammar.Nonterminals;
        var picture = new MarkedTable("LL(1) table", columns, rows, (row, column) =>
            table.Conflicts.FirstOrDefault(c => c.Nonterminal == rows[row] && c.Terminal == columns[column]) is { } conflict
                ? string.Join(" / ", conflict.Productions.Select(p => p.Number)) : $"{table[rows[row], columns[column]]?.Number}");
        foreach (var conflict in table.Conflicts)
            picture = picture.With(rows.ToList().IndexOf(conflict.Nonterminal), Array.IndexOf(columns, conflict.Terminal));
        return picture;
    }

    /// <summary>How a table-driven parser reads tokens: its stack, what is left to read, and the cell that decides.</summary>
    /// <param name="table">The parser's table.</param>
    /// <param name="tokens">Terminals of the grammar with blanks between them.</param>
    public static Film ParseFilm(this LlTable table, string tokens)
    {
        var words = tokens.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string[] columns = [.. table.Grammar.Terminals, Grammar.EndMark];
        var rows = table.Grammar.Nonterminals.ToList();
        var isSmall = columns.Length <= SmallTable && rows.Count <= SmallTable;
        var (picture, film) = (table.ToPicture(), new Film($"LL(1): {tokens}"));
        new LlParser(table).Parse(words, step =>
        {
            var (row, column) = (rows.IndexOf(step.Stack[^1]), Array.IndexOf(columns, step.Lookahead));
            var stack = new TextPane("stack, top first", string.Join('\n', step.Stack.Reverse()));
            var input = new TextPane("left to read", string.Join(' ', words.Skip(step.Token).Append(Grammar.EndMark)));
            Pane[] panes = isSmall ? [stack, input, row >= 0 ? picture.With(row, column) : picture] : [stack, input];
            film.Add(step.Action, panes);
        });
        return film;
    }
}
