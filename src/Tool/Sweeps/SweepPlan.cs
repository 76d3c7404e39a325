using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Qiansi.Documents;
using Qiansi.Documents.Parameters;
using Qiansi.Documents.Saving;
using Qiansi.Engine.CSharp.Parameters;
using Qiansi.Publishing;
using Qiansi.Teaching.Sweeps;

namespace Qiansi.Tool.Sweeps;

/// <summary>A sweep before it begins: its manifest, and which of its runs this start is about.</summary>
/// <param name="Folder">Where it goes.</param>
/// <param name="Manifest">All runs, also those of earlier starts.</param>
/// <param name="Wanted">The runs that this command line asks for.</param>
internal sealed record SweepPlan(SweepFolder Folder, SweepManifest Manifest, IReadOnlyList<SweepRun> Wanted)
{
    private const int LongestName = 80;

    /// <summary>Plans; writes nothing.</summary>
    /// <exception cref="CommandException">A value does not fit its parameter, or the folder is another sweep's.</exception>
    /// <exception cref="DocumentException">The notebook cannot be read.</exception>
    public static SweepPlan Make(SweepOptions options)
    {
        var notebook = Notebook.Load(options.File);
        foreach (var axis in options.Axes)
            foreach (var value in axis.Values) Check(options.File, axis.Name, value);
        var combinations = ParameterGrid.Of(options.Axes, options.Zip, options.Sample);
        var folder = new SweepFolder(options.Folder ?? Path.GetFileNameWithoutExtension(options.File) + "-runs");
        var path = Path.GetFullPath(options.File);
        var earlier = File.Exists(folder.Manifest) ? folder.ReadManifest() : null;
        if (earlier is not null && earlier.Notebook != path)
            throw new CommandException($"{folder.Path} holds runs of {earlier.Notebook}.", "Name another folder: -o FOLDER");
        var runs = earlier?.Runs.ToList() ?? [];
        var wanted = new List<SweepRun>();
        foreach (var parameters in combinations)
        {
            var run = runs.Find(r => r.IsOf(parameters));
            if (run is null) runs.Add(run = new(runs.Count + 1, NameOf(runs.Count + 1, parameters, options.Axes), parameters));
            wanted.Add(run);
        }

        return new(folder, new()
        {
            Notebook = path,
            Content = ContentOf(notebook),
            Timeout = options.CellTimeout?.TotalSeconds,
            Kernel = options.KernelName,
            Torch = options.Torch,
            Pages = options.Pages,
            Runs = runs,
            Jobs = earlier?.Jobs ?? [],
        }, wanted);
    }

    /// <summary>Writes manifest and notebook.</summary>
    /// <exception cref="DocumentException">They cannot be written.</exception>
    public void Write()
    {
        OutputFile.MakeFolder(Folder.Of("runs", "any"));
        AtomicFile.Write(Folder.Copy(Manifest), File.ReadAllBytes(Manifest.Notebook));
        AtomicFile.Write(Folder.Manifest, SweepFolder.Bytes(Manifest));
    }

    private static void Check(string file, string name, string value)
    {
        try
        {
            NotebookParameters.Inject(Notebook.Load(file), [new(name, value)], new CSharpParameters());
        }
        catch (ParameterException e)
        {
            throw new CommandException($"{file}: {e.Message}", "Nothing was run.");
        }
    }

    /// <summary>A name for what the cells say, their outputs aside.</summary>
    private static string ContentOf(Notebook notebook)
    {
        var cells = new StringBuilder();
        foreach (var cell in notebook.Cells.Where(c => c.Kind == CellKind.Code))
            cells.Append(cell.Language ?? notebook.Language).Append('\0').AppendJoin(',', cell.Tags).Append('\0').Append(cell.Source)
                .Append('\0');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cells.ToString())))[..16];
    }

    /// <summary><c>003-lr=0.1-seed=2</c>: the number and what varies, as far as all file systems take it.</summary>
    private static string NameOf(int index, IReadOnlyDictionary<string, string> parameters, IReadOnlyList<ParameterAxis> axes)
    {
        var varied = axes.Where(a => a.Values.Count > 1).Select(a => $"-{a.Name}={parameters[a.Name]}");
        var name = index.ToString("000", CultureInfo.InvariantCulture)
            + string.Concat(string.Concat(varied)
            .Select(c => char.IsAsciiLetterOrDigit(c) || c is '=' or '.' or '-' or '_' or '+' ? c : '_'));
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}
