namespace Qiansi.Torch.Files.Elements;

/// <summary>A file and a place in it, for errors.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Place">What is being read there: <c>tensor 'fc.weight'</c>, <c>header</c>.</param>
internal readonly record struct FilePlace(string File, string Place)
{
    /// <summary>An error that names both.</summary>
    public InvalidDataException Error(string what, Exception? inner = null) =>
        new($"{File}: {(Place.Length > 0 ? Place + ": " : "")}{what}", inner);
}
