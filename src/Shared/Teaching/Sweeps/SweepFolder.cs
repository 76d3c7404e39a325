using System.Text.Json;

namespace Qiansi.Teaching.Sweeps;

/// <summary>The folder of a sweep: <c>sweep.json</c>, the notebook as it was then, and in <c>runs</c> the files of each run.</summary>
/// <param name="path">The folder.</param>
internal sealed class SweepFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>What is to run.</summary>
    public string Manifest => Of("sweep.json");

    /// <summary>The results as a table.</summary>
    public string Results => Of("results.csv");

    /// <summary>The results as a page.</summary>
    public string Page => Of("index.html");

    /// <summary>The notebook that runs, as it was when the sweep was begun: edits of the person's own file meanwhile do not
    /// matter.</summary>
    public string Copy(SweepManifest manifest) => Of("notebook" + System.IO.Path.GetExtension(manifest.Notebook));

    /// <summary>A file of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="extension">Which: <c>.ipynb</c>, <c>.json</c> its state, <c>.jsonl</c> what it recorded, <c>.log</c>, <c>.xml</c>,
    /// <c>.html</c>.</param>
    public string Of(SweepRun run, string extension) => Of("runs", run.Name + extension);

    /// <summary>A file of the folder.</summary>
    public string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>What is to run.</summary>
    /// <exception cref="InvalidDataException">It is no folder of a sweep, or its manifest cannot be read.</exception>
    public SweepManifest ReadManifest() => File.Exists(Manifest)
        ? Read<SweepManifest>(Manifest)
        ?? throw new InvalidDataException($"{Manifest} is empty; restore it, or start the sweep in another folder.")
        : throw new InvalidDataException($"{Path} holds no sweep: there is no sweep.json. nb run FILE --param name=a,b makes one.");

    /// <summary>What became of a run; null when it has not begun.</summary>
    /// <exception cref="InvalidDataException">Its file cannot be read.</exception>
    public RunState? ReadState(SweepRun run) => Of(run, ".json") is var file && File.Exists(file) ? Read<RunState>(file) : null;

    /// <summary>The status of a run, as far as its files tell.</summary>
    public static string Status(SweepManifest manifest, RunState? state) => state is null ? RunStatus.Pending
        : state.Content != manifest.Content ? RunStatus.Outdated : state.Status;

    /// <summary>An object as the files have it.</summary>
    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);

    private static T? Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Json);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} cannot be read: {e.Message}", e);
        }
    }
}
