namespace Qiansi.Contracts;

/// <summary>A language cells can be written in. C#, HTML, JavaScript, Markdown, Mermaid and what extensions add are all this.</summary>
public interface ILanguageKernel
{
    /// <summary>The name after <c>#!</c>, in lower case: <c>csharp</c>.</summary>
    string Name { get; }

    /// <summary>Other names after <c>#!</c>: <c>c#</c>, <c>C#</c>.</summary>
    IReadOnlyList<string> Aliases { get; }

    /// <summary>One sentence for <c>#!lsmagic</c> and help.</summary>
    string Summary { get; }

    /// <summary>Runs one block of a cell on the session's cell thread.</summary>
    /// <param name="block">The code, with its place in the cell.</param>
    /// <param name="context">Outputs, cancellation and the session's registries.</param>
    Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context);

    /// <summary>Completions at a position of <paramref name="code"/> (UTF-16 index).</summary>
    Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        Task.FromResult(new CompletionList(position, position, []));

    /// <summary>Documentation of what stands at a position, or null.</summary>
    Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation) => Task.FromResult<MimeBundle?>(null);

    /// <summary>Whether Enter should run the code or open another line.</summary>
    Completeness IsComplete(string code) => Completeness.Complete;

    /// <summary>Errors and warnings of code that is being written, in the order of their places.</summary>
    Task<IReadOnlyList<CodeDiagnostic>> DiagnoseAsync(string code, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CodeDiagnostic>>([]);

    /// <summary>The code as the language's formatter lays it out; code that it cannot read comes back as it is.</summary>
    Task<string> FormatAsync(string code, CancellationToken cancellation) => Task.FromResult(code);

    /// <summary>The variables that later cells can see. A language in another process gives their texts,
    /// and the values themselves by <see cref="FindValueAsync"/>.</summary>
    IReadOnlyList<NamedValue> Values => [];

    /// <summary>A variable with its value; null when there is none of that name.</summary>
    /// <exception cref="DirectiveException">The value cannot leave the language.</exception>
    Task<NamedValue?> FindValueAsync(string name, CancellationToken cancellation) =>
        Task.FromResult(Values.FirstOrDefault(v => v.Name == name));

    /// <summary>Gives a variable a value, declaring it when new.</summary>
    /// <exception cref="NotSupportedException">The language has no variables.</exception>
    Task SetValueAsync(string name, object? value, Type declaredType) =>
        throw new NotSupportedException($"#!{Name} has no variables, so '{name}' cannot be set there.");
}

/// <summary>A stretch of one language in a cell.</summary>
/// <param name="Code">The text, without the line that chose the language.</param>
/// <param name="FirstLine">0-based line of the cell at which <paramref name="Code"/> starts, for error positions.</param>
/// <param name="CellName">What traces call the cell: <c>Cell 3</c>.</param>
/// <param name="IsLast">Whether the block's value is the cell's value.</param>
public sealed record CodeBlock(string Code, int FirstLine, string CellName, bool IsLast);

/// <summary>A variable with its value.</summary>
public sealed record NamedValue(string Name, object? Value, Type Type)
{
    /// <summary>What its own language calls its type, where that is no .NET type.</summary>
    public string? TypeName { get; init; }
}

/// <summary>What <c>is_complete</c> answers.</summary>
/// <param name="Status"><c>complete</c>, <c>incomplete</c> or <c>invalid</c>.</param>
/// <param name="Indent">White space to open the next line with.</param>
public sealed record Completeness(string Status, string Indent = "")
{
    /// <summary>Ready to run.</summary>
    public static readonly Completeness Complete = new("complete");
}

/// <summary>Completions for the text between <paramref name="Start"/> and <paramref name="End"/> (UTF-16 indices into the code).</summary>
public sealed record CompletionList(int Start, int End, IReadOnlyList<CompletionItem> Items);

/// <summary>One completion.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">Jupyter's type word: <c>function</c>, <c>property</c>, <c>class</c>, <c>keyword</c>, <c>magic</c>, ….</param>
/// <param name="Description">Signature or short documentation, may be empty.</param>
public sealed record CompletionItem(string Text, string Kind, string Description = "");
