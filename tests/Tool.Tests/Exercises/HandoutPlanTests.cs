using Qiansi.Tool.Commands;
using Qiansi.Tool.Exercises;

namespace Qiansi.Tool.Tests.Exercises;

public sealed class HandoutPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HandoutPlanTests()
    {
        foreach (var file in (string[])["c/01.ipynb", "c/02.ipynb", "c/more/03.ipynb", "c/01.student.ipynb", "c/my-work/01.ipynb",
            "c/.ipynb_checkpoints/01.ipynb", "d/01.ipynb"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
            ExerciseNotebook.Chapter().Save(_folder[file]);
        }
    }

    public void Dispose() => _folder.Dispose();

    private string[] Targets(string? output, params string[] inputs) =>
        [.. HandoutPlan.Make([.. inputs.Select(i => _folder[i])], output is null ? null : _folder[output])
        .Select(p => Path.GetRelativePath(_folder.Folder, p.Target))];

    [Fact]
    public void Folders_are_taken_with_their_folders_and_students_files_left_alone()
    {
        Assert.Equal(["out/01.ipynb", "out/02.ipynb", "out/more/03.ipynb"], Targets("out/", "c"));
        Assert.Equal(["c/01.student.ipynb", "c/02.student.ipynb", "c/more/03.student.ipynb"], Targets(null, "c"));
        Assert.Equal(["c/out/01.ipynb", "c/out/03.ipynb"], Targets("c/out", "c/01.ipynb", "c/more/03.ipynb"));
    }

    [Fact]
    public void Copies_that_would_be_one_file_are_refused()
    {
        Assert.Contains("would both be written",
            Assert.Throws<CommandException>(() => Targets("out/", "c/01.ipynb", "d/01.ipynb")).Message);
        Assert.Contains("is one file", Assert.Throws<CommandException>(() => Targets("out.ipynb", "c/01.ipynb", "c/02.ipynb")).Message);
        Assert.Contains("is one file", Assert.Throws<CommandException>(() => Targets("out.ipynb", "c")).Message);
    }
}
