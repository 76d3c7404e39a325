using System.Globalization;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>Names that nobody has, numbered as Jupyter does: <c>Untitled.ipynb</c>, <c>Untitled1.ipynb</c>; <c>a-Copy1.txt</c>.</summary>
internal static class NewNames
{
    private const int MostTried = 10_000;

    /// <summary>The first free name.</summary>
    /// <param name="root">The folder that is served.</param>
    /// <param name="folder">The folder it is to be in.</param>
    /// <param name="stem">The name without number and extension.</param>
    /// <param name="extension">With its dot.</param>
    /// <param name="separator">What stands before a number.</param>
    /// <param name="always">Whether the first has a number too.</param>
    public static ContentPath Find(
        RootFolder root, ContentPath folder, string stem, string extension, string separator, bool always = false)
    {
        if (!folder.IsFolder) throw new HttpFailure(404, $"There is no folder '{folder.Api}'.");
        if (extension.Length > 0 && (extension[0] != '.' || extension.Contains('/')))
            throw new HttpFailure(400, $"'{extension}' is no extension of a file; one begins with a dot.");
        for (var i = always ? 1 : 0; i < MostTried; i++)
        {
            var number = i == 0 ? "" : separator + i.ToString(CultureInfo.InvariantCulture);
            var path = root.Resolve($"{folder.Api}/{stem}{number}{extension}");
            if (!path.Exists) return path;
        }
        throw new HttpFailure(409, $"All names from '{stem}{extension}' to '{stem}{separator}{MostTried - 1}{extension}' are taken.");
    }
}
