namespace Qiansi.Documents;

/// <summary>A language that cells of notebooks are written in, as documents, the kernel, the lab's editor and pages name it.</summary>
/// <param name="Name">Its name after <c>#!</c> and in metadata.</param>
/// <param name="Label">What people call it.</param>
/// <param name="MediaType">What editors choose its colours by.</param>
/// <param name="Aliases">Other names that mean the same, lower case.</param>
public sealed record NotebookLanguage(string Name, string Label, string MediaType, params IReadOnlyList<string> Aliases)
{
    /// <summary>Whether our kernel runs its cells by itself.</summary>
    public bool Runs { get; init; }

    /// <summary>Whether Polyglot Notebooks starts a cell at <c>#!name</c> without being told of the name in <c>#!meta</c>.</summary>
    public bool IsPolyglots { get; init; } = true;

    /// <summary>Ends of names of files that are one cell of it: <c>.cs</c>.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>What a new notebook in it says of its kernel; null for languages that are guests in notebooks of others.</summary>
    public KernelNames? Kernel { get; init; }
}

/// <summary>What a new notebook says of the kernel that runs it.</summary>
/// <param name="DisplayName">What people choose it by.</param>
/// <param name="Spec">Name of the kernelspec.</param>
/// <param name="File">End of the names of source files.</param>
/// <param name="MediaType">Media type of source text.</param>
/// <param name="Lexer">The language's name to Pygments.</param>
/// <param name="Version">The language's version.</param>
public sealed record KernelNames(string DisplayName, string Spec, string File, string MediaType, string Lexer, string Version);
