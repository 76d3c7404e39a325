using System.Security.Cryptography;
using System.Text;

namespace Qiansi.Documents;

/// <summary>Cell ids of nbformat 4.5 (Jupyter enhancement proposal 62).</summary>
internal static class CellIds
{
    /// <summary>A random id, eight hexadecimal digits as Jupyter makes them.</summary>
    public static string Create() => RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>An id that depends only on the cell and its place, so that upgrading the same file twice gives the same bytes.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="index">0-based place of the cell.</param>
    /// <param name="taken">Ids that are in use; the new one is added.</param>
    public static string Derive(string source, int index, HashSet<string> taken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{index}:{attempt}:{source}"));
            var id = Convert.ToHexStringLower(hash, 0, 4);
            if (taken.Add(id)) return id;
        }
    }
}
