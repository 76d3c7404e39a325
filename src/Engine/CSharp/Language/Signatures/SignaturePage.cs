using System.Collections.Immutable;
using Qiansi.Engine.CSharp.Language.Documentation;

namespace Qiansi.Engine.CSharp.Language.Signatures;

/// <summary>Renders the overloads of a call, the parameter at the caret marked, with the documentation of the first.</summary>
internal static class SignaturePage
{
    private const int MostShown = 12;

    /// <summary>The page as <c>text/html</c> and <c>text/plain</c>; in plain text the parameter stands
    /// between <c>»</c> and <c>«</c>.</summary>
    public static MimeBundle Render(SignatureHelp help, CancellationToken cancellation)
    {
        var page = new DocumentationPage();
        var html = new List<string>();
        var text = new List<string>();
        for (var i = 0; i < Math.Min(help.Overloads.Count, MostShown); i++)
        {
            var parts = SignatureHtml.PartsOf(help.Overloads[i]);
            (var from, var to) = RangeOf(help.Overloads[i], help.ActiveParameters[i], parts);
            html.Add(SignatureHtml.Render(parts, from, to));
            text.Add(to > from ? $"{Text(parts[..from])}»{Text(parts[from..to])}«{Text(parts[to..])}" : Text(parts));
        }

        page.AddCode(string.Join('\n', html), string.Join('\n', text));
        if (help.Overloads.Count > MostShown) page.AddNote($"… and {help.Overloads.Count - MostShown} more overloads");
        if (DocumentationFinder.Find(help.Overloads[0], help.Compilation, cancellation) is { } comment) page.AddComment(comment);
        return page.ToBundle();
    }

    private static string Text(IEnumerable<SymbolDisplayPart> parts) => string.Concat(parts);

    /// <summary>The parts that make up a parameter: between the parameter list's own brackets and commas.</summary>
    private static (int From, int To) RangeOf(ISymbol overload, int parameter, ImmutableArray<SymbolDisplayPart> parts)
    {
        if (parameter < 0) return (0, 0);

        int name = -1, seen = 0;
        for (var i = 0; i < parts.Length && name < 0; i++)
        {
            if (parts[i].Kind == SymbolDisplayPartKind.ParameterName
                && SymbolEqualityComparer.Default.Equals(parts[i].Symbol?.ContainingSymbol, overload) && seen++ == parameter) name = i;
        }

        if (name < 0) return (0, 0);
        int from = name, depth = 0;
        while (from > 0 && !(depth == 0 && parts[from - 1].ToString() is "(" or "[" or ","))
        {
            from--;
            if (parts[from].ToString() is ">" or ")" or "]") depth++;
            else if (parts[from].ToString() is "<" or "(" or "[") depth--;
        }

        while (parts[from].Kind == SymbolDisplayPartKind.Space) from++;
        var to = name + 1;
        while (to < parts.Length && parts[to].ToString() is not ("," or ")" or "]")) to++;
        return (from, to);
    }
}
