using System.Reflection;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Jupyter.Messages;
using Qiansi.Tool.Commands;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Install;

/// <summary>Our kernel among the kernels of a Jupyter data folder, so that front ends offer it.</summary>
/// <param name="DataFolder">A Jupyter data folder: the user's, a prefix's, the system's.</param>
/// <param name="Name">Name of the kernelspec, which notebooks carry.</param>
/// <remarks>Format: "Kernel specs" of the Jupyter client documentation.</remarks>
internal sealed record KernelInstallation(string DataFolder, string Name)
{
    /// <summary>The name existing .NET notebooks carry.</summary>
    public const string DefaultName = ".net-csharp";

    private const string Mark = "qiansi";
    private static readonly string[] Logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    /// <summary>Its folder.</summary>
    public string Folder => Path.Combine(DataFolder, "kernels", Name);

    /// <summary>Whether there is a kernelspec of this name.</summary>
    public bool Exists => File.Exists(Path.Combine(Folder, "kernel.json"));

    /// <summary>Whether the kernelspec that is there is one of ours.</summary>
    /// <remarks>One that cannot be read is not: it may be anything.</remarks>
    public bool IsOurs
    {
        get
        {
            try
            {
                using var metadata = System.Text.Json.JsonDocument.Parse(KernelSpec.Read(Folder).Metadata.Text);
                return metadata.RootElement.TryGetProperty(Mark, out _);
            }
            catch (KernelSpecException)
            {
                return false;
            }
        }
    }

    /// <summary>What the kernelspec that is there starts, for a person.</summary>
    public string Describe()
    {
        try
        {
            var spec = KernelSpec.Read(Folder);
            return $"{spec.DisplayName}, which starts {spec.Argv[0]}";
        }
        catch (KernelSpecException e)
        {
            return $"one that cannot be used ({e.Message})";
        }
    }

    /// <summary>The command front ends start: the launcher of this clone, which stays where it is when it is built anew,
    /// or else this program.</summary>
    public static IReadOnlyList<string> Command(string? launcher)
    {
        var program = launcher is not { Length: > 0 } || !File.Exists(launcher) ? OwnKernel.Command : Starting(launcher);
        return [.. program, "kernel", "--connection-file", "{connection_file}"];
    }

    /// <summary>Of a command's words the one that names what is ours and may move.</summary>
    public static string ProgramOf(IReadOnlyList<string> command) => command.FirstOrDefault(File.Exists) ?? command[0];

    /// <summary>Node, and with it VS Code, refuses to start a batch file; "call" keeps cmd from taking the
    /// quotes off a path with spaces.</summary>
    private static string[] Starting(string launcher) =>
        Path.GetExtension(launcher).Equals(".cmd", StringComparison.OrdinalIgnoreCase)
            ? ["cmd.exe", "/d", "/c", "call", launcher] : [launcher];

    /// <summary>Writes the kernelspec and its logos; one that is there is replaced whole.</summary>
    /// <param name="displayName">Name for people.</param>
    /// <param name="command">See <see cref="Command"/>.</param>
    /// <exception cref="CommandException">The folder cannot be written to.</exception>
    public void Write(string displayName, IReadOnlyList<string> command)
    {
        var fresh = $"{Folder}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(fresh);
            foreach (var logo in Logos)
            {
                using var source = Assembly.GetExecutingAssembly().GetManifestResourceStream("Install.Logo." + logo)!;
                using var target = File.Create(Path.Combine(fresh, logo));
                source.CopyTo(target);
            }

            new KernelSpec(Name, fresh, command, displayName, "C#")
            {
                InterruptMode = "message",
                Environment = FindDotnet(command),
                Metadata = new RawJson($$$"""{"debugger":false,"{{{Mark}}}":{"version":"{{{VersionAction.Version}}}"}}"""),
            }.Write();
            if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
            Directory.Move(fresh, Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
            throw CannotChange(e);
        }
    }

    /// <summary>Removes the kernelspec.</summary>
    /// <exception cref="CommandException">It cannot be removed.</exception>
    public void Remove()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotChange(e);
        }
    }

    /// <summary>Where .NET is, when it is not where programs look by themselves: front ends do not have the environment of a terminal.
    /// The launcher finds it without help.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> FindDotnet(IReadOnlyList<string> command) =>
        command[0] == OwnKernel.Command[0] && Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root
            ? [new("DOTNET_ROOT", root)] : [];

    private CommandException CannotChange(Exception e) => new($"{Folder} cannot be changed: {e.Message}",
        "Install for your user alone (without --system or --prefix), or run the command as somebody who may write there (sudo).");
}
