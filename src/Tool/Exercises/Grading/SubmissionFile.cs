using Qiansi.Tool.Commands;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>A file that was handed in.</summary>
/// <param name="Student">Whose it is: the folder it lies in below the folder that was named, else its name without extension.</param>
/// <param name="Path">The file, as the person named it or its folder.</param>
/// <param name="Source">The original with the checks that count; null when the file's own do.</param>
internal sealed record SubmissionFile(string Student, string Path, string? Source)
{
    /// <summary>Finds the files of <c>nb grade</c>, in the order of their names.</summary>
    /// <param name="inputs">Files, and folders of files or of students' folders.</param>
    /// <param name="source">The original: a file, or a folder where it has the submission's name; null when the submissions' own checks are run.</param>
    /// <exception cref="CommandException">A name leads nowhere, or a folder holds no notebook.</exception>
    public static IReadOnlyList<SubmissionFile> Find(IEnumerable<string> inputs, string? source)
    {
        if (source is not null && !File.Exists(source) && !Directory.Exists(source)) throw new CommandException($"--source '{source}' is not there.", "Name the notebook with the original checks, or its folder.");
        var found = new List<SubmissionFile>();
        foreach (var input in inputs)
        {
            if (File.Exists(input))
            {
                found.Add(new(System.IO.Path.GetFileNameWithoutExtension(input), input, SourceFor(input, source)));
                continue;
            }

            if (!Directory.Exists(input)) throw new CommandException($"'{input}' is not there.", "Name notebooks that were handed in, or folders of them.");
            var files = NotebooksIn(input).ToList();
            if (files.Count == 0) throw new CommandException($"The folder '{input}' holds no .ipynb file.", "Name the folder of the notebooks that were handed in, or the one above students' folders.");
            found.AddRange(files.Select(f => new SubmissionFile(StudentOf(f, input), f, SourceFor(f, source))));
        }

        return found;
    }

    private static IEnumerable<string> NotebooksIn(string folder) => Directory
        .EnumerateFiles(folder, "*.ipynb", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
        .Where(f => !System.IO.Path.GetRelativePath(folder, f).Split(System.IO.Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
        .Order(StringComparer.Ordinal);

    private static string StudentOf(string file, string folder)
    {
        var parts = System.IO.Path.GetRelativePath(folder, file).Split(System.IO.Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : System.IO.Path.GetFileNameWithoutExtension(file);
    }

    private static string? SourceFor(string file, string? source)
    {
        if (source is null || File.Exists(source)) return source;
        var original = System.IO.Path.Combine(source, System.IO.Path.GetFileName(file));
        return File.Exists(original) ? original : throw new CommandException($"{file}: the folder '{source}' of --source has no notebook of this name.", "Name the original itself: --source FILE.");
    }
}
