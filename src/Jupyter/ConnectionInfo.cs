using System.Globalization;
using System.Text.Json;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter;

/// <summary>Where a kernel's five sockets are and the key its messages are signed with: a Jupyter connection file.</summary>
/// <param name="Transport"><c>tcp</c> or <c>ipc</c>.</param>
/// <param name="Ip">Address for <c>tcp</c>; path prefix for <c>ipc</c>.</param>
/// <param name="ShellPort">Requests.</param>
/// <param name="IopubPort">Outputs.</param>
/// <param name="StdinPort">Input from the person.</param>
/// <param name="ControlPort">Interrupt and shutdown.</param>
/// <param name="HeartbeatPort">Echo.</param>
/// <param name="Key">Signing key; empty when nothing is signed.</param>
public sealed record ConnectionInfo(
    string Transport, string Ip, int ShellPort, int IopubPort, int StdinPort, int ControlPort, int HeartbeatPort, string Key)
{
    private const string Scheme = "hmac-sha256";

    /// <summary>Name of the kernelspec, when the file has it.</summary>
    public string? KernelName { get; init; }

    /// <summary>The socket's address: <c>tcp://127.0.0.1:5000</c>, <c>ipc:///run/x-1</c>.</summary>
    public string Endpoint(int port) => Transport == "ipc"
        ? string.Create(CultureInfo.InvariantCulture, $"ipc://{Ip}-{port}")
        : string.Create(CultureInfo.InvariantCulture, $"tcp://{(Ip.Contains(':') && !Ip.StartsWith('[') ? $"[{Ip}]" : Ip)}:{port}");

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="ConnectionFileException">It cannot be read or used; the text says why and names the file.</exception>
    public static ConnectionInfo Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConnectionFileException($"Connection file '{path}' cannot be read: {e.Message}", e);
        }
        try
        {
            using var document = Fields.Parse(bytes, "connection file");
            var fields = new Fields("connection file", document.RootElement);
            var info = new ConnectionInfo(fields.Text("transport", "tcp"), fields.Text("ip", "127.0.0.1"),
                Port("shell_port"), Port("iopub_port"), Port("stdin_port"), Port("control_port"), Port("hb_port"), fields.Text("key", ""))
            { KernelName = fields.TextOrNull("kernel_name") };
            if (info.Transport is not ("tcp" or "ipc"))
                throw new MessageFormatException($"transport '{info.Transport}' is unknown; tcp and ipc are supported.");
            if (fields.Text("signature_scheme", Scheme) is var scheme && scheme != Scheme && info.Key.Length > 0)
                throw new MessageFormatException($"signature_scheme '{scheme}' is unknown; {Scheme} is supported.");
            return info;

            int Port(string name)
            {
                var port = fields.Number(name);
                return port is > 0 and <= ushort.MaxValue
                    ? port : throw new MessageFormatException($"'{name}' is {port}; a port from 1 to 65535 belongs there.");
            }
        }
        catch (MessageFormatException e)
        {
            throw new ConnectionFileException($"Connection file '{path}': {e.Message}", e);
        }
    }

    /// <summary>Writes a connection file that only its owner can read (mode 0600): it holds the key.</summary>
    public void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("transport", Transport);
        json.WriteString("ip", Ip);
        json.WriteNumber("shell_port", ShellPort);
        json.WriteNumber("iopub_port", IopubPort);
        json.WriteNumber("stdin_port", StdinPort);
        json.WriteNumber("control_port", ControlPort);
        json.WriteNumber("hb_port", HeartbeatPort);
        json.WriteString("key", Key);
        json.WriteString("signature_scheme", Scheme);
        if (KernelName is not null) json.WriteString("kernel_name", KernelName);
        json.WriteEndObject();
    }
}
