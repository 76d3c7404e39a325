using Qiansi.Server.Course;
using Qiansi.Server.Hub;
using Qiansi.Server.Kernels;
using Qiansi.Server.Pages;

namespace Qiansi.Server;

/// <summary>How <see cref="LabServer"/> serves.</summary>
public sealed record LabServerOptions
{
    /// <summary>The folder whose files are served; must exist.</summary>
    public required string Folder { get; init; }

    /// <summary>This program's own kernel, which needs no installed kernelspec.</summary>
    public required KernelOffer Kernel { get; init; }

    /// <summary>Address to listen on.</summary>
    public string Ip { get; init; } = "127.0.0.1";

    /// <summary>Port to listen on; the next free one when it is taken; 0 for any.</summary>
    public int Port { get; init; } = 8888;

    /// <summary>The token that requests must show; one is made when null; empty for none, which only 127.0.0.1 allows.</summary>
    public string? Token { get; init; }

    /// <summary>The JupyterHub that has started this server: it says where to listen and who may come in, and
    /// <see cref="Ip"/>, <see cref="Port"/>, <see cref="Token"/> and <see cref="AllowedHosts"/> do not count.</summary>
    public HubEnvironment? Hub { get; init; }

    /// <summary>Further names of this machine that requests may call it by.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Whether files whose names begin with a dot are served.</summary>
    public bool ShowHidden { get; init; }

    /// <summary>Whether a warm kernel is kept ready for the next notebook.</summary>
    public bool KeepSpareKernel { get; init; } = true;

    /// <summary>Kernels that were idle for so long, with no page connected, are ended; never when null.</summary>
    public TimeSpan? EndIdleKernelsAfter { get; init; }

    /// <summary>Most kernels at a time.</summary>
    public int MostKernels { get; init; } = 100;

    /// <summary>How chapters become students' copies, which are opened in their place; null when they open as they are.</summary>
    public StudentEdition? StudentEdition { get; init; }

    /// <summary>Formats that notebooks can be exported to.</summary>
    public IReadOnlyList<NotebookExport> Exports { get; init; } = [];

    /// <summary>Folder of the JupyterLab bundle; <c>lab</c> beside the program when null.</summary>
    public string? BundleFolder { get; init; }

    /// <summary>Folder for settings, workspaces, progress and trust; the user's own when null.</summary>
    public string? StateFolder { get; init; }

    /// <summary>Folder of the trash that deleted files go to; the user's own when null.</summary>
    public string? TrashFolder { get; init; }

    /// <summary>Folder for the file by which editors find the server; Jupyter's runtime folder when null.</summary>
    public string? RuntimeFolder { get; init; }

    /// <summary>Told, in a line each, what a person at the terminal should know; nobody when null.</summary>
    public Action<string>? Log { get; init; }
}
