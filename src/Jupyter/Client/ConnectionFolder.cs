using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Qiansi.Jupyter.Client;

/// <summary>A private folder with one kernel's connection file and its sockets; deleted with everything in it.</summary>
internal sealed class ConnectionFolder : IDisposable
{
    // Paths of Unix domain sockets are limited to 104 bytes on macOS and 108 on Linux.
    private const int LongestSocketFolder = 80;

    private readonly string _folder;

    private ConnectionFolder(string folder, ConnectionInfo connection) => (_folder, Connection) = (folder, connection);

    public ConnectionInfo Connection { get; }

    public string File => Path.Combine(_folder, "kernel.json");

    /// <summary>A fresh folder, mode 0700, with a connection file for free ports and a random key.</summary>
    public static ConnectionFolder Create(bool useIpc, string? kernelName)
    {
        var parent = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime && Directory.Exists(runtime)
            ? runtime : Path.GetTempPath();
        if (!OperatingSystem.IsWindows() && parent.Length > LongestSocketFolder - 24) parent = "/tmp";
        var folder = Path.Combine(parent, "qiansi-" + RandomNumberGenerator.GetHexString(12, lowercase: true));
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var key = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var connection = useIpc && !OperatingSystem.IsWindows()
            ? new ConnectionInfo("ipc", Path.Combine(folder, "s"), 1, 2, 3, 4, 5, key)
            : Tcp(key);
        var created = new ConnectionFolder(folder, connection with { KernelName = kernelName });
        created.Connection.Write(created.File);
        return created;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // A kernel whose starter died takes its folder along; here that was us, restarted.
        }
    }

    private static ConnectionInfo Tcp(string key)
    {
        // All five are held until all are known, so that they differ; between here and the kernel's bind another program could take one,
        // and the start is tried again.
        var listeners = new TcpListener[5];
        try
        {
            var ports = new int[5];
            for (var i = 0; i < listeners.Length; i++)
            {
                listeners[i] = new(IPAddress.Loopback, 0);
                listeners[i].Start();
                ports[i] = ((IPEndPoint)listeners[i].LocalEndpoint).Port;
            }
            return new("tcp", "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], key);
        }
        finally
        {
            foreach (var listener in listeners) listener?.Dispose();
        }
    }
}
