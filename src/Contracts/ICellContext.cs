namespace Qiansi.Contracts;

/// <summary>What a running cell, and code on its behalf, can reach.</summary>
public interface ICellContext
{
    /// <summary>Where its outputs go.</summary>
    IOutputSink Output { get; }

    /// <summary>Cancelled when the cell is interrupted.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>Cancelled when the cell has run to its end, in whatever way.</summary>
    CancellationToken Ended => CancellationToken.None;

    /// <summary>Cancelled when what the cell showed is gone, so that nobody can see changes to it: the cell runs again,
    /// or the session was restarted or has ended.</summary>
    CancellationToken Closed => CancellationToken.None;

    /// <summary>The session the cell belongs to.</summary>
    ISession Session { get; }

    /// <summary>Renders a value with the session's formatters; never throws, and takes no longer than the time limit.</summary>
    /// <param name="value">Any value, null too.</param>
    /// <param name="mediaTypes">Only these; the formatters' preference when empty.</param>
    MimeBundle Render(object? value, params IReadOnlyList<string> mediaTypes);
}

/// <summary>A session's registries, as extensions and directives see them.</summary>
public interface ISession
{
    /// <summary>The languages, in the order they were added; the first is the default.</summary>
    IReadOnlyList<ILanguageKernel> Languages { get; }

    /// <summary>The directives, in the order they were added.</summary>
    IReadOnlyList<IDirective> Directives { get; }

    /// <summary>Adds a language; replaces one of the same name.</summary>
    void Add(ILanguageKernel language);

    /// <summary>Adds a directive; replaces one of the same name.</summary>
    void Add(IDirective directive);

    /// <summary>The language of this name or alias (any case), or null.</summary>
    ILanguageKernel? FindLanguage(string name);

    /// <summary>Runs text as a cell would, within the running cell: used by <c>#!import</c> and <c>#load</c>.</summary>
    /// <param name="source">Text that may hold directives.</param>
    /// <param name="language">Language of its first block; the default language when null.</param>
    /// <param name="name">What traces call it.</param>
    /// <param name="context">The running cell.</param>
    Task<CellStatus> ExecuteNestedAsync(string source, string? language, string name, ICellContext context);

    /// <summary>Folder that relative paths start from.</summary>
    string WorkingDirectory { get; }

    /// <summary>Whether a notebook is run from its first cell to its last and nobody watches:
    /// what goes on after a cell is seen by no one.</summary>
    bool IsBatch => false;

    /// <summary>Answers what front ends ask a target, each with a comm of its own (Jupyter messaging, "Custom Messages"): between cells,
    /// one after the other. What fails is answered with <c>error</c>, its message.</summary>
    /// <param name="target">Name that front ends use; a second call replaces the first.</param>
    /// <param name="answer">Given the question as JSON, returns the answer as JSON.</param>
    void Answer(string target, Func<string, string> answer)
    {
        // A host without front ends is asked nothing.
    }

    /// <summary>Asks the host to restart the session once the running cell has ended: used by <c>#!restart</c>.</summary>
    /// <exception cref="NotSupportedException">The host cannot restart.</exception>
    void RequestRestart() => throw new NotSupportedException("This host cannot restart its session; end it and start it anew.");
}
