using System.Diagnostics;

namespace Qiansi.Server.Tests.Contents;

public sealed class DiskTests
{
    [Fact]
    public async Task A_full_disk_is_said_and_the_old_file_stays_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root",
            "Mounts a small file system, which only root on Linux may.");
        var folder = Directory.CreateTempSubdirectory("qiansi-full-disk-").FullName;
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=256k", "none", folder),
            "Mounting a tmpfs is not allowed here (a container without the right to): run this test as root outside one.");
        try
        {
            await using var server = await TestServer.StartAsync(o => o with { Folder = folder });
            await server.JsonAsync("PUT", "/api/contents/a.ipynb", 201, Notebooks.Save(Notebooks.Of("small")));
            await server.JsonAsync("POST", "/api/contents/a.ipynb/checkpoints", 201);
            var before = File.ReadAllBytes(Path.Combine(folder, "a.ipynb"));

            var refused = await server.JsonAsync(
                "PUT", "/api/contents/a.ipynb", 507, Notebooks.Save(Notebooks.Of(new string('x', 400_000))));

            Assert.Contains("No space left", (string?)refused["message"]);
            Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder, "a.ipynb")));
            Assert.Equal([".ipynb_checkpoints", "a.ipynb"],
                Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            await server.JsonAsync("PUT", "/api/contents/big.bin", 507, new System.Text.Json.Nodes.JsonObject
            {
                ["type"] = "file",
                ["format"] = "base64",
                ["content"] = Convert.ToBase64String(new byte[400_000]),
                ["chunk"] = 1
            });
            await server.JsonAsync("PUT", "/api/contents/a.ipynb", 200, Notebooks.Save(Notebooks.Of("small again")));
        }
        finally
        {
            await RunAsync("umount", folder);
            Directory.Delete(folder);
        }
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_to_is_said_and_its_files_stay()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs the permissions, or the mounts, of Linux.");
        await using var server = await TestServer.StartAsync();
        var folder = Directory.CreateDirectory(server.FileOf("locked")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.ipynb"), Notebooks.Of("old").ToJsonString());
        var isRoot = Environment.UserName == "root";
        // Permissions mean nothing to root; a mount that is read-only does.
        if (isRoot)
            Assert.SkipUnless(await RunAsync("mount", "--bind", "-o", "ro", folder, folder)
                && (await RunAsync("mount", "-o", "remount,bind,ro", folder) || true),
                "Mounting is not allowed here (a container without the right to): run this test as an ordinary user.");
        else if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.False((bool)(await server.JsonAsync("GET", "/api/contents/locked", 200))["writable"]!);
            var refused = await server.JsonAsync("PUT", "/api/contents/locked/a.ipynb", 403, Notebooks.Save(Notebooks.Of("new")));
            Assert.Contains("What was there before is untouched", (string?)refused["message"]);
            await server.JsonAsync("POST", "/api/contents/locked", 403);
            await server.JsonAsync("POST", "/api/contents/locked/a.ipynb/checkpoints", 403);
            await server.JsonAsync("DELETE", "/api/contents/locked/a.ipynb", 403);
            Assert.Contains("old", File.ReadAllText(Path.Combine(folder, "a.ipynb")));
        }
        finally
        {
            if (isRoot) await RunAsync("umount", folder);
            else if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestServer.Limit);
        return process.ExitCode == 0;
    }
}
