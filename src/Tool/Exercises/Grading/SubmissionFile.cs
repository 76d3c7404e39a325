
namespace Qiansi.Tool.Exercises.Grading;

/// <summary>A file that was handed in.</summary>
/// <param name="Student">Whose it is: the folder it lies in below the folder that was named, else its name without extension.</param>
/// <param name="Path">The file, as the person named it or its folder; the student's folder when nothing was handed in.</param>
/// <param name="Source">The original with the checks that count; null when the file's own do.</param>
internal sealed record SubmissionFile(string Student, string Path, Original? Source)
{
    /// <summary>Why there is nothing to run; null when there is.</summary>
    public string? Problem { get; init; }

    /// <summary>Finds the files of <c>nb grade</c>, in the order of their names.</summary>
    /// <param name="inputs">Files, and folders of files or of students' folders.</param>
    /// <param name="sources">Where the originals are; null when the submissions' own checks are run.</param>
    /// <exception cref="CommandException">A name leads nowhere, or a folder holds no notebook.</exception>
    public static IReadOnlyList<SubmissionFile> Find(IEnumerable<string> inputs, OriginalSource? sources)
    {
        var found = new List<SubmissionFile>();
        foreach (var input in inputs)
        {
            if (File.Exists(input))
            {
                found.Add(Of(System.IO.Path.GetFileNameWithoutExtension(input), input, sources));
                continue;
            }

            if (!Directory.Exists(input))
                throw new CommandException($"'{input}' is not there.", "Name notebooks that were handed in, or folders of them.");
            var files = NotebooksIn(input).ToList();
            var students = files.Exists(f => Parts(f, input).Length == 1) ? []
                : Directory.EnumerateDirectories(input).Where(d => !System.IO.Path.GetFileName(d).StartsWith('.')).ToList();
            if (files.Count == 0 && students.Count == 0)
            {
                throw new CommandException(
                    $"The folder '{input}' holds no .ipynb file.",
                    "Name the folder of the notebooks that were handed in, or the one above students' folders.");
            }

            var missing = students.Where(d => !files.Exists(f => Parts(f, input)[0] == System.IO.Path.GetFileName(d)))
                .Select(d => new SubmissionFile(System.IO.Path.GetFileName(d), d, null) { Problem = "the folder holds no .ipynb file" });
            found.AddRange(files.Select(f => Of(StudentOf(f, input), f, sources)).Concat(missing)
                .OrderBy(f => f.Path, StringComparer.Ordinal));
        }

        return found;
    }

    private static SubmissionFile Of(string student, string file, OriginalSource? sources)
    {
        if (sources is null) return new(student, file, null);
        var original = sources.For(file);
        var problem = original is null ? $"the folder '{sources.Place}' of --source has no notebook of this name" : null;
        return new(student, file, original) { Problem = problem };
    }

    private static IEnumerable<string> NotebooksIn(string folder) => Directory
        .EnumerateFiles(folder, "*.ipynb",
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
        .Where(f => !Parts(f, folder).Any(part => part.StartsWith('.')))
        .Order(StringComparer.Ordinal);

    private static string StudentOf(string file, string folder) =>
        Parts(file, folder) is [var student, _, ..] ? student : System.IO.Path.GetFileNameWithoutExtension(file);

    private static string[] Parts(string file, string folder) =>
        System.IO.Path.GetRelativePath(folder, file).Split(System.IO.Path.DirectorySeparatorChar);
}
