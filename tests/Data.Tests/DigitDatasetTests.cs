using Qiansi.Data.Digits;
using static Qiansi.torch;

namespace Qiansi.Data.Tests;

/// <summary>Digits in batches.</summary>
public sealed class DigitDatasetTests
{
    [Fact]
    public void Batches_are_the_stacked_items()
    {
        using var digits = new DigitDataset(GeneratedDigits.Make(30, seed: 1));
        Assert.Equal(30, digits.Count);
        Assert.Equal([30L, 1, 28, 28], digits.Images.shape);
        var seen = 0;
        foreach (var batch in utils.data.DataLoader(digits, 8, shuffle: true, seed: 3))
        {
            Assert.Equal(float32, batch["data"].dtype);
            Assert.Equal(int64, batch["label"].dtype);
            seen += (int)batch["label"].numel();
        }

        Assert.Equal(30, seen);
        var first = utils.data.DataLoader(digits, 2).First();
        var item = digits.GetTensor(1);
        Assert.Equal([2L, 1, 28, 28], first["data"].shape);
        Assert.Equal(item["data"].ToArray<float>(), first["data"].ToArray<float>()[784..]);
        Assert.Equal(item["label"].ToInt64(), first["label"].ToArray<long>()[1]);
        Assert.InRange(first["data"].ToArray<float>().Max(), 0.8f, 1f);
        Assert.Contains("numbered from 0 to 29", Assert.Throws<ArgumentOutOfRangeException>(() => digits.GetTensor(30)).Message);
    }
}
