namespace Qiansi.Jupyter.Tests.Kernel;

/// <summary>Cells that talk to the sink itself, so that what is tested is the protocol and not the console.</summary>
internal static class Cells
{
    private const string Output = "Qiansi.Runtime.CurrentCell.Context!.Output";

    public static string Print(string text, string stream = "Output") =>
        $"{Output}.Write(Qiansi.Contracts.StandardStream.{stream}, {Literal(text)});\n";

    public static string Display(string text, string? id = null) =>
        $"{Output}.Display(Qiansi.Contracts.MimeBundle.Plain({Literal(text)}), {(id is null ? "null" : Literal(id))});\n";

    public static string Update(string text, string id) =>
        $"{Output}.UpdateDisplay(Qiansi.Contracts.MimeBundle.Plain({Literal(text)}), {Literal(id)});\n";

    public static string Clear(bool wait) => $"{Output}.ClearOutput({(wait ? "true" : "false")});\n";

    public static string Ask(string prompt, bool password) =>
        $"await {Output}.ReadInputAsync({Literal(prompt)}, {(password ? "true" : "false")}, "
        + "Qiansi.Runtime.CurrentCell.Context!.Cancellation)";

    private static string Literal(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
