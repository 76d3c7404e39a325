using System.Text.RegularExpressions;
using Qiansi.Documents;
using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Engine.CSharp.Errors;
using Qiansi.Engine.CSharp.Language;
using Qiansi.Engine.CSharp.References;
using Qiansi.Engine.CSharp.State;
using Qiansi.Engine.Packages;
using Qiansi.Runtime;

namespace Qiansi.Engine.CSharp;

/// <summary>C# in cells: compiles a block in Release with guards woven in, runs it on the cell thread, keeps its variables.</summary>
internal sealed class CSharpKernel : ILanguageKernel
{
    private readonly ReferenceSet _references = new();
    private readonly CellLoadContext _loading;
    private readonly SubmissionChain _chain;
    private readonly ReferenceDirectives _directives;
    private readonly RuntimeErrors _errors = new();
    private readonly CellCompiler _compiler;
    private readonly LanguageServices _language;
    private readonly CellFlow _flow = new();
    private readonly LibrarySwap? _swap;
    private LanguageVersion _version = CellLanguage.Default;
    private bool _isSwapped;

    /// <param name="workingDirectory">Where relative paths in directives start.</param>
    /// <param name="openLibraries">Libraries of the host whose namespace is open in every cell.</param>
    /// <param name="swap">Packages in the place of a library of the host.</param>
    public CSharpKernel(string workingDirectory, IReadOnlyList<string> openLibraries, LibrarySwap? swap = null)
    {
        _swap = swap;
        // What it takes to load a swapped library is no cell's affair.
        var files = swap is null ? new PackageFiles() : new PackageFiles(static _ => { });
        _loading = new(files);
        _chain = new(_loading);
        _directives = new(_references, _loading, files);
        _compiler = new(_references, [.. openLibraries, .. swap?.Open ?? []], swap);
        _language = new(() => new(_compiler.Previous, _references.Wide, _compiler.WideOptions) { Version = _version },
            _chain.Find, () => workingDirectory);
    }

    public string Name => NotebookLanguages.CSharp.Name;

    public IReadOnlyList<string> Aliases => NotebookLanguages.CSharp.Aliases;

    public string Summary => "C#: the notebook's main language. Variables, functions and types stay for later cells.";

    public IReadOnlyList<NamedValue> Values => _chain.Values;

    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        _language.CompleteAsync(code, position, cancellation);

    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation) =>
        _language.InspectAsync(code, position, cancellation);

    public Completeness IsComplete(string code) => _language.IsComplete(code);

    public Task<IReadOnlyList<CodeDiagnostic>> DiagnoseAsync(string code, CancellationToken cancellation) =>
        _language.DiagnoseAsync(code, cancellation);

    public Task<string> FormatAsync(string code, CancellationToken cancellation) => _language.FormatAsync(code, cancellation);

    public async Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context)
    {
        if (_swap is not null && !_isSwapped)
        {
            var status = await TryAsync(() => _directives.SwapAsync(_swap, context), context);
            if (status != CellStatus.Ok) return status;
            _isSwapped = true;
        }

        var header = CellHeader.Parse(_swap?.Rename(block.Code) ?? block.Code);
        if (header.Directives.Count > 0)
        {
            var status = await FollowAsync(header.Directives, context);
            if (status != CellStatus.Ok) return status;
        }

        var text = new string('\n', block.FirstLine) + header.Code;
        _errors.Remember(block.CellName, text);
        var cell = _compiler.Compile(CellSyntax.Parse(text, block.CellName, _version),
            guarded: context is not ICSharpCell { Unguarded: true }, context.Cancellation);
        if (!cell.Errors.IsEmpty)
        {
            context.Output.Error(CompileErrors.Describe(cell));
            return CellStatus.Error;
        }

        return await RunAsync(cell, block, context);
    }

    public async Task SetValueAsync(string name, object? value, Type declaredType)
    {
        if (_chain.TrySet(name, value, declaredType)) return;
        var type = CSharpTypeName.Of(declaredType) ?? "object";
        var cell = _compiler.Compile(CellSyntax.Parse(
            $"{type} @{name} = ({type})global::Qiansi.Runtime.Handover.Take({Handover.Put(value)});", name), guarded: false, default);
        if (!cell.Errors.IsEmpty)
            throw new InvalidOperationException($"'{name}' cannot become a C# variable of type {type}: {cell.Errors[0].Message}");
        var submission = _chain.Add(cell)!;
        _compiler.Accept(cell);
        await submission.Start();
    }

    private Task<CellStatus> FollowAsync(IReadOnlyList<ReferenceDirective> directives, ICellContext context) => TryAsync(() =>
    {
        foreach (var option in directives.Where(d => d.IsOption)) _version = LanguageOption.After(option, _version);
        return _directives.FollowAsync([.. directives.Where(d => !d.IsOption)], context);
    }, context);

    private static async Task<CellStatus> TryAsync(Func<Task<CellStatus>> bring, ICellContext context)
    {
        try
        {
            return await bring();
        }
        catch (Exception e) when (e is DirectiveException or PackageResolutionException or IOException or BadImageFormatException)
        {
            context.Output.Error(new CellError(e.GetType().Name.Replace("Exception", "Error", StringComparison.Ordinal), e.Message,
                [$"{Ansi.Red}{e.Message}{Ansi.Reset}"]));
            return CellStatus.Error;
        }
    }

    private async Task<CellStatus> RunAsync(CompiledCell cell, CodeBlock block, ICellContext context)
    {
        var warnings = _compiler.Warnings(cell);
        var submission = _chain.Add(cell);
        _compiler.Accept(cell);
        if (submission is null)
        {
            WarningLines.Show(block.CellName, warnings, context.Output);
            return CellStatus.Ok;
        }

        var run = context as ICSharpCell;
        if (run is not null) (_loading.Latest, run.Errors) = (run, _errors);
        try
        {
            run?.EnterUserCode();
            var value = await RunToEndAsync(submission, cell.Syntax.Disposables, context.Cancellation);
            if (block.IsLast && TrailingValue.Has(cell, value)) context.Output.Result(context.Render(TupleNames.With(cell, value)));
            WarningLines.Show(block.CellName, warnings, context.Output);
            return CellStatus.Ok;
        }
        catch (Exception e) when (context.Cancellation.IsCancellationRequested
            && (Interrupted.IsCause(e) || e is RegexMatchTimeoutException))
        {
            context.Output.Error(Interrupted.Describe(block.CellName));
            return CellStatus.Interrupted;
        }
        catch (Exception e)
        {
            context.Output.Error(_errors.Describe(e, block.CellName));
            return CellStatus.Error;
        }
        finally
        {
            run?.LeaveUserCode();
            submission.CutLinks();
        }
    }

    private async Task<object?> RunToEndAsync(Submission submission, IReadOnlyList<string> disposables, CancellationToken cancellation)
    {
        try
        {
            return await _flow.Start(submission).WaitAsync(cancellation);
        }
        finally
        {
            await UsingDeclarations.DisposeAsync(disposables.Select(submission.ValueOf));
        }
    }
}
