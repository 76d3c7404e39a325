namespace Qiansi.Publishing;

/// <summary>Text files that travel inside the tool.</summary>
internal static class PageResources
{
    /// <summary>The text of a file of this folder; <paramref name="name"/> has dots for slashes: <c>Styles.theme.css</c>.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(PageResources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(
                $"The tool was built without its file src/Publishing/{name.Replace('.', '/')}; build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
