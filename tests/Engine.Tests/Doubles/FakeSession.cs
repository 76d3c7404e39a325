using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Doubles;

/// <summary>A session of registries only, with the languages and directives a test names.</summary>
internal sealed class FakeSession : ISession
{
    private readonly List<ILanguageKernel> _languages = [];
    private readonly List<IDirective> _directives = [];

    public IReadOnlyList<ILanguageKernel> Languages => _languages;

    public IReadOnlyList<IDirective> Directives => _directives;

    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>What ran nested, in order: language, name, source.</summary>
    public List<(string? Language, string Name, string Source)> Nested { get; } = [];

    /// <summary>Called for nested runs in place of recording them.</summary>
    public Func<string, string?, string, ICellContext, Task<CellStatus>>? OnNested { get; set; }

    public bool RestartWasRequested { get; private set; }

    public void Add(ILanguageKernel language)
    {
        _languages.RemoveAll(l => l.Name == language.Name);
        _languages.Add(language);
    }

    public void Add(IDirective directive)
    {
        _directives.RemoveAll(d => d.Name == directive.Name);
        _directives.Add(directive);
    }

    public ILanguageKernel? FindLanguage(string name) => _languages.Find(l =>
        l.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || l.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));

    public Task<CellStatus> ExecuteNestedAsync(string source, string? language, string name, ICellContext context)
    {
        if (OnNested is not null) return OnNested(source, language, name, context);
        Nested.Add((language, name, source));
        return Task.FromResult(CellStatus.Ok);
    }

    public void RequestRestart() => RestartWasRequested = true;
}
