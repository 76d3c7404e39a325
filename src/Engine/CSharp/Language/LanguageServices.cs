using Qiansi.Engine.CSharp.Language.Completion;
using Qiansi.Engine.CSharp.Language.Documentation;
using Qiansi.Engine.CSharp.Language.Signatures;

namespace Qiansi.Engine.CSharp.Language;

/// <summary>What an editor asks of C# cells: completion, documentation, signatures, completeness, diagnostics, formatting.</summary>
/// <remarks>Every request works on an immutable snapshot of the session, so that requests may come from any thread, also while a cell runs.
/// Positions are UTF-16 indices; those outside of the text are taken for its ends.</remarks>
/// <param name="context">What the next cell would be compiled against, asked at each request.</param>
/// <param name="values">The variable of a name, to say what it holds; may be null.</param>
/// <param name="workingDirectory">Folder that relative paths in directives start from, asked when needed;
/// the process's own when null.</param>
internal sealed class LanguageServices(
    Func<ScriptContext> context, Func<string, NamedValue?>? values = null, Func<string>? workingDirectory = null)
{
    private readonly SpeculativeCompiler _compiler = new(context);

    /// <summary>Completions at a position of a cell's text, best first.</summary>
    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation = default)
    {
        var caret = Math.Clamp(position, 0, code.Length);
        return Task.Run(() => FilePaths.Complete(code, caret, workingDirectory?.Invoke() ?? Environment.CurrentDirectory)
            ?? new Completer(_compiler).Complete(code, caret, cancellation), cancellation);
    }

    /// <summary>Documentation of the symbol at a position, or of the call whose arguments it stands in;
    /// <c>text/html</c> and <c>text/plain</c>, or null when there is neither.</summary>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation = default)
    {
        var caret = Math.Clamp(position, 0, code.Length);
        return Task.Run(() => new Inspector(_compiler, values).Inspect(code, caret, cancellation)
            ?? (new SignatureFinder(_compiler).Find(code, caret, cancellation) is { } help
                ? SignaturePage.Render(help, cancellation) : null), cancellation);
    }

    /// <summary>The overloads of the call whose arguments a position stands in, the active parameter marked,
    /// or null outside of calls.</summary>
    public Task<MimeBundle?> SignatureAsync(string code, int position, CancellationToken cancellation = default)
    {
        var caret = Math.Clamp(position, 0, code.Length);
        return Task.Run(() => new SignatureFinder(_compiler).Find(code, caret, cancellation) is { } help
            ? SignaturePage.Render(help, cancellation) : null, cancellation);
    }

    /// <summary>Whether Enter should run the text or open another line.</summary>
    public Completeness IsComplete(string code) => CompletenessCheck.Of(code);

    /// <summary>Errors and warnings of a cell's text, in the order of their places.</summary>
    public Task<IReadOnlyList<CodeDiagnostic>> DiagnoseAsync(string code, CancellationToken cancellation = default) =>
        Task.Run(() => new Diagnoser(_compiler).Diagnose(code, cancellation), cancellation);

    /// <summary>The text laid out by the compiler's formatter; text that does not parse comes back unchanged.</summary>
    public Task<string> FormatAsync(string code, CancellationToken cancellation = default) =>
        Task.Run(() => CodeFormatter.Format(code, cancellation), cancellation);
}
