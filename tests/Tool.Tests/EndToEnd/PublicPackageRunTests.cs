using Qiansi.Documents;

namespace Qiansi.Tool.Tests.EndToEnd;

/// <summary>Packages that deep-learning notebooks for .NET bring, in a notebook of their own each, as published.</summary>
public sealed class PublicPackageRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("#r \"nuget: Plotly.NET.CSharp, 0.14.0\"", """
        using Plotly.NET.CSharp;
        Plotly.NET.GenericChart.toChartHTML(Chart.Line<double, double, string>(x: new[] { 1.0, 2 }, y: new[] { 3.0, 4 }, Name: "loss")).Contains("loss")
        """, "True")]
    [InlineData("#r \"nuget: Microsoft.Data.Analysis, 0.23.1\"", """
        using Microsoft.Data.Analysis;
        new DataFrame(new PrimitiveDataFrameColumn<int>("epoch", new[] { 1, 2, 3 })).Rows.Count
        """, "3")]
    [InlineData("#r \"nuget: XPlot.Plotly, 4.1.0\"", """
        using XPlot.Plotly;
        XPlot.Plotly.Chart.Plot(new Scatter { x = new[] { 1, 2 }, y = new[] { 3, 4 } }).GetInlineHtml().Contains("scatter")
        """, "True")]
    [InlineData("#r \"nuget: TorchSharp, 0.107.0\"", "typeof(TorchSharp.torch.nn).Name", "nn")]
    public async Task A_cell_uses_it(string reference, string code, string value)
    {
        var executed = await Run(reference, code);
        Assert.Equal(value, executed.Cells[1].Result());
    }

    [Fact]
    public async Task Native_OpenCv_computes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux()
            && System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64,
            "the package with OpenCV's native library for this platform is not named here");
        var executed = await Run("#r \"nuget: OpenCvSharp4, 4.13.0.20260627\"\n#r \"nuget: "
            + "OpenCvSharp4.official.runtime.linux-x64, 4.13.0.20260627\"", """
            using OpenCvSharp;
            using var picture = new Mat(20, 30, MatType.CV_8UC3, new Scalar(10, 200, 30));
            picture.Mean().Val1
            """);
        Assert.Equal("200", executed.Cells[1].Result());
    }

    [Fact]
    public async Task A_chart_is_drawn_beside_the_notebook_extension_of_PlotlyNET()
    {
        var executed = await Run("#r \"nuget: Plotly.NET.Interactive, 6.0.0\"\n#r \"nuget: Plotly.NET.CSharp, 0.14.0\"", """
            using Plotly.NET.CSharp;
            Chart.Line<double, double, string>(x: new[] { 1.0, 2 }, y: new[] { 3.0, 4 }, Name: "loss")
            """);
        var shown = Assert.IsType<ResultOutput>(Assert.Single(executed.Cells[1].Outputs));
        Assert.StartsWith("<svg", shown.Data["image/svg+xml"]);
        Assert.Contains("\"data\"", shown.Data["application/vnd.plotly.v1+json"]);
    }

    [Theory]
    [InlineData("#r \"nuget: Plotly.NET.CSharp, 0.14.0\"",
        "Plotly.NET.CSharp.Chart.Line<double, double, string>(x: new[] { 1.0, 2 }, y: new[] { 3.0, 4 }, Name: \"loss\")")]
    [InlineData("#r \"nuget: XPlot.Plotly, 4.1.0\"",
        "XPlot.Plotly.Chart.Plot(new XPlot.Plotly.Scatter { x = new[] { 1, 2 }, y = new[] { 3, 4 }, name = \"loss\" })")]
    public async Task A_chart_of_another_library_is_drawn_without_its_notebook_extension(string reference, string code)
    {
        var executed = await Run(reference, code);
        var shown = Assert.IsType<ResultOutput>(Assert.Single(executed.Cells[1].Outputs));
        Assert.Contains("scatter loss: 2 values", shown.Data["text/plain"]);
        Assert.StartsWith("<svg", shown.Data["image/svg+xml"]);
        Assert.Contains("\"data\"", shown.Data["application/vnd.plotly.v1+json"]);
    }

    private async Task<Notebook> Run(string reference, string code)
    {
        var path = CodeNotebook.Write(_folder.Folder, "packages.ipynb", reference, code);
        var result = await NbProcess.RunAsync(_folder.Folder, "run", path, "-o", "out/");
        Assert.SkipWhen(result.Output.Contains("NU1101") || result.Output.Contains("NU1102") || result.Output.Contains("NU1301"),
            $"no configured source has it: {result.Output}");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return Notebook.Load(Path.Combine(_folder.Folder, "out", "packages.ipynb"));
    }
}
