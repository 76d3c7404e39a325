using Qiansi.Documents;
using Qiansi.Publishing.Tests;

namespace Qiansi.Tool.Tests.EndToEnd;

/// <summary>What tensors, and values of libraries that cells bring, show in a notebook.</summary>
public sealed class TensorPictureRunTests : IDisposable
{
    private const string OpenCv =
        "#r \"nuget: OpenCvSharp4, 4.13.0.20260627\"\n#r \"nuget: OpenCvSharp4.official.runtime.linux-x64, 4.13.0.20260627\"";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_dib_of_tensors_shows_pictures_and_one_line_inside_of_other_values()
    {
        var path = Path.Combine(_folder.Folder, "tensors.dib");
        await File.WriteAllTextAsync(path, """
            #!csharp
            using static Qiansi.torch;
            var x = arange(12).reshape(3, 4).WithAxes("row", "column");
            x
            #!csharp
            (x, new[] { x })
            #!csharp
            nn.Linear(4, 2).Summary(1, 4)
            #!csharp
            x.AsHeatmap()
            """, TestContext.Current.CancellationToken);
        var result = await NbProcess.RunAsync(_folder.Folder, "run", path, "-o", "out/tensors.ipynb");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        var cells = Notebook.Load(Path.Combine(_folder.Folder, "out", "tensors.ipynb")).Cells.Where(c => c.Kind == CellKind.Code).ToList();
        Assert.Contains("<svg", Html(cells[0]));
        Assert.Contains("Tensor [row 3, column 4]", Html(cells[0]));
        Assert.DoesNotContain("<svg", Html(cells[1]));
        Assert.Contains("Tensor [row 3, column 4] int64 · min 0 · max 11", Html(cells[1]));
        Assert.Contains("10 parameters", Html(cells[2]));
        Assert.Contains("row 2, column 3: 11", Html(cells[3]));
    }

    [Fact]
    public async Task A_data_frame_is_a_table_with_types_and_counted_nulls()
    {
        var cells = await Run("#r \"nuget: Microsoft.Data.Analysis, 0.23.1\"", """
            using Microsoft.Data.Analysis;
            new DataFrame(new PrimitiveDataFrameColumn<double>("loss", Enumerable.Range(0, 50).Select(i => i == 2 ? (double?)null : i / 4.0)), new StringDataFrameColumn("name", Enumerable.Range(0, 50).Select(i => $"run <{i}>")))
            """);
        var html = Html(cells[1]);
        Assert.Contains("50 rows × 2 columns", html);
        Assert.Contains("double, 1 null", html);
        Assert.Contains("run &lt;49&gt;", html);
        Assert.DoesNotContain("run &lt;20&gt;", html);
    }

    [Fact]
    public async Task A_matrix_of_OpenCv_is_a_picture_in_the_right_colours()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux()
            && System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64,
            "the package with OpenCV's native library for this platform is not named here");
        var cells = await Run(OpenCv, """
            using OpenCvSharp;
            var picture = new Mat(20, 30, MatType.CV_8UC3, new Scalar(255, 0, 0));
            picture
            """, "new Mat(4, 5, MatType.CV_32FC2)");
        Assert.Contains("Mat 30×20 CV_8UC3, BGR shown as RGB", Html(cells[1]));
        var uri = Html(cells[1]).Split("base64,")[1].Split('"')[0];
        var pixels = Drawing.Png.PngFile.Decode(Convert.FromBase64String(uri));
        Assert.Equal([0, 0, 255], pixels.Samples[..3]);
        Assert.Contains("2 channels of 4×5", Html(cells[2]));
    }

    private static string Html(Cell cell) => Assert.IsType<ResultOutput>(cell.Outputs[^1]).Data["text/html"]!.ToString();

    private async Task<IReadOnlyList<Cell>> Run(params string[] codes)
    {
        var path = CodeNotebook.Write(_folder.Folder, "packages.ipynb", codes);
        var result = await NbProcess.RunAsync(_folder.Folder, "run", path, "-o", "out/");
        Assert.SkipWhen(result.Output.Contains("NU1101") || result.Output.Contains("NU1102") || result.Output.Contains("NU1301"),
            $"no configured source has it: {result.Output}");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return Notebook.Load(Path.Combine(_folder.Folder, "out", "packages.ipynb")).Cells;
    }
}
