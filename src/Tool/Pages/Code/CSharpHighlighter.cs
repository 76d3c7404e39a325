using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Qiansi.Tool.Pages.Code;

/// <summary>Colours C# with Roslyn's classifier; names that earlier cells declared are known in later ones.</summary>
/// <remarks>Each cell is a script compilation on top of the one before, as the kernel has it. What a <c>#r</c> would bring is not loaded: its names stay plain.</remarks>
internal sealed class CSharpHighlighter : IDisposable
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, DocumentationMode.Parse, SourceCodeKind.Script);
    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true).WithUsings(
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks");

    private readonly AdhocWorkspace _workspace = new();
    private readonly List<MetadataReference> _references = [.. PlatformReferences()];
    private Solution _solution;
    private ProjectId? _previous;

    /// <summary>A highlighter that has seen no cell yet.</summary>
    public CSharpHighlighter() => _solution = _workspace.CurrentSolution;

    /// <summary>The runs of a piece of code.</summary>
    /// <param name="code">C# as in a script.</param>
    /// <param name="isCell">Whether later pieces see what it declares.</param>
    public IReadOnlyList<CodeRun> Classify(string code, bool isCell)
    {
        var id = ProjectId.CreateNewId();
        var project = ProjectInfo.Create(id, VersionStamp.Default, "Cell", "Cell", LanguageNames.CSharp, compilationOptions: Options, parseOptions: Script,
            projectReferences: _previous is null ? [] : [new(_previous)], metadataReferences: _references, isSubmission: true);
        var documentId = DocumentId.CreateNewId(id);
        var solution = _solution.AddProject(project).AddDocument(documentId, "Cell.csx", SourceText.From(code));
        if (isCell) (_solution, _previous) = (solution, id);
        var spans = Classifier.GetClassifiedSpansAsync(solution.GetDocument(documentId)!, new TextSpan(0, code.Length)).GetAwaiter().GetResult();
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

    /// <inheritdoc />
    public void Dispose() => _workspace.Dispose();

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

    private static IEnumerable<MetadataReference> PlatformReferences()
    {
        var paths = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var path in paths)
        {
            var name = Path.GetFileNameWithoutExtension(path.AsSpan());
            if (name.StartsWith("System.") || name.StartsWith("Qiansi.") || name is "netstandard" or "mscorlib" or "Microsoft.DotNet.Interactive.Formatting")
                yield return MetadataReference.CreateFromFile(path);
        }
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
