using System.Text.Json;
using Qiansi.Server.Kernels;

namespace Qiansi.Server.Sessions;

/// <summary>A document and the kernel it runs on.</summary>
/// <param name="Id">Its id, given by the server.</param>
/// <param name="Path">The document's path, or whatever a console calls itself.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Type"><c>notebook</c>, <c>console</c>, <c>file</c>.</param>
/// <param name="Kernel">The kernel.</param>
internal sealed record Session(string Id, string Path, string Name, string Type, HostedKernel Kernel)
{
    /// <summary>Writes it as Jupyter Server does.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("path", Path);
        json.WriteString("name", Name);
        json.WriteString("type", Type);
        json.WritePropertyName("kernel");
        KernelRoutes.Write(json, Kernel);
        if (Type == "notebook")
        {
            json.WriteStartObject("notebook");
            json.WriteString("path", Path);
            json.WriteString("name", Name);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
