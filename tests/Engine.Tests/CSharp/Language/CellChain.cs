using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Qiansi.Contracts;
using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Engine.CSharp.Language;
using Qiansi.Engine.CSharp.Language.Documentation;

namespace Qiansi.Engine.Tests.CSharp.Language;

/// <summary>Compiled cells to ask language services about; a <c>|</c> in a text is the caret.</summary>
internal sealed class CellChain
{
    /// <summary>The framework's assemblies.</summary>
    public static readonly string[] FrameworkPaths =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"))];

    private static readonly MetadataReference[] Framework = [.. FrameworkPaths.Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithUsings("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks")
        .WithAllowUnsafe(true);

    private readonly Lock _running = new();
    private volatile ScriptContext _context = new(null, Framework, Options);

    public CellChain(params string[] cells)
    {
        Services = new LanguageServices(
            () => _context, values: name => Values.GetValueOrDefault(name), workingDirectory: () => WorkingDirectory);
        foreach (string cell in cells) Run(cell);
    }

    public Dictionary<string, NamedValue> Values { get; } = [];

    public LanguageServices Services { get; }

    public string WorkingDirectory { get; set; } = Environment.CurrentDirectory;

    /// <summary>Compiles a cell as if it had run.</summary>
    public void Run(string code)
    {
        lock (_running)
        {
            Append(code);
        }
    }

    private void Append(string code)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview, kind: SourceCodeKind.Script));
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "cell", tree, _context.References, Options, _context.Previous, typeof(object)).Bind();
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        _context = _context with { Previous = compilation };
    }

    /// <summary>Compiles a cell as a library and references its image from now on.</summary>
    public void RunAsLibrary(string code)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview));
        var compilation = CSharpCompilation.Create("library", [tree], _context.References, Options).Bind();
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken)
            .Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        _context = _context with
        {
            References = [.. _context.References,
            MetadataReference.CreateFromImage(image.ToArray(), documentation: SourceDocumentation.Of(compilation))]
        };
    }

    public static (string Code, int Position) Caret(string marked)
    {
        int position = marked.IndexOf('|', StringComparison.Ordinal);
        Assert.True(position >= 0, "No caret in: " + marked);
        return (marked.Remove(position, 1), position);
    }

    public Task<CompletionList> CompleteAsync(string marked)
    {
        (string code, int position) = Caret(marked);
        return Services.CompleteAsync(code, position, TestContext.Current.CancellationToken);
    }
}
