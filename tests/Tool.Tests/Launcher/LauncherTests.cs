namespace Qiansi.Tool.Tests.Launcher;

/// <summary>The script <c>./nb</c>.</summary>
public sealed class LauncherTests
{
    public LauncherTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "./nb is a POSIX shell script; Windows has nb.cmd.");

    [Fact]
    public async Task BuildsOnceAndPassesArgumentsAndExitCodeOn()
    {
        using var clone = new Clone();

        var first = await clone.RunAsync(arguments: ["run", "a b.ipynb", "", "$HOME *"]);
        var second = await clone.RunAsync(arguments: ["x"]);

        Assert.Equal(7, first.Code);
        Assert.Equal($"version 1\n[run]\n[a b.ipynb]\n[]\n[$HOME *]\n{clone.Launcher}\n", first.Output);
        Assert.Matches("^Building nb \\(once, about a minute\\) …\n  a step …\nnb is built: [0-9]+ s, [0-9]+ MB in artifacts/nb\\.\n$",
            first.Error);
        Assert.False(Directory.Exists(Path.Combine(clone.Store, "obj")), "what was in between is gone");
        Assert.Equal("", second.Error);
        Assert.Equal(1, clone.Builds);
        Assert.False(Directory.Exists(Path.Combine(clone.Store, "lock")));
    }

    [Fact]
    public async Task BuildsAgainWhenContentChangesAndNotWhenOnlyTimesDo()
    {
        using var clone = new Clone();
        await clone.RunAsync();

        File.SetLastWriteTimeUtc(Path.Combine(clone.Root, "src", "Tool", "Program.cs"), DateTime.UtcNow);
        clone.Write("src/Tool/obj/generated.cs", "a developer's build");
        clone.Write("src/Server/Lab/dist/bundle.json", "{}");
        File.Delete(Path.Combine(clone.Root, "src", "Server", "Lab", "dist", "bundle.json"));
        Assert.Equal("", (await clone.RunAsync()).Error);
        Assert.Equal(1, clone.Builds);

        clone.Write("src/Tool/Program.cs", "version 2");
        Assert.StartsWith("version 2\n", (await clone.RunAsync()).Output);
        clone.Write("src/Engine/New file.cs", "more");
        await clone.RunAsync();
        File.Delete(Path.Combine(clone.Root, "src", "Engine", "New file.cs"));
        await clone.RunAsync();
        clone.Write("Directory.Packages.props", "<Project><!-- newer packages --></Project>");
        await clone.RunAsync();
        Directory.CreateDirectory(Path.Combine(clone.DotnetRoot, "sdk", "10.0.200"));
        await clone.RunAsync();
        // Taking the file away brought back what had been published before.
        Assert.Equal(5, clone.Builds);
        Assert.Equal("", (await clone.RunAsync()).Error);
    }

    [Fact]
    public async Task WorksThroughLinksAndFromAnyFolder()
    {
        using var clone = new Clone();
        var bin = Directory.CreateDirectory(Path.Combine(clone.Root, "..", "my bin")).FullName;
        File.CreateSymbolicLink(Path.Combine(bin, "absolute"), clone.Launcher);
        File.CreateSymbolicLink(Path.Combine(bin, "relative"), "absolute");

        var result = await clone.RunAsync(Path.Combine(bin, "relative"), "/", "x");

        Assert.Equal($"version 1\n[x]\n{clone.Launcher}\n", result.Output);
    }

    [Fact]
    public async Task AFailingBuildShowsItsErrorsAndLeavesNothingBehind()
    {
        using var clone = new Clone();
        clone.Write("src/Tool/Program.cs", "broken");

        var broken = await clone.RunAsync();
        clone.Write("src/Tool/Program.cs", "mended");
        var mended = await clone.RunAsync();

        Assert.Equal(125, broken.Code);
        Assert.Equal("", broken.Output);
        Assert.Contains("Program.cs(1,1): error CS1002: ; expected\nnb: it could not be built; the errors are above.\n", broken.Error);
        Assert.StartsWith("mended\n", mended.Output);
        Assert.Empty(Directory.GetDirectories(clone.Store, "new.*"));
        Assert.False(Directory.Exists(Path.Combine(clone.Store, "lock")));
    }

    [Fact]
    public async Task ABundleThatFailedIsTriedAgainWhenJupyterLabIsWanted()
    {
        using var clone = new Clone();
        clone.AddProgram("npm");
        await clone.RunAsync();
        var first = Directory.GetParent(new FileInfo(Path.Combine(clone.Store, "nb")).ResolveLinkTarget(true)!.FullName)!.FullName;
        var lab = Directory.CreateDirectory(Path.Combine(first, "lab")).FullName;
        File.WriteAllText(Path.Combine(lab, "problem.txt"), "npm could not fetch");

        await clone.RunAsync(arguments: ["run"]);
        Assert.Equal(1, clone.Builds);
        await clone.RunAsync(arguments: ["lab"]);
        Assert.Equal(2, clone.Builds);
        Assert.True(Directory.Exists(first), "the version that may be running was taken away");
        await clone.RunAsync(arguments: ["lab"]);
        Assert.Equal(2, clone.Builds);
    }

    [Fact]
    public async Task TwoAtOnceBuildOnce()
    {
        using var clone = new Clone();
        clone.MakeSdk("slow");

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => clone.RunAsync()));

        Assert.All(results, r => Assert.StartsWith("version 1\n", r.Output));
        Assert.Equal(1, clone.Builds);
        Assert.Single(results, r => r.Error.Contains("Building nb"));
    }

    [Fact]
    public async Task ABuilderOnAnotherMachineIsWaitedForAsLongAsItBeats()
    {
        using var clone = new Clone();
        var held = Directory.CreateDirectory(Path.Combine(clone.Store, "lock")).FullName;
        // No process of this number is here, and none need be.
        File.WriteAllText(Path.Combine(held, "holder"), "another-machine 4194303\n");

        var waiting = clone.RunAsync();
        for (var beat = 0; beat < 12; beat++)
        {
            File.WriteAllText(Path.Combine(held, "beat"), $"{beat}\n");
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Assert.False(waiting.IsCompleted);
        Assert.Equal(0, clone.Builds);
        Assert.True(Directory.Exists(held), "the lock was taken from a builder that lives");
        Directory.Delete(held, recursive: true);
        Assert.StartsWith("version 1\n", (await waiting).Output);
        Assert.Equal(1, clone.Builds);
    }

    [Fact]
    public async Task ABuilderThatWasKilledDoesNotBlockTheNext()
    {
        using var clone = new Clone();
        clone.MakeSdk("hangs");
        using (var killed = clone.Start())
        {
            await Eventually.HoldsAsync(() => clone.Builds > 0);
            killed.Kill(entireProcessTree: true);
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(Directory.Exists(Path.Combine(clone.Store, "lock")));
        File.Delete(Path.Combine(clone.DotnetRoot, "hangs"));

        Assert.StartsWith("version 1\n", (await clone.RunAsync()).Output);
        Assert.Equal(2, clone.Builds);
    }
}
