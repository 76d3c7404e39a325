using System.Runtime.Versioning;
using Qiansi.Documents;
using Qiansi.Documents.Saving;

namespace Qiansi.Documents.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atomic 存");

    private string In(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_made_and_replaced_and_nothing_else_is_left()
    {
        AtomicFile.Write(In("a.ipynb"), "one"u8.ToArray());
        AtomicFile.Write(In("a.ipynb"), "two"u8.ToArray());
        Assert.Equal("two", File.ReadAllText(In("a.ipynb")));
        Assert.Equal([In("a.ipynb")], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void The_file_mode_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        File.WriteAllText(In("a.dib"), "one");
        const UnixFileMode Mode =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(In("a.dib"), Mode);
        AtomicFile.Write(In("a.dib"), "two"u8.ToArray());
        Assert.Equal(Mode, File.GetUnixFileMode(In("a.dib")));
    }

    [Fact]
    public void A_symbolic_link_stays_and_its_target_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making links needs rights on Windows");
        Directory.CreateDirectory(In("real"));
        File.WriteAllText(In("real/a.ipynb"), "one");
        File.CreateSymbolicLink(In("middle"), "real/a.ipynb");
        File.CreateSymbolicLink(In("link.ipynb"), "middle");
        AtomicFile.Write(In("link.ipynb"), "two"u8.ToArray());
        Assert.Equal("middle", new FileInfo(In("link.ipynb")).LinkTarget);
        Assert.Equal("two", File.ReadAllText(In("real/a.ipynb")));
        Assert.Single(Directory.GetFileSystemEntries(In("real")));
    }

    [Fact]
    public void When_the_rename_fails_the_temporary_file_goes()
    {
        Directory.CreateDirectory(In("a.ipynb"));
        var error = Assert.Throws<DocumentException>(() => AtomicFile.Write(In("a.ipynb"), "two"u8.ToArray()));
        Assert.StartsWith($"{In("a.ipynb")}: the file cannot be written (", error.Message);
        Assert.Equal([In("a.ipynb")], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void When_writing_breaks_off_the_old_file_is_whole()
    {
        File.WriteAllText(In("a.ipynb"), "one");
        foreach (Exception failure in new Exception[] { new IOException("No space left on device"),
            new UnauthorizedAccessException("gone") })
        {
            var error = Assert.Throws<DocumentException>(() => AtomicFile.Write(In("a.ipynb"), Half(failure)));
            Assert.Contains($"a.ipynb: the file cannot be written ({failure.Message}). What was there before is untouched.", error.Message);
        }

        Assert.Throws<FormatException>(() => AtomicFile.Write(In("a.ipynb"), Half(new FormatException())));
        Assert.Equal("one", File.ReadAllText(In("a.ipynb")));
        Assert.Single(Directory.GetFileSystemEntries(_folder.FullName));

        static Action<Stream> Half(Exception failure) => stream =>
        {
            stream.Write("tw"u8);
            stream.Flush();
            throw failure;
        };
    }

    [Fact]
    public void A_read_only_file_is_not_replaced()
    {
        File.WriteAllText(In("a.ipynb"), "one");
        File.SetAttributes(In("a.ipynb"), FileAttributes.ReadOnly);
        Assert.Contains("it is read-only",
            Assert.Throws<DocumentException>(() => AtomicFile.Write(In("a.ipynb"), "two"u8.ToArray())).Message);
        Assert.Equal("one", File.ReadAllText(In("a.ipynb")));
        File.SetAttributes(In("a.ipynb"), FileAttributes.Normal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error()
    {
        var error = Assert.Throws<DocumentException>(() => new Notebook().Save(In("no/a.ipynb")));
        Assert.Contains("the file cannot be written", error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public async Task A_reader_sees_the_old_or_the_new_file_whole()
    {
        byte[] old = [.. Enumerable.Repeat((byte)'a', 300_000)], @new = [.. Enumerable.Repeat((byte)'b', 200_000)];
        AtomicFile.Write(In("a.ipynb"), old);
        var done = false;
        var reader = Task.Run(
            () =>
            {
                var seen = 0;
                while (!Volatile.Read(ref done) || seen == 0)
                {
                    var bytes = File.ReadAllBytes(In("a.ipynb"));
                    Assert.True(bytes.AsSpan().SequenceEqual(old) || bytes.AsSpan().SequenceEqual(@new));
                    seen++;
                }
            },
            TestContext.Current.CancellationToken);
        for (var i = 0; i < 30; i++) AtomicFile.Write(In("a.ipynb"), i % 2 == 0 ? @new : old);
        Volatile.Write(ref done, true);
        await reader;
    }
}
