using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary>The <c>language_info</c> of a kernel, which front ends also store in the notebook.</summary>
/// <param name="Name">Language: <c>C#</c>, <c>python</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="MimeType">Of a script in it.</param>
/// <param name="FileExtension">Of a script in it, with the dot.</param>
public sealed record LanguageInfo(string Name, string Version, string MimeType, string FileExtension)
{
    /// <summary>Lexer of Pygments; the language's name when null.</summary>
    public string? PygmentsLexer { get; init; }

    /// <summary>CodeMirror mode, a JSON string or object; the language's name when null.</summary>
    public RawJson? CodeMirrorMode { get; init; }

    /// <summary>Exporter of nbconvert, when not <c>script</c>.</summary>
    public string? NbconvertExporter { get; init; }

    internal void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("name", Name);
        json.WriteString("version", Version);
        json.WriteString("mimetype", MimeType);
        json.WriteString("file_extension", FileExtension);
        if (PygmentsLexer is not null) json.WriteString("pygments_lexer", PygmentsLexer);
        if (CodeMirrorMode is { } mode) json.WriteJson("codemirror_mode", mode);
        if (NbconvertExporter is not null) json.WriteString("nbconvert_exporter", NbconvertExporter);
        json.WriteEndObject();
    }

    internal static LanguageInfo Read(Fields? fields) => fields is not { } f
        ? new("", "", "", "")
        : new(f.Text("name", ""), f.Text("version", ""), f.Text("mimetype", ""), f.Text("file_extension", ""))
        {
            PygmentsLexer = f.TextOrNull("pygments_lexer"),
            CodeMirrorMode = f.JsonOrNull("codemirror_mode"),
            NbconvertExporter = f.TextOrNull("nbconvert_exporter"),
        };
}

/// <summary><c>kernel_info_reply</c>: what the kernel is.</summary>
/// <param name="Implementation">The kernel's name.</param>
/// <param name="ImplementationVersion">Its version.</param>
/// <param name="Language">Its language.</param>
public sealed record KernelInfoReply(string Implementation, string ImplementationVersion, LanguageInfo Language) : ReplyContent
{
    /// <inheritdoc />
    public override string MessageType => "kernel_info_reply";

    /// <summary>Version of the messaging protocol it speaks.</summary>
    public string ProtocolVersion { get; init; } = MessageHeader.ProtocolVersion;

    /// <summary>A line for consoles.</summary>
    public string Banner { get; init; } = "";

    /// <summary>Whether it can be debugged through <c>debug_request</c>.</summary>
    public bool Debugger { get; init; }

    /// <summary>Links for a help menu: text and URL.</summary>
    public IReadOnlyList<(string Text, string Url)> HelpLinks { get; init; } = [];

    private protected override void WriteReply(Utf8JsonWriter json)
    {
        json.WriteString("protocol_version", ProtocolVersion);
        json.WriteString("implementation", Implementation);
        json.WriteString("implementation_version", ImplementationVersion);
        Language.Write(json, "language_info");
        json.WriteString("banner", Banner);
        json.WriteBoolean("debugger", Debugger);
        json.WriteStartArray("help_links");
        foreach (var (text, url) in HelpLinks)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteString("url", url);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static KernelInfoReply Read(Fields fields)
    {
        var (status, error) = ReadStatus(fields);
        var links = new List<(string, string)>();
        foreach (var item in fields.Jsons("help_links"))
        {
            using var document = JsonDocument.Parse(item.Text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new MessageFormatException($"kernel_info_reply: a help link is not an object: {item}");
            var link = new Fields("kernel_info_reply.help_links", document.RootElement);
            links.Add((link.Text("text", ""), link.Text("url", "")));
        }
        return new(fields.Text("implementation", ""), fields.Text("implementation_version", ""),
            LanguageInfo.Read(fields.Nested("language_info")))
        {
            Status = status,
            Error = error,
            ProtocolVersion = fields.Text("protocol_version", ""),
            Banner = fields.Text("banner", ""),
            Debugger = fields.Flag("debugger", false),
            HelpLinks = links,
        };
    }
}
