using System.Text.Json;

namespace Qiansi.Server.Workbench;

/// <summary>JupyterLab as it was bundled at build time: <c>bundle.json</c> and its folder.</summary>
/// <param name="Folder">The folder; holds <c>static</c>, <c>schemas</c>, <c>themes</c>, <c>licenses.json</c>.</param>
/// <param name="Version">Version of JupyterLab.</param>
/// <param name="Lab">Scripts of JupyterLab's page, in order, names in <c>static</c>.</param>
/// <param name="Slides">Scripts of the page of live slides.</param>
/// <param name="DisabledExtensions">Plugins that are not to be started.</param>
internal sealed record Bundle(
    string Folder, string Version, IReadOnlyList<string> Lab, IReadOnlyList<string> Slides, IReadOnlyList<string> DisabledExtensions)
{
    /// <summary>Where the bundle is: <c>QIANSI_LAB_DIR</c>, or <c>lab</c> beside the program.</summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("QIANSI_LAB_DIR") is { Length: > 0 } given
            ? given : Path.Combine(AppContext.BaseDirectory, "lab");

    /// <summary>Reads the bundle of a folder; null when there is none.</summary>
    /// <exception cref="InvalidDataException">Its bundle.json cannot be read.</exception>
    public static Bundle? Find(string folder)
    {
        var file = Path.Combine(folder, "bundle.json");
        if (!File.Exists(file)) return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = document.RootElement;
            var slides = root.TryGetProperty("pages", out var pages) ? Texts(pages, "slides") : [];
            var version = root.TryGetProperty("appVersion", out var text) ? text.GetString() : null;
            return new(Path.GetFullPath(folder), version ?? "", Texts(root, "scripts"), slides, Texts(root, "disabledExtensions"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file}: {e.Message} Build nb again.", e);
        }
    }

    /// <summary>Why there is no bundle, as the build said; null when it said nothing.</summary>
    public static string? Problem(string folder) =>
        Path.Combine(folder, "problem.txt") is var file && File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    private static IReadOnlyList<string> Texts(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : [];
}
