using Qiansi.Data.Digits;
using Qiansi.Data.Fetching;
using Qiansi.Tool.Commands;

namespace Qiansi.Tool.Tests.Commands;

/// <summary><c>nb data</c> says what there is and where.</summary>
public sealed class DataCommandTests
{
    [Fact]
    public void List_says_of_every_data_set_whether_it_is_there()
    {
        var output = Run("data", "list");
        Assert.Contains(Mnist.IsPresent ? "mnist     here" : "mnist     not fetched", output);
        Assert.Contains("digits    generated", output);
        Assert.Contains("spirals", output);
    }

    [Fact]
    public void Where_is_the_folder()
    {
        Assert.Equal(DataFolder.Root, Run("data", "where").TrimEnd());
        Assert.Equal(Path.Combine(DataFolder.Root, "mnist"), Run("data", "where", "mnist").TrimEnd());
    }

    [Fact]
    public void Get_checks_what_is_there()
    {
        Assert.SkipUnless(Mnist.IsPresent, "MNIST is not there: nb data get mnist");
        Assert.StartsWith("mnist is there and whole", Run("data", "get", "mnist"));
    }

    private static string Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        Assert.Equal(ExitCode.Ok, CommandLine.Run(arguments, output, error));
        Assert.Equal("", error.ToString());
        return output.ToString();
    }
}
