using System.Text.Json.Nodes;
using Qiansi.Contracts;

namespace Qiansi.Documents;

/// <summary>A value that was shown, in one or more media types: a display or the cell's result.</summary>
public abstract class DataOutput : Output
{
    private protected DataOutput(MimeBundle data, JsonObject? metadata)
    {
        Data = data;
        Metadata = metadata ?? [];
    }

    /// <summary>The renderings; JSON media types hold JSON text, binary ones base64.</summary>
    public MimeBundle Data { get; }

    /// <summary>Hints by media type (<c>{"image/png": {"width": 640}}</c>); empty when there are none.</summary>
    public JsonObject Metadata { get; }
}
