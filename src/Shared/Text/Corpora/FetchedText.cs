using System.IO.Compression;
using Qiansi.Data.Fetching;

namespace Qiansi.Text;

/// <summary>The text of a data set that has one file.</summary>
internal static class FetchedText
{
    public static string Read(FetchedDataset dataset)
    {
        var file = dataset.Files.Single().Name;
        var path = dataset.Locate(file) ?? throw new FileNotFoundException(
            $"{dataset.Name} is not there ({Path.Combine(dataset.Folder, file)}): `nb data get {dataset.Name}` fetches it once; without it "
                + "GeneratedText makes a text of its own, and TextCorpus.Load reads yours", file);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
