using System.Globalization;
using System.Text.Json.Nodes;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Server.Contents;

namespace Qiansi.Server;

/// <summary>Jupyter's file about a running server, in its runtime folder: from it <c>jupyter server list</c> and editors learn address and
/// token. Only its owner can read it.</summary>
internal sealed class RuntimeFile
{
    private readonly string _path;

    private RuntimeFile(string path) => _path = path;

    /// <summary>Writes the file; null when that cannot be done, which the log is told.</summary>
    public static RuntimeFile? Write(
        string address, string prefix, int port, string host, string folder, string token, string? runtimeFolder, Action<string> log)
    {
        var runtime = runtimeFolder ?? JupyterPaths.Runtime;
        var path = Path.Combine(runtime, string.Create(CultureInfo.InvariantCulture, $"jpserver-{Environment.ProcessId}.json"));
        var info = new JsonObject
        {
            ["base_url"] = prefix + "/",
            ["hostname"] = host,
            ["password"] = false,
            ["pid"] = Environment.ProcessId,
            ["port"] = port,
            ["root_dir"] = folder,
            ["secure"] = false,
            ["sock"] = "",
            ["token"] = token,
            ["url"] = address,
            ["version"] = Http.StatusRoutes.ApiVersion,
        };
        try
        {
            PrivateFolder.Create(runtime);
            PrivateFile.Write(path, System.Text.Encoding.UTF8.GetBytes(info.ToJsonString()));
            return new(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log($"Editors will not find this server by themselves: {e.Message}");
            return null;
        }
    }

    public void Delete()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Readers of these files look whether the process is still there.
        }
    }
}
