using Qiansi.Engine;
using Qiansi.Tensors.Tests.Showing;

namespace Qiansi.Tensors.Tests;

/// <summary>What the README shows runs as it stands there, in a session that knows the library.</summary>
public sealed class ReadmeTests
{
    private static readonly Readme Readme = new("kernel-extensions/Tensors");

    [Fact]
    public async Task TheExampleShowsFiveViews()
    {
        TensorsExtension.Register();
        using var session = new Session(openLibraries: ["Qiansi.Tensors"]);
        var shown = (await session.RunAsync(Readme.Example())).All.Select(r => r.Data).OfType<Contracts.MimeBundle>().ToList();
        Assert.Equal(5, shown.Count);
        foreach (var view in shown) RenderedAs.Checked(view["text/html"]!);
        Assert.Contains("Tensor [batch 16, channel 1, height 28, width 28] · float32 · 12,544 elements", shown[0]["text/plain"]);
        Assert.Contains("no. 15", shown[1]["text/html"]);
        Assert.Contains("8 channels of 24×24", shown[2]["text/plain"]);
        Assert.Contains("46,298 parameters", shown[3]["text/plain"]);
        Assert.Contains("fc.weight", shown[4]["text/html"]);
    }

    [Fact]
    public async Task TheExampleBeforeAndAfterShowsASliderAndTwoCrops()
    {
        TensorsExtension.Register();
        using var session = new Session(openLibraries: ["Qiansi.Tensors"]);
        var shown = (await session.RunAsync(Readme.Example("## Before and after"))).All.Select(r => r.Data).OfType<Contracts.MimeBundle>()
            .ToList();
        Assert.Equal(2, shown.Count);
        Assert.Contains("type=\"range\"", shown[0]["text/html"]);
        Assert.Contains("centre: 8×8 pixels at (12, 12), 21×", shown[1]["text/plain"]);
        foreach (var view in shown) RenderedAs.Checked(view["text/html"]!);
    }

    [Fact]
    public async Task TheExampleOfAttentionShowsMapsLinesAndLayers()
    {
        TensorsExtension.Register();
        using var session = new Session(openLibraries: ["Qiansi.Tensors"]);
        var shown = (await session.RunAsync(Readme.Example("## Attention"))).All.Select(r => r.Data).OfType<Contracts.MimeBundle>()
            .ToList();
        Assert.Equal(3, shown.Count);
        foreach (var view in shown) RenderedAs.Checked(view["text/html"]!);
        Assert.Contains("4 queries (down) × 6 keys (across)", shown[0]["text/plain"]);
        Assert.Contains("4 queries (below) look at 6 keys (above)", shown[1]["text/plain"]);
        Assert.Contains("layer 2, head 1", shown[2]["text/plain"]);
    }

    [Fact]
    public void ThePictureIsThere() => Readme.HasPicture("tensors.png");
}
