
namespace Qiansi.Data.Digits;

/// <summary>
/// Labelled pictures as a data set for a loader: <c>data</c>, float32 from 0 to 1 of shape (1, height, width), and <c>label</c>, int64.
/// </summary>
public sealed class DigitDataset : utils.data.Dataset, IBatchSource<Dictionary<string, Tensor>>
{
    private readonly Tensor _pixels;

    /// <summary>A data set of pictures.</summary>
    public DigitDataset(LabelledImages images)
    {
        _pixels = tensor(images.Pixels, [images.Count, 1, images.Height, images.Width]);
        Labels = tensor(images.Labels).to(int64);
        Source = images.Source;
    }

    /// <summary>MNIST where it was fetched, else generated digits: 60,000 to learn from or 10,000 to test with.</summary>
    /// <param name="train">Which.</param>
    public static DigitDataset Load(bool train) =>
        new(Mnist.IsPresent ? Mnist.Load(train) : GeneratedDigits.Make(train ? 60_000 : 10_000, train ? 1 : 2));

    /// <summary>Where the pictures come from: <c>MNIST</c>, <c>generated</c>.</summary>
    public string Source { get; }

    /// <summary>All pictures: float32 from 0 to 1, (count, 1, height, width).</summary>
    public Tensor Images => _pixels.to(float32).div(255);

    /// <summary>All classes: int64, (count).</summary>
    public Tensor Labels { get; }

    /// <inheritdoc/>
    public override long Count => _pixels.size(0);

    /// <inheritdoc/>
    public override Dictionary<string, Tensor> GetTensor(long index)
    {
        return new() { ["data"] = _pixels.select(0, Checked(index)).to(float32).div(255), ["label"] = Labels.select(0, index) };
    }

    /// <summary>A batch in one copy.</summary>
    Dictionary<string, Tensor> IBatchSource<Dictionary<string, Tensor>>.GetBatch(long[] indices)
    {
        using var rows = tensor(indices.Select(Checked).ToArray());
        return new() { ["data"] = _pixels.index_select(0, rows).to(float32).div(255), ["label"] = Labels.index_select(0, rows) };
    }

    private long Checked(long index) => index >= 0 && index < Count
        ? index
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"DigitDataset: items are numbered from 0 to {Count - 1}");
}
