namespace Qiansi.Documents.Saving;

/// <summary>Reads a document's file.</summary>
internal static class DocumentFile
{
    /// <summary>The file's bytes.</summary>
    /// <exception cref="DocumentException">It is not there, not readable, or larger than allowed.</exception>
    public static byte[] Read(string path, long maximumBytes)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (!stream.CanSeek) throw new DocumentException(path, 0, 0, "this is no ordinary file", "Copy what it gives to a file first.");
            if (stream.Length > maximumBytes)
            {
                throw new DocumentException(
                    path, 0, 0, $"the file is {Mebibytes(stream.Length)} MiB, more than the {Mebibytes(maximumBytes)} MiB that are read",
                    "Clear the outputs of cells that show much, or keep large data in files of its own.");
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DocumentException(
                path, 0, 0, "there is no such file", $"Check the name; relative names start from {Environment.CurrentDirectory}.", e);
        }
        catch (EndOfStreamException e)
        {
            throw new DocumentException(
                path, 0, 0, "the file became shorter while it was read", "Try again when the program that writes it is done.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException(path, 0, 0, Directory.Exists(path) ? "this is a folder" : $"the file cannot be read ({e.Message})",
                Directory.Exists(path) ? "Name a notebook in it." : "Check its permissions.", e);
        }
    }

    private static string Mebibytes(long bytes) => (bytes / 1048576.0).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
