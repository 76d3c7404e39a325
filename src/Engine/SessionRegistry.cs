namespace Qiansi.Engine;

/// <summary>The languages and directives of a session, by name.</summary>
internal sealed class SessionRegistry
{
    private readonly List<ILanguageKernel> _languages = [];
    private readonly List<IDirective> _directives = [];

    public IReadOnlyList<ILanguageKernel> Languages => _languages;

    public IReadOnlyList<IDirective> Directives => _directives;

    public void Add(ILanguageKernel language) => Put(_languages, language, l => l.Name);

    public void Add(IDirective directive) => Put(_directives, directive, d => d.Name);

    public ILanguageKernel? FindLanguage(string name)
    {
        foreach (var language in _languages)
        {
            if (language.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                || language.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase)) return language;
        }

        return null;
    }

    private static void Put<T>(List<T> items, T item, Func<T, string> name)
    {
        var index = items.FindIndex(i => name(i) == name(item));
        if (index < 0) items.Add(item);
        else items[index] = item;
    }
}
