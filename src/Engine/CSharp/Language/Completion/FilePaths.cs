namespace Qiansi.Engine.CSharp.Language.Completion;

/// <summary>Completes the path in <c>#load "…"</c> and <c>#r "…"</c>.</summary>
internal static class FilePaths
{
    private static readonly string[] Scripts = [".cs", ".csx", ".ipynb", ".dib"];
    private static readonly string[] Assemblies = [".dll"];

    /// <summary>Files and folders for the path under the caret, relative to the working directory,
    /// or null when the caret stands in no path.</summary>
    public static CompletionList? Complete(string code, int position, string workingDirectory)
    {
        var lineStart = DirectiveLines.LineStart(code, position);
        var before = code.AsSpan(lineStart, position - lineStart);
        var trimmed = before.TrimStart();
        string[] extensions;
        if (trimmed.StartsWith("#load")) extensions = Scripts;
        else if (trimmed.StartsWith("#r")) extensions = Assemblies;
        else return null;

        var quote = before.IndexOf('"');
        if (quote < 0 || before[(quote + 1)..].Contains('"')) return null;
        var path = before[(quote + 1)..].ToString();
        if (path.TrimStart().StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)) return null;

        var slash = path.LastIndexOfAny(['/', '\\']);
        var typed = path[(slash + 1)..];
        var end = position;
        while (end < code.Length && code[end] is not ('"' or '/' or '\\' or '\r' or '\n')) end++;
        return new CompletionList(
            position - typed.Length, end, Entries(Path.Combine(workingDirectory, path[..(slash + 1)]), typed, extensions));
    }

    private static List<CompletionItem> Entries(string folder, string typed, string[] extensions)
    {
        var items = new List<CompletionItem>();
        if (!Directory.Exists(folder)) return items;
        var readable = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };
        foreach (var entry in Directory.EnumerateDirectories(folder, "*", readable).Order(StringComparer.OrdinalIgnoreCase))
            Add(Path.GetFileName(entry) + "/", "folder");
        foreach (var entry in Directory.EnumerateFiles(folder, "*", readable).Order(StringComparer.OrdinalIgnoreCase))
        {
            if (extensions.Contains(Path.GetExtension(entry), StringComparer.OrdinalIgnoreCase)) Add(Path.GetFileName(entry), "file");
        }

        return items;

        void Add(string name, string description)
        {
            var hidden = name[0] == '.' && !typed.StartsWith('.');
            if (!hidden && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                items.Add(new CompletionItem(name, "path", description));
        }
    }
}
