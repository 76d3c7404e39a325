using Qiansi.Documents;
using Qiansi.Documents.Saving;
using Qiansi.Jupyter.Messages;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;
using Qiansi.Server.Kernels;

namespace Qiansi.Server.Sessions;

/// <summary>Writes what a cell has put out into its notebook's file, when the page that ran it is gone: closed,
/// reloaded, cut off.</summary>
internal sealed class UnseenOutputs(RootFolder root, SessionTable sessions, FileLocks locks, TrustStore trust, Action<string> log)
{
    /// <summary>Writes them.</summary>
    /// <returns>The change of the file; null when the cell is not there, or has another text than the one that ran.</returns>
    public async Task<FileChange?> SaveAsync(HostedKernel kernel, CellRun run)
    {
        if (sessions.Of(kernel) is not { Type: "notebook" } session) return null;
        try
        {
            var path = root.Resolve(session.Path);
            if (path.IsDib || !File.Exists(path.File)) return null;
            using (await locks.EnterAsync(path, CancellationToken.None)) return Save(path, run);
        }
        catch (Exception e) when (e is HttpFailure or DocumentException or MessageFormatException
            or IOException or UnauthorizedAccessException)
        {
            log($"A cell of {session.Path} has ended with no page open, and its outputs could not be saved: {e.Message}");
            return null;
        }
    }

    private FileChange? Save(ContentPath path, CellRun run)
    {
        var before = File.ReadAllBytes(path.File);
        var notebook = Notebook.Parse(before, NotebookFormat.Ipynb, path.Api);
        if (notebook.Cells.Find(c => c.Kind == CellKind.Code && c.Id == run.Cell && c.Source == run.Code) is not { } cell) return null;
        run.WriteTo(cell);
        var after = notebook.ToBytes(NotebookFormat.Ipynb);
        AtomicFile.Write(path.File, after);
        // What has just run here is trusted; the rest is what it was.
        if (trust.Trusts(before) || notebook.Cells.All(c => c == cell || !c.Outputs.Exists(o => o is DataOutput))) trust.Trust(after);
        return new(FileFacts.Hash(before), FileFacts.Hash(after));
    }
}
