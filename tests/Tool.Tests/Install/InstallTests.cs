using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Tool.Commands;
using Qiansi.Tool.Install;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Tests.Install;

public sealed class InstallTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Spec(string name) => Path.Combine(_folder.Folder, "share", "jupyter", "kernels", name);

    [Fact]
    public async Task TheInstalledKernelspecStartsAKernel()
    {
        var (code, output, _) = Run("install", "--prefix", _folder.Folder);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains(Spec(".net-csharp"), output);
        var spec = KernelSpec.Read(Spec(".net-csharp"));
        Assert.Equal((".NET (C#)", "C#", "message"), (spec.DisplayName, spec.Language, spec.InterruptMode));
        foreach (var logo in (string[])["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"])
            Assert.True(new FileInfo(Path.Combine(spec.Folder, logo)).Length > 100);
        await using var kernel = await KernelProcess.StartAsync(KernelLaunch.FromSpec(spec), TestContext.Current.CancellationToken);
        Assert.Equal("C#", kernel.Info.Language.Name);
        Assert.Equal([spec.Folder], Directory.GetDirectories(Path.GetDirectoryName(spec.Folder)!));
    }

    [Fact]
    public void InstallingAgainReplacesOurOwnAndUninstallRemovesIt()
    {
        Run("install", "--prefix", _folder.Folder, "--name", "qiansi", "--display-name", "First");
        var again = Run("install", "--prefix", _folder.Folder, "--name", "qiansi", "--display-name", "Second");

        Assert.Equal(ExitCode.Ok, again.Code);
        Assert.Equal("Second", KernelSpec.Read(Spec("qiansi")).DisplayName);
        Assert.Equal(ExitCode.Ok, Run("uninstall", "--prefix", _folder.Folder, "--name", "qiansi").Code);
        Assert.False(Directory.Exists(Spec("qiansi")));
        var gone = Run("uninstall", "--prefix", _folder.Folder, "--name", "qiansi");
        Assert.Equal(ExitCode.BadInput, gone.Code);
        Assert.StartsWith($"nb: {Spec("qiansi")} is not there.", gone.Error);
    }

    [Theory]
    [InlineData("{\"argv\": [\"dotnet\", \"interactive\"], \"display_name\": \"Their C#\", \"language\": \"C#\"}",
        "Their C#, which starts dotnet")]
    [InlineData("not JSON", "one that cannot be used")]
    public void AnotherProgramsKernelspecIsLeftAloneUntilThePersonAgrees(string json, string description)
    {
        var file = Path.Combine(Directory.CreateDirectory(Spec(".net-csharp")).FullName, "kernel.json");
        File.WriteAllText(file, json);

        var install = Run("install", "--prefix", _folder.Folder);
        var uninstall = Run("uninstall", "--prefix", _folder.Folder);

        Assert.All([install, uninstall], r => Assert.Equal(ExitCode.BadInput, r.Code));
        Assert.All([install, uninstall], r => Assert.Contains(description, r.Error));
        Assert.Contains("--name", install.Error);
        Assert.Equal(json, File.ReadAllText(file));
        Assert.Equal(ExitCode.Ok, Run("install", "--prefix", _folder.Folder, "--yes").Code);
        Assert.True(new KernelInstallation(Path.Combine(_folder.Folder, "share", "jupyter"), ".net-csharp").IsOurs);
    }

    [Theory]
    [InlineData("install --name a/b", "nb: --name 'a/b' cannot be the name of a kernelspec.")]
    [InlineData("install --name ..", "nb: --name '..' cannot be the name of a kernelspec.")]
    [InlineData("install --prefix x --system", "nb: --prefix and --system exclude each other.")]
    [InlineData("uninstall --prefix x --system", "nb: --prefix and --system exclude each other.")]
    public void WrongArgumentsAreRefused(string line, string expected)
    {
        var (code, _, error) = Run(line.Split(' '));

        Assert.Equal(ExitCode.BadInput, code);
        Assert.StartsWith(expected, error);
    }

    [Fact]
    public void AFolderThatCannotBeWrittenToIsSaid()
    {
        File.WriteAllText(_folder["file"], "");

        var (code, _, error) = Run("install", "--prefix", _folder["file"]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("cannot be changed: ", error);
    }

    [Fact]
    public void FrontEndsStartTheLauncherWhenThereIsOne()
    {
        File.WriteAllText(_folder["nb"], "");
        File.WriteAllText(_folder["nb.cmd"], "");

        Assert.Equal([_folder["nb"], "kernel", "--connection-file", "{connection_file}"], KernelInstallation.Command(_folder["nb"]));
        Assert.Equal(["cmd.exe", "/d", "/c", "call", _folder["nb.cmd"], "kernel", "--connection-file", "{connection_file}"],
            KernelInstallation.Command(_folder["nb.cmd"]));
        Assert.Equal(_folder["nb.cmd"], KernelInstallation.ProgramOf(KernelInstallation.Command(_folder["nb.cmd"])));
        Assert.Equal([.. OwnKernel.Command, "kernel", "--connection-file", "{connection_file}"],
            KernelInstallation.Command(_folder["moved"]));
        Assert.Equal([.. OwnKernel.Command, "kernel", "--connection-file", "{connection_file}"], KernelInstallation.Command(null));
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
