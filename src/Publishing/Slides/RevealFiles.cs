namespace Qiansi.Publishing.Slides;

/// <summary>reveal.js, which the build puts beside the program together with JupyterLab.</summary>
/// <param name="Script">reveal.js itself, safe inside a script element.</param>
/// <param name="NotesScript">Its speaker view, likewise.</param>
/// <param name="Style">Its style sheet.</param>
public sealed record RevealFiles(string Script, string NotesScript, string Style)
{
    /// <summary>Reads them from the folder of the bundle.</summary>
    /// <param name="bundle">The folder; the program's own when null.</param>
    /// <exception cref="FileNotFoundException">They are not there; says why and what to do.</exception>
    public static RevealFiles Read(string? bundle = null)
    {
        bundle ??= Path.Combine(AppContext.BaseDirectory, "lab");
        var folder = Path.Combine(bundle, "reveal");
        try
        {
            return new(Script("reveal.js"), Script("notes.js"), File.ReadAllText(Path.Combine(folder, "reveal.css")));
        }
        catch (IOException)
        {
            var problem = Path.Combine(bundle, "problem.txt");
            var reason = File.Exists(problem) ? " " + File.ReadAllText(problem).Trim() : "";
            throw new FileNotFoundException($"reveal.js, which shows slides, is not in {folder}: npm fetches it when nb is built.{reason}\n"
                + "Install Node.js 20 or later with npm, then run ./nb lab once, which builds again.");
        }

        // Inside a script element these two would end it, or change how it ends; both stand only in strings.
        string Script(string name) =>
            File.ReadAllText(Path.Combine(folder, name)).Replace("</script", @"<\/script", StringComparison.OrdinalIgnoreCase)
                .Replace("<!--", @"<\!--");
    }
}
