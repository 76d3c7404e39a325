using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Qiansi.Server.Tests.JupyterLabServices;

/// <summary>JupyterLab's own client library, run by node, against the server.</summary>
public sealed class ServicesTests
{
    [Fact]
    public async Task JupyterLabs_own_client_does_all_it_can()
    {
        var folder = await InstallAsync();
        await using var server = await TestServer.StartAsync();
        var (code, output) = await RunAsync(folder, "node", "client.mjs", server.Server.Address, TestServer.Token);
        Assert.True(code == 0, output);
        foreach (var step in (string[])["user", "kernelspecs", "contents", "session", "execute", "streams and errors", "input",
            "complete, inspect", "interrupt", "restart", "rename", "settings and workspaces", "shutdown"])
            Assert.Contains($"ok {step}\n", output.ReplaceLineEndings("\n"));
    }

    /// <summary>Installs what package-lock.json names, once for each state of it.</summary>
    private static async Task<string> InstallAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "JupyterLabServices");
        var key = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(source, "package-lock.json"))).AsSpan(0, 8));
        var folder = Path.Combine(Engine.CacheFolder.Of("tests"), $"jupyterlab-services-{key}");
        Directory.CreateDirectory(folder);
        foreach (var file in (string[])["package.json", "package-lock.json", "client.mjs"])
            File.Copy(Path.Combine(source, file), Path.Combine(folder, file), overwrite: true);
        if (File.Exists(Path.Combine(folder, "installed"))) return folder;
        try
        {
            var (code, output) = await RunAsync(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund");
            Assert.SkipUnless(code == 0,
                $"npm could not fetch @jupyterlab/services; with a network or a filled npm cache this test runs. It said: {output}");
            (code, output) = await RunAsync(folder, "node", "--version");
            Assert.SkipUnless(code == 0 && Version.Parse(output.Trim().TrimStart('v')).Major >= 20,
                $"Needs node 20 or later; this is {output.Trim()}.");
        }
        catch (Win32Exception)
        {
            Assert.Skip("Needs node 20 or later with npm: https://nodejs.org");
        }
        File.WriteAllText(Path.Combine(folder, "installed"), "");
        return folder;
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestServer.Limit);
        limit.CancelAfter(TimeSpan.FromMinutes(4));
        using var process = Process.Start(new ProcessStartInfo(
            program, arguments)
        { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
