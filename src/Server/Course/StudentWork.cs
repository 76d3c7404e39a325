using Qiansi.Documents;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Course;

/// <summary>
/// Puts the student's copy in a chapter's place: under the chapter's path, requests read and save a file of the same name in
/// <see cref="StudentEdition.FolderName"/> beside it. The chapter itself is never written. The copy is made when the chapter is first
/// opened, and brought up to date once in a server's life, before anybody has it open.
/// </summary>
internal sealed class StudentWork(StudentEdition edition, Action<string> log)
{
    private readonly Lock _gate = new();

    /// <summary>Copies by chapter; any other notebook is its own. Decided once, so that no notebook becomes a
    /// chapter while it is open.</summary>
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The file that a request means.</summary>
    /// <param name="file">The file of its path.</param>
    /// <exception cref="HttpFailure">The copy cannot be made.</exception>
    public string FileOf(string file)
    {
        if (!file.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || IsWorkFolder(Path.GetDirectoryName(file)!)) return file;
        if (!File.Exists(file) || !FileFacts.IsOrdinary(file)) return file;
        lock (_gate)
        {
            if (_files.TryGetValue(file, out var known) && File.Exists(known)) return known;
            return _files[file] = Edition(file) is { } copy ? Open(file, copy) : file;
        }
    }

    /// <summary>A chapter without its solutions; null when it is none, or cannot be read.</summary>
    public Notebook? Edition(string file)
    {
        try
        {
            var notebook = Notebook.Load(file);
            return edition.Make(notebook, Path.GetFileName(file)) ? notebook : null;
        }
        catch (DocumentException e)
        {
            log($"{Path.GetFileName(file)} opens as it is: {e.Message}");
            return null;
        }
    }

    /// <summary>The solution of an exercise; null when there is none.</summary>
    /// <param name="file">The chapter, or the student's copy.</param>
    /// <param name="exercise">The name its check reports.</param>
    public string? Solution(string file, string exercise)
    {
        var chapter = Path.Combine(StudentEdition.SourceFolder(file), Path.GetFileName(file));
        return File.Exists(chapter) ? edition.Solution(Notebook.Load(chapter), exercise) : null;
    }

    /// <summary>Whether a folder is one of copies.</summary>
    public static bool IsWorkFolder(string folder) => Path.GetFileName(folder) == StudentEdition.FolderName;

    private string Open(string chapter, Notebook fresh)
    {
        var copy = Path.Combine(Path.GetDirectoryName(chapter)!, StudentEdition.FolderName, Path.GetFileName(chapter));
        try
        {
            if (!File.Exists(copy))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                CopyUpdate.Begin(fresh);
                fresh.Save(copy);
            }
            else if (Notebook.Load(copy) is var work && CopyUpdate.Apply(work, fresh))
            {
                var before = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(copy)!, ".before-update"));
                File.Copy(copy, Path.Combine(before.FullName, Path.GetFileName(copy)), overwrite: true);
                work.Save(copy);
                log($"{Path.GetFileName(chapter)} has a new version: your copy has it now, and all that you have written.");
            }
        }
        catch (DocumentException e) when (File.Exists(copy))
        {
            log($"Your copy of {Path.GetFileName(chapter)} could not be brought up to date: {e.Message}");
        }
        catch (Exception e) when (e is DocumentException or IOException or UnauthorizedAccessException)
        {
            throw new HttpFailure(403, $"Your copy of '{Path.GetFileName(chapter)}' cannot be made: {e.Message} "
                + "Copy the chapters to a folder of your own, or start nb lab with --teacher to open them as they are.");
        }

        return copy;
    }
}
