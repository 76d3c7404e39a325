using System.Text.Json;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.KernelSpecs;

/// <summary>How a kernel is started: a <c>kernel.json</c> and the folder it is in.</summary>
/// <param name="Name">Name of the folder: <c>python3</c>, <c>.net-csharp</c>.</param>
/// <param name="Folder">Absolute path of the folder, which also holds the logos.</param>
/// <param name="Argv">Command line; <c>{connection_file}</c> and <c>{resource_dir}</c> are filled in at the start.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="Language">Language name that notebooks carry.</param>
public sealed record KernelSpec(string Name, string Folder, IReadOnlyList<string> Argv, string DisplayName, string Language)
{
    /// <summary>How it is interrupted: <c>signal</c> (SIGINT) or <c>message</c> (<c>interrupt_request</c> on control).</summary>
    public string InterruptMode { get; init; } = "signal";

    /// <summary>Environment variables to add; values may use <c>${NAME}</c> of the starter's environment.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>Metadata, a JSON object.</summary>
    public RawJson Metadata { get; init; } = RawJson.Empty;

    /// <summary>Reads the <c>kernel.json</c> of a folder.</summary>
    /// <exception cref="KernelSpecException">There is none, or it is wrong; the text names the file.</exception>
    public static KernelSpec Read(string folder)
    {
        var path = Path.Combine(folder, "kernel.json");
        try
        {
            using var document = Fields.Parse(File.ReadAllBytes(path), "kernelspec");
            var fields = new Fields("kernelspec", document.RootElement);
            var argv = fields.Texts("argv");
            if (argv.Count == 0)
                throw new MessageFormatException("kernelspec: 'argv' is missing or empty; the command line of the kernel belongs there.");
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            var environment = new List<KeyValuePair<string, string>>();
            if (fields.Nested("env") is { } env)
            {
                foreach (var property in env.Object.EnumerateObject()) environment.Add(new(property.Name, env.Text(property.Name, "")));
            }
            return new(name, Path.GetFullPath(folder), argv, fields.Text("display_name", name), fields.Text("language", ""))
            {
                InterruptMode = fields.Text("interrupt_mode", "signal"),
                Environment = environment,
                Metadata = fields.Json("metadata"),
            };
        }
        catch (Exception e) when (e is MessageFormatException or IOException or UnauthorizedAccessException)
        {
            throw new KernelSpecException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Writes <c>kernel.json</c> into <see cref="Folder"/>, which must exist.</summary>
    public void Write()
    {
        using var file = File.Create(Path.Combine(Folder, "kernel.json"));
        using var json = new Utf8JsonWriter(file, MessageCodec.WriterOptions with { Indented = true });
        json.WriteStartObject();
        json.WriteTexts("argv", Argv);
        json.WriteString("display_name", DisplayName);
        json.WriteString("language", Language);
        json.WriteString("interrupt_mode", InterruptMode);
        json.WriteStartObject("env");
        foreach (var (name, value) in Environment) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteJson("metadata", Metadata);
        json.WriteEndObject();
    }
}
