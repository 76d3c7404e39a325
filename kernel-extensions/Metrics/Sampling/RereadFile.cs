using Microsoft.Win32.SafeHandles;

namespace Qiansi.Metrics.Sampling;

/// <summary>A small file of the kernel that is read again and again: opened once, into a buffer that is kept.</summary>
internal sealed class RereadFile(string path, int capacity = 4096) : IDisposable
{
    private byte[] _buffer = new byte[capacity];
    private SafeFileHandle? _handle;

    /// <summary>Its path.</summary>
    public string FilePath => path;

    /// <summary>The file's text as it is now; valid until the next call.</summary>
    /// <exception cref="IOException">It is not there, or the device behind it is gone.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public ReadOnlySpan<byte> Read()
    {
        try
        {
            _handle ??= File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = 0;
            while (RandomAccess.Read(_handle, _buffer.AsSpan(length), length) is var read and > 0)
            {
                length += read;
                if (length == _buffer.Length) Array.Resize(ref _buffer, length * 2);
            }

            return _buffer.AsSpan(0, length);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Closes the file; the next read opens it again.</summary>
    public void Dispose()
    {
        _handle?.Dispose();
        _handle = null;
    }
}
