using Qiansi.Tensors.Views;
using static Qiansi.torch;

namespace Qiansi.Tensors.Tests.Showing;

/// <summary>Every renderer's output beside the tests, compared character by character.
/// <c>SNAPSHOTS=write dotnet test …</c> writes them anew; look at the difference.</summary>
public sealed class SnapshotTests
{
    private static readonly Dictionary<string, Func<TensorPicture>> Views = new()
    {
        ["scalar"] = () => Of(tensor(3.25f)),
        ["vector"] = () => Of(tensor(new[] { 1f, -2f, 0.5f, float.NaN }).WithAxes("weight")),
        ["curve"] = () => Of((arange(500) * 37) % 101),
        ["matrix"] = () => Of((Ramp(12) - 0.4).reshape(3, 4).WithAxes("row", "column")),
        ["large-matrix"] = () => Of(((arange(60_000) * 7) % 307).reshape(200, 300)),
        ["volume"] = () => Of(Ramp(48).reshape(3, 4, 4).WithAxes("channel", "height", "width")),
        ["batch"] = () => Of(Ramp(2 * 3 * 4 * 4).reshape(2, 3, 4, 4)),
        ["image"] = () => Ramp(3 * 6 * 8).reshape(3, 6, 8).AsImage(),
        ["image-grid"] = () => Ramp(4 * 5 * 5).reshape(4, 5, 5).AsImageGrid(["a", "b", "<c>", "d"]),
        ["heatmap"] = () => Ramp(6).reshape(2, 3).AsHeatmap(["first", "second"], ["x", "y", "z"]),
        ["histogram"] = () => Ramp(200).pow(2).AsHistogram(),
        ["feature-maps"] = () => (Ramp(4 * 6 * 6).reshape(4, 6, 6) - 0.5).relu().AsFeatureMaps(),
        ["feature-maps-signed"] = () => (Ramp(4 * 6 * 6).reshape(4, 6, 6) - 0.5).AsFeatureMaps(shared: false),
        ["kernels"] = () => (Ramp(2 * 3 * 3 * 3).reshape(2, 3, 3, 3) - 0.5).AsKernels(),
        ["attention"] = () =>
            tensor(new[] { 1f, 0, 0, 0.25f, 0.75f, 0, 0.5f, 0.125f, 0.375f }, new long[] { 1, 3, 3 }).AsAttention(["the", " cat", "sat"]),
        ["tokens"] = () => tensor(new[] { 0.5f, 3, 1 }).AsTokens(["the", " <whale>", "\n"], "nats"),
        ["attention-lines"] = () => Two().AsAttentionLines(["le", "chat"], ["the", " cat", "sat"]),
        ["attention-layers"] = () => new[] { Two(), Two()[..1] }.AsAttentionLayers(["le", "chat"], ["the", " cat", "sat"]),
        ["confusion"] =
            () => tensor(new long[] { 50, 2, 1, 4, 40, 0, 0, 9, 60 }, new long[] { 3, 3 }).AsConfusionMatrix(["cat", "dog", "aeroplane"]),
        ["boxes"] = () => Ramp(30 * 40).reshape(30, 40)
            .AsBoxes(tensor(new[] { 2f, 3, 20, 25, 15, 10, 38, 28 }, new long[] { 2, 4 }), ["cat", "dog"], tensor(new[] { 0.9f, 0.75f })),
        ["comparison"] = () => Ramp(12).reshape(3, 4).Compare(Ramp(12).reshape(3, 4) + tensor(new[] { 0f, 0, 0.01f, 0 })),
        ["module"] = () => Net().Summary(),
        ["summary"] = () => Net().Summary(1, 1, 8, 8),
        ["graph"] = () => (Ramp(4).requires_grad_() * 2).relu().sum().ShowGraph(),
    };

    public static TheoryData<string> Names => [.. Views.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AViewIsAsItWasSeen(string name)
    {
        var picture = Views[name]();
        RenderedAs.Checked(picture.Html);
        Snapshot.Same($"{name}.html", picture.Html);
        Snapshot.Same($"{name}.txt", picture.Text);
    }

    private static TensorPicture Of(Tensor tensor) => new(TensorView.Html(tensor), TensorView.Text(tensor));

    /// <summary>Two heads, two queries, three keys.</summary>
    private static Tensor Two() => tensor(
        new[] { 1f, 0, 0, 0.25f, 0.75f, 0, 0.5f, 0.125f, 0.375f, 0, 0.0625f, 0.9375f }, new long[] { 2, 2, 3 });

    /// <summary>0 to 1, the same on every machine.</summary>
    private static Tensor Ramp(int count) => arange(count, dtype: float64) / Math.Max(1, count - 1);

    private static Qiansi.Modules.Sequential Net() =>
        nn.Sequential(("conv", nn.Conv2d(1, 4, 3)), ("relu", nn.ReLU()), ("flat", nn.Flatten()), ("fc", nn.Linear(144, 10)));
}
