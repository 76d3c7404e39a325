namespace Qiansi.Server.Course;

/// <summary>A notebook of the course.</summary>
/// <param name="Path">Its path in requests.</param>
/// <param name="Number">The number its file name begins with; null when it has none.</param>
/// <param name="Title">From <c>metadata.qiansi.title</c>, else the first heading, else the file name.</param>
/// <param name="Builds">What the reader will build: <c>metadata.qiansi.builds</c>, else the first paragraph;
/// empty when there is neither.</param>
/// <param name="Minutes">How long it takes, <c>metadata.qiansi.minutes</c>; null when it does not say.</param>
/// <param name="Cells">Ids of its code cells.</param>
/// <param name="Done">How many of them have run well here.</param>
internal sealed record Chapter(
    string Path, string? Number, string Title, string Builds, int? Minutes, IReadOnlyList<string> Cells, int Done)
{
    public bool IsFinished => Cells.Count > 0 && Done >= Cells.Count;

    public bool IsBegun => Done > 0;
}

/// <summary>The notebooks of one folder.</summary>
/// <param name="Name">The folder's name; empty for the one that is served.</param>
/// <param name="Chapters">Its notebooks, by file name.</param>
internal sealed record CourseSection(string Name, IReadOnlyList<Chapter> Chapters);
