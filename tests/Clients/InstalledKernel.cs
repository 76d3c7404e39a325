using System.Diagnostics;

namespace Qiansi.Clients;

/// <summary>The kernel as <c>./nb install</c> offers it to Jupyter, in folders of its own:
/// what a front end of this machine would start.</summary>
public sealed class InstalledKernel : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qiansi-clients-").FullName;

    /// <summary>Root of the clone.</summary>
    public static string Root => Repository.Folder;

    /// <summary>Where the kernelspec was written.</summary>
    public string KernelSpec => Path.Combine(Prefix, "share", "jupyter", "kernels", ".net-csharp");

    /// <summary>A folder for what tests write; removed at the end.</summary>
    public string Scratch => Directory.CreateDirectory(Path.Combine(_folder, "scratch")).FullName;

    private string Prefix => Path.Combine(_folder, "prefix");

    /// <summary>Publishes <c>nb</c> when that is due, and installs its kernelspec.</summary>
    public async ValueTask InitializeAsync()
    {
        if (Jupyter.Missing is not null) return;
        var nb = await ProcessOutput.RunAsync(
            new ProcessStartInfo(Path.Combine(Root, "nb"), ["install", "--prefix", Prefix]), TimeSpan.FromMinutes(9));
        Assert.True(nb.ExitCode == 0, nb.Output + nb.Error);
    }

    /// <summary>Starts a program that finds the kernelspec, and keeps its connection files,
    /// temporary files and history apart from the user's.</summary>
    public async Task<ProcessOutput> RunAsync(string program, IEnumerable<string> arguments, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Scratch };
        // Short: paths of Unix domain sockets are limited to 108 bytes, and .NET makes some there.
        var run = Directory.CreateTempSubdirectory("qc-").FullName;
        start.Environment["JUPYTER_PATH"] = Path.Combine(Prefix, "share", "jupyter");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(run, "runtime");
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(run, "data");
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(run, "config");
        start.Environment["IPYTHONDIR"] = Path.Combine(run, "ipython");
        start.Environment["QIANSI_HISTORY_DIR"] = Path.Combine(run, "history");
        start.Environment["TMPDIR"] = Directory.CreateDirectory(Path.Combine(run, "tmp")).FullName;
        start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment.Remove("XDG_RUNTIME_DIR");
        try
        {
            return await ProcessOutput.RunAsync(start, limit);
        }
        finally
        {
            Directory.Delete(run, recursive: true);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>One kernel is installed for all tests, which run one after the other: interrupts are timed,
/// and what is left behind is counted.</summary>
[CollectionDefinition(nameof(InstalledKernel), DisableParallelization = true)]
public sealed class InstalledKernelCollection : ICollectionFixture<InstalledKernel>;
