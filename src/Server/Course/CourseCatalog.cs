using Qiansi.Server.Contents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Course;

/// <summary>The notebooks of the served folder and of the folders in it, as a course.</summary>
internal sealed class CourseCatalog(RootFolder root, ChapterProgress progress)
{
    private const int MostListed = 500;
    private readonly ChapterReader _reader = new(root.Work);

    /// <summary>The served folder.</summary>
    public RootFolder Root => root;

    /// <summary>All sections that have notebooks: the folder's own first, then those of its folders by name.</summary>
    public IReadOnlyList<CourseSection> Sections()
    {
        var sections = new List<CourseSection>();
        Add("");
        foreach (var folder in Directory.EnumerateDirectories(root.Folder).Order(StringComparer.OrdinalIgnoreCase))
        {
            if (root.Shows(folder) && !StudentWork.IsWorkFolder(folder)) Add(Path.GetFileName(folder));
        }
        return sections;

        void Add(string name)
        {
            var chapters = Chapters(name);
            if (chapters.Count > 0) sections.Add(new(name, chapters));
        }
    }

    private List<Chapter> Chapters(string folder)
    {
        var path = root.Resolve(folder);
        var chapters = new List<Chapter>();
        try
        {
            foreach (var file in Directory.EnumerateFiles(path.File).Where(f => ContentPath.IsNotebookName(f))
                .Order(StringComparer.OrdinalIgnoreCase).Take(MostListed))
            {
                if (!root.Shows(file) || !FileFacts.IsOrdinary(file)) continue;
                var chapter = _reader.Read(new(root.ApiPath(file)!, file));
                chapters.Add(chapter with { Done = progress.Count(file, chapter.Cells) });
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpFailure)
        {
            // A folder that may not be read has no chapters for this reader.
        }
        return chapters;
    }
}
