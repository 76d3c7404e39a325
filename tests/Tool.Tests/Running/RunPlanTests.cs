using Qiansi.Tool.Running;

namespace Qiansi.Tool.Tests.Running;

public sealed class RunPlanTests
{
    [Fact]
    public void NothingIsWrittenUnlessAsked() =>
        Assert.Equal([new RunPlan("a.ipynb", null, null)], RunPlan.Make(["a.ipynb"], null, false, null));

    [Fact]
    public void InPlaceWritesTheInput() => Assert.Equal("x/a.ipynb", RunPlan.Make(["x/a.ipynb"], null, true, null)[0].Output);

    [Theory]
    [InlineData("done.ipynb", "done.ipynb")]
    [InlineData("new/done.IPYNB", "new/done.IPYNB")]
    [InlineData("results/", "results/a.ipynb")]
    [InlineData("results", "results/a.ipynb")]
    [InlineData("v1.0/", "v1.0/a.ipynb")]
    public void OutputIsAFileOrAFolder(string output, string expected) =>
        Assert.Equal(expected.Replace('/', Path.DirectorySeparatorChar),
            RunPlan.Make(["x/a.dib"], output, false, null)[0].Output!.Replace('/', Path.DirectorySeparatorChar));

    [Fact]
    public void AnExistingFolderIsAFolderWhateverItsName()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["pages.html"]);

        var plans = RunPlan.Make(["a.ipynb", "b.ipynb"], null, false, folder["pages.html"]);

        Assert.Equal([Path.Combine(folder["pages.html"], "a.html"), Path.Combine(folder["pages.html"], "b.html")],
            plans.Select(p => p.Page));
    }
}
