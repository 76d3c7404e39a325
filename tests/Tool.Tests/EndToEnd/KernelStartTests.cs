using Qiansi.Jupyter.Client;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Tests.EndToEnd;

public sealed class KernelStartTests
{
    [Fact]
    public async Task AKernelLoadsNeitherTheCommandLinesParserNorTheConsolesLibrary()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc, which only Linux has.");
        await using var kernel = await KernelProcess.StartAsync(OwnKernel.Launch, TestContext.Current.CancellationToken);

        var loaded = await File.ReadAllTextAsync($"/proc/{kernel.ProcessId}/maps", TestContext.Current.CancellationToken);

        Assert.Contains("Qiansi.Jupyter.dll", loaded);
        Assert.DoesNotContain("System.CommandLine.dll", loaded);
        Assert.DoesNotContain("Spectre.Console.dll", loaded);
    }

    [Theory]
    [InlineData("kernel", "--connection-file", "nowhere.json")]
    [InlineData("kernel", "-f", "nowhere.json")]
    public async Task AMissingConnectionFileIsOneLineAndAHint(params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var result = await NbProcess.RunAsync(folder.Folder, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("nb kernel: Connection file 'nowhere.json' cannot be read:", result.Error);
        Assert.Equal(2, result.Error.TrimEnd('\n').Split('\n').Length);
    }
}
