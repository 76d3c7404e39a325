using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Qiansi.Contracts;
using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Engine.Tests.CSharp.Language;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Submissions_fit_together_although_others_bind_the_same_references_meanwhile()
    {
        MetadataReference[] references = [.. CellChain.FrameworkPaths.Select(path => MetadataReference.CreateFromFile(path))];
        CSharpCompilation Compile(string code, CSharpCompilation? previous) => CSharpCompilation.CreateScriptCompilation("cell",
            CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview, kind: SourceCodeKind.Script)), references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: ["System.Linq"]), previous, typeof(object)).Bind();

        using var start = new Barrier(3);
        Task<IEnumerable<Diagnostic>>[] sessions = [.. Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            CSharpCompilation first = Compile("static int Twice(this int n) => 2 * n; var numbers = new[] { 1, 2 };", null);
            return Compile("5.Twice() + numbers.Where(n => n > 1).Count()", first).GetDiagnostics()
                .Where(d => d.Severity == DiagnosticSeverity.Error);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];

        foreach (IEnumerable<Diagnostic> errors in await Task.WhenAll(sessions)) Assert.Empty(errors);
    }

    [Fact]
    public async Task Requests_from_many_threads_while_cells_run_all_answer()
    {
        var cells = new CellChain("var numbers = new List<int>();");
        Task<CompletionList>[] requests = [.. Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            if (i % 4 == 0) cells.Run($"var made{i} = numbers.Select(n => n).ToList();");
            return await cells.CompleteAsync("numbers.Select(n => n).ToList().|");
        }))];

        foreach (CompletionList list in await Task.WhenAll(requests)) Assert.Contains(list.Items, item => item.Text == "AddRange");
    }

    [Fact]
    public async Task A_cancelled_request_ends_as_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var cells = new CellChain();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cells.Services.CompleteAsync("Console.", 8, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cells.Services.InspectAsync("Console.", 3, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cells.Services.DiagnoseAsync("x", cancelled.Token));
    }
}
