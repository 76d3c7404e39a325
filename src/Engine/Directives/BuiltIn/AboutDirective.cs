using System.Reflection;
using System.Runtime.InteropServices;
using Qiansi.Engine.Display;

namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!about</c>: the versions at work, for a report of a problem.</summary>
internal sealed class AboutDirective : IDirective
{
    public string Name => "about";

    public string Summary => "Shows the versions of the kernel, of .NET and of the system.";

    public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        var roslyn = typeof(Microsoft.CodeAnalysis.Compilation).Assembly;
        List<(string Name, string Value)> facts =
        [
            ("Qiansi", Version(typeof(AboutDirective).Assembly)),
            (".NET", RuntimeInformation.FrameworkDescription),
            ("C# compiler", Version(roslyn)),
            ("System", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}"),
            ("Processors", $"{Environment.ProcessorCount}"),
            ("Folder", context.Session.WorkingDirectory),
            ("C# guide", "https://learn.microsoft.com/dotnet/csharp/"),
            ("Jupyter", "https://jupyter.org/"),
        ];
        var html = string.Concat(facts.Select(f => $"<tr><td>{f.Name}</td><td>{Linked(f.Value)}</td></tr>"));
        var plain = string.Join('\n', facts.Select(f => $"{f.Name + ':',-13}{f.Value}"));
        context.Output.Display(
            new MimeBundle { { "text/html", $"<table class=\"dni-table\"><tbody>{html}</tbody></table>" }, { "text/plain", plain } });
        return Task.CompletedTask;
    }

    /// <summary>The version as built, without the commit behind its plus sign.</summary>
    private static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? assembly.GetName().Version?.ToString() ?? "unknown";

    private static string Linked(string value)
    {
        var text = HtmlText.Escape(value);
        return value.StartsWith("https://", StringComparison.Ordinal) ? $"<a href=\"{text}\">{text}</a>" : text;
    }
}
