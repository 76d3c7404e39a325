using Qiansi.Contracts;
using Qiansi.Engine.CSharp.Language.Completion;

namespace Qiansi.Engine.CSharp.Language;

/// <summary>What an editor asks of C# cells: completion, documentation, signatures, completeness, diagnostics, formatting.</summary>
/// <remarks>Every request works on an immutable snapshot of the session, so that requests may come from any thread, also while a cell runs. Positions are UTF-16 indices; those outside of the text are taken for its ends.</remarks>
/// <param name="context">What the next cell would be compiled against, asked at each request.</param>
/// <param name="workingDirectory">Folder that relative paths in directives start from, asked when needed; the process's own when null.</param>
internal sealed class LanguageServices(Func<ScriptContext> context, Func<string>? workingDirectory = null)
{
    private readonly SpeculativeCompiler _compiler = new(context);

    /// <summary>Completions at a position of a cell's text, best first.</summary>
    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation = default)
    {
        int caret = Math.Clamp(position, 0, code.Length);
        return Task.Run(() => FilePaths.Complete(code, caret, workingDirectory?.Invoke() ?? Environment.CurrentDirectory)
            ?? new Completer(_compiler).Complete(code, caret, cancellation), cancellation);
    }
}
