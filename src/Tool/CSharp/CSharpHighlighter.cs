using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;
using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Publishing.Code;

namespace Qiansi.Tool.CSharp;

/// <summary>Colours C# with Roslyn's classifier; names that other cells declared are known.</summary>
/// <remarks>
/// All cells together are one script, so that time and memory grow with the notebook's length and no faster. Code that is no cell is a
/// script on top of it. What a <c>#r</c> would bring is not loaded: its names stay plain.
/// </remarks>
internal sealed class CSharpHighlighter : ICodeClassifier
{
    private static readonly CSharpCompilationOptions Options =
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true).WithUsings(
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text",
            "System.Threading", "System.Threading.Tasks");

    private readonly NotebookScript _script;
    private readonly Document _cells;
    private readonly List<CodeRun> _runs;

    /// <summary>Reads the C# cells of a notebook.</summary>
    /// <param name="cells">The cells' code, in order.</param>
    public CSharpHighlighter(IEnumerable<string> cells)
    {
        _script = new(cells);
        _cells = Script(new AdhocWorkspace().CurrentSolution, _script.Text, previous: null);
        _runs = Runs(_cells, _script.Text.Length);
    }

    /// <summary>The runs of a piece of code: of a cell of the notebook, or of an excerpt that may use what the cells declare.</summary>
    public IReadOnlyList<CodeRun> Classify(string code) => _script.Find(code) is { } pieces
        ? [.. pieces.SelectMany(Runs)]
        : Runs(Script(_cells.Project.Solution, code, _cells.Project.Id), code.Length);

    private IEnumerable<CodeRun> Runs(ScriptPiece piece)
    {
        var byStart = Comparer<CodeRun>.Create((a, b) => a.Start.CompareTo(b.Start));
        var first = _runs.BinarySearch(new(piece.InScript.Start, 0, CodeLook.Plain), byStart);
        return _runs.Skip(first < 0 ? ~first : first).TakeWhile(run => run.Start < piece.InScript.End)
            .Select(run => run with { Start = run.Start - piece.InScript.Start + piece.InCell });
    }

    private static Document Script(Solution solution, string text, ProjectId? previous)
    {
        var id = ProjectId.CreateNewId();
        var project = ProjectInfo.Create(id, VersionStamp.Default, "Cells", "Cells", LanguageNames.CSharp, compilationOptions: Options,
            parseOptions: CellLanguage.Script(), projectReferences: previous is null ? [] : [new(previous)],
            metadataReferences: PlatformReferences.All, isSubmission: true);
        return solution.AddProject(project).GetProject(id)!.AddDocument("Cells.csx", SourceText.From(text));
    }

    private static List<CodeRun> Runs(Document document, int length)
    {
        var spans = Classifier.GetClassifiedSpansAsync(document, new(0, length)).GetAwaiter().GetResult();
        var runs = new List<CodeRun>();
        foreach (var span in spans.OrderBy(s => s.TextSpan.Start))
        {
            var look = Look(span.ClassificationType);
            if (look == CodeLook.Plain) continue;
            var run = new CodeRun(span.TextSpan.Start, span.TextSpan.Length, look);
            // Roslyn lays additive spans (an escape in a text, a static member) over others: the narrower one wins.
            if (runs.Count > 0 && runs[^1] is var last && last.Start + last.Length > run.Start) Overlay(runs, run);
            else runs.Add(run);
        }

        return runs;
    }

    private static void Overlay(List<CodeRun> runs, CodeRun run)
    {
        var last = runs[^1];
        if (run.Start == last.Start && run.Length >= last.Length) return;
        runs.RemoveAt(runs.Count - 1);
        if (run.Start > last.Start) runs.Add(last with { Length = run.Start - last.Start });
        runs.Add(run);
        var end = run.Start + run.Length;
        if (end < last.Start + last.Length) runs.Add(new(end, last.Start + last.Length - end, last.Look));
    }

    private static CodeLook Look(string classification) => classification switch
    {
        ClassificationTypeNames.Keyword => CodeLook.Keyword,
        ClassificationTypeNames.ControlKeyword => CodeLook.Control,
        ClassificationTypeNames.ClassName or ClassificationTypeNames.RecordClassName or ClassificationTypeNames.RecordStructName or
            ClassificationTypeNames.StructName or ClassificationTypeNames.InterfaceName or ClassificationTypeNames.EnumName or
            ClassificationTypeNames.DelegateName or ClassificationTypeNames.TypeParameterName => CodeLook.Type,
        ClassificationTypeNames.MethodName or ClassificationTypeNames.ExtensionMethodName => CodeLook.Method,
        ClassificationTypeNames.PropertyName or ClassificationTypeNames.EnumMemberName or ClassificationTypeNames.ConstantName or
            ClassificationTypeNames.EventName => CodeLook.Member,
        ClassificationTypeNames.StringLiteral or ClassificationTypeNames.VerbatimStringLiteral => CodeLook.Text,
        ClassificationTypeNames.StringEscapeCharacter => CodeLook.Escape,
        ClassificationTypeNames.NumericLiteral => CodeLook.Number,
        ClassificationTypeNames.Comment or ClassificationTypeNames.ExcludedCode => CodeLook.Comment,
        ClassificationTypeNames.PreprocessorKeyword or ClassificationTypeNames.PreprocessorText => CodeLook.Directive,
        _ when classification.StartsWith("xml doc comment", StringComparison.Ordinal) => CodeLook.Comment,
        _ => CodeLook.Plain,
    };
}
