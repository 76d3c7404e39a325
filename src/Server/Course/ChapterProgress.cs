using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Qiansi.Server.Contents;

namespace Qiansi.Server.Course;

/// <summary>Which cells of which notebooks have run well here, in a file a notebook, a line a cell.</summary>
internal sealed class ChapterProgress(string folder, Action<string> log)
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _done = new();

    /// <summary>A cell has run well.</summary>
    public void Succeeded(string notebook, string cell)
    {
        // Ids are of this alphabet; anything else is not worth a line.
        if (cell.Length > 64 || !cell.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return;
        var done = Of(notebook);
        lock (done)
        {
            if (!done.Add(cell)) return;
            try
            {
                PrivateFolder.Create(folder);
                File.AppendAllText(FileOf(notebook), cell + "\n");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                log($"Progress is not kept: {e.Message}");
            }
        }
    }

    /// <summary>How many of these cells have run well.</summary>
    public int Count(string notebook, IReadOnlyList<string> cells)
    {
        var done = Of(notebook);
        lock (done) return cells.Count(done.Contains);
    }

    private HashSet<string> Of(string notebook) => _done.GetOrAdd(notebook, n =>
    {
        try
        {
            return File.Exists(FileOf(n)) ? [.. File.ReadLines(FileOf(n))] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log($"Progress cannot be read: {e.Message}");
            return [];
        }
    });

    private string FileOf(string notebook) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notebook)).AsSpan(0, 12)) + ".txt");
}
