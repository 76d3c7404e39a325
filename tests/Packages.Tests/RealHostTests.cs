using System.IO.Compression;

namespace Qiansi.Packages.Tests;

/// <summary>The extensions' packages in .NET Interactive itself: one line brings them, the README's samples are shown.</summary>
public sealed class RealHostTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Fact]
    public void A_package_has_its_cells_and_its_README()
    {
        Assert.SkipWhen(feed.Missing is not null, feed.Missing ?? "");
        using var package = ZipFile.OpenRead(Path.Combine(feed.Folder, "feed", $"Qiansi.Charts.{feed.Version}.nupkg"));
        var files = package.Entries.Select(e => e.FullName).ToList();
        Assert.Contains("interactive-extensions/dotnet/extension.dib", files);
        Assert.Contains("README.md", files);
        Assert.Contains("lib/net10.0/Qiansi.Charts.dll", files);
    }

    [Theory]
    [InlineData("Charts", "image/svg+xml", "<svg")]
    [InlineData("Trees", "text/html", "<svg")]
    [InlineData("Tensors", "text/html", "<svg")]
    public async Task The_sample_of_the_README_is_shown(string extension, string mediaType, string start)
    {
        Assert.SkipWhen(feed.Missing is not null, feed.Missing ?? "");
        using var host = new RealHost(feed);
        await host.RunAsync($"#i \"nuget:{Path.Combine(feed.Folder, "feed")}\"\n#r \"nuget: Qiansi.{extension}, {feed.Version}\"");
        var shown = await host.RunAsync(new Readme($"kernel-extensions/{extension}").Example());
        Assert.Contains(shown, s => s.MediaType == mediaType && s.Value.Contains(start, StringComparison.Ordinal));
    }
}
