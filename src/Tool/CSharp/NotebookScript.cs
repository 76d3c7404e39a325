using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Tool.CSharp;

/// <summary>A stretch of a cell and where it went.</summary>
/// <param name="InCell">UTF-16 index in the cell.</param>
/// <param name="InScript">Its place in the script; as long as in the cell.</param>
internal readonly record struct ScriptPiece(int InCell, TextSpan InScript);

/// <summary>The C# cells of a notebook as one script: usings first, then the cells, with names that are declared anew kept apart.</summary>
/// <remarks>Cells that do not parse on their own stay out, since an open brace would swallow the cells behind it.</remarks>
internal sealed class NotebookScript
{
    private const char FirstLetter = '\u4E00';
    private const int Letters = 20_000;

    private readonly Dictionary<string, List<ScriptPiece>> _cells = [];

    /// <summary>Puts the cells together.</summary>
    public NotebookScript(IEnumerable<string> cells)
    {
        var trees = cells.Distinct().Select(c => CSharpSyntaxTree.ParseText(c, CellLanguage.Script()))
            .Where(t => !t.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error)).ToList();
        var text = new StringBuilder();
        foreach (var tree in trees)
        {
            var pieces = _cells[tree.ToString()] = [];
            foreach (var directive in tree.GetCompilationUnitRoot().Usings)
            {
                pieces.Add(new(directive.SpanStart, new(text.Length, directive.Span.Length)));
                text.Append(directive).Append('\n');
            }
        }

        // With another first letter no place in the text moves.
        var letter = 0;
        var redeclarations = new Redeclarations((name, _) => (char)(FirstLetter + letter++ % Letters) + name[1..]);
        foreach (var tree in trees)
        {
            var root = tree.GetCompilationUnitRoot();
            var code = tree.ToString().ToCharArray();
            foreach (var (token, name) in redeclarations.Apply(root)) name.CopyTo(code.AsSpan(token.SpanStart));
            foreach (var directive in root.Usings) code.AsSpan(directive.SpanStart, directive.Span.Length).Fill(' ');
            _cells[tree.ToString()].Add(new(0, new(text.Length, code.Length)));
            text.Append(code).Append("\n;\n"); // the last expression of a cell has no semicolon
        }

        Text = text.ToString();
    }

    /// <summary>The script.</summary>
    public string Text { get; }

    /// <summary>Where a cell is in it, in the order of the script; null when it is none of the cells or does not parse.</summary>
    public IReadOnlyList<ScriptPiece>? Find(string code) => _cells.GetValueOrDefault(code);
}
