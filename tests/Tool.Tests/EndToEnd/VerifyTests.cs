using Qiansi.Documents;

namespace Qiansi.Tool.Tests.EndToEnd;

public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task NamesTheCellsWhoseOutputsDifferAndLeavesTheFileAlone()
    {
        var path = CodeNotebook.Write(_folder.Folder, "numbers.ipynb",
            new Cell(CellKind.Code, "var third = 1.0 / 3;\nthird"),
            new Cell(CellKind.Code, "\"stable\""),
            CodeNotebook.Tagged("System.Guid.NewGuid()", "volatile"),
            new Cell(CellKind.Code, "throw new System.Exception(\"on purpose\");"),
            new Cell(CellKind.Code, "third * 3"));
        var unstored = await NbProcess.RunAsync(_folder.Folder, "verify", "numbers.ipynb");
        // The fourth cell fails without an error being stored, and nothing is stored.
        Assert.Equal(1, unstored.ExitCode);
        Assert.Contains("holds no outputs to compare with", unstored.Output);

        var notebook = Notebook.Load(path);
        notebook.Cells[3].Tags = ["raises-exception"];
        notebook.Save(path);
        Assert.Equal(0, (await NbProcess.RunAsync(_folder.Folder, "run", "numbers.ipynb", "--inplace")).ExitCode);
        notebook = Notebook.Load(path);
        notebook.Cells[3].Tags = [];
        notebook.Save(path);
        var same = await NbProcess.RunAsync(_folder.Folder, "verify", "numbers.ipynb");
        Assert.True(same.ExitCode == 0, same.Output + same.Error);
        Assert.Contains("5 cells are as stored", same.Output);

        notebook.Cells[0].Outputs = [new ResultOutput(Contracts.MimeBundle.Plain("0.3334"), 1)];
        notebook.Cells[1].Outputs = [new ResultOutput(Contracts.MimeBundle.Plain("changed"), 2)];
        notebook.Save(path);
        var before = File.ReadAllBytes(path);
        var different = await NbProcess.RunAsync(_folder.Folder, "verify", "numbers.ipynb", "--tolerance", "1e-3");

        Assert.Equal(1, different.ExitCode);
        Assert.DoesNotContain("cell 1 differs", different.Output);
        Assert.Contains("numbers.ipynb: cell 2 differs: \"stable\"", different.Output);
        Assert.Contains("changed", different.Output);
        Assert.Contains("1 of 5 cells differ", different.Output);
        Assert.Equal(before, File.ReadAllBytes(path));
    }
}
