namespace Qiansi.Data.Fetching;

/// <summary>A file of a data set, and where it comes from.</summary>
/// <param name="Name">Its name in the data set's folder.</param>
/// <param name="Entry">Its path in the package; with <see cref="Make"/> how the paths of several begin.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256, in small hexadecimal digits.</param>
public sealed record PackageFile(string Name, string Entry, long Bytes, string Sha256)
{
    /// <summary>
    /// Makes its content of all entries of the package whose paths begin with <see cref="Entry"/>; null when it is an entry itself.
    /// </summary>
    public Func<IReadOnlyDictionary<string, byte[]>, byte[]>? Make { get; init; }
}
