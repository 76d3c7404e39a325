namespace Qiansi.Engine.Tests;

/// <summary>What a session does to cells whose library is another one.</summary>
public sealed class LibrarySwapTests
{
    [Theory]
    [InlineData("using static Own.torch;", "using static Other.torch;")]
    [InlineData("using F = Own.torch.nn.functional;", "using F = Other.torch.nn.functional;")]
    [InlineData("using static Own.torchvision;", "using static Own.torchvision;")]
    [InlineData("var myOwn.torch", "var myOwn.torch")]
    public void Whole_names_are_written_for_others(string cell, string expected) => Assert.Equal(expected, new LibrarySwap
    {
        Packages = ["Other, 1.0"],
        Folder = "nowhere",
        Names = new Dictionary<string, string> { ["Own.torch"] = "Other.torch" },
        Open = [],
        Ending = "_other",
    }.Rename(cell));
}
