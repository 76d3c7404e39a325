namespace Qiansi.Data.Fetching;

/// <summary>A file of a data set, and where it comes from.</summary>
/// <param name="Name">Its name in the data set's folder.</param>
/// <param name="Entry">Its path in the package.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256, in small hexadecimal digits.</param>
public sealed record PackageFile(string Name, string Entry, long Bytes, string Sha256);
