using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Lexing;

namespace Qiansi.Snl.Tests;

/// <summary>
/// The programs of <c>programs/feature/behaviour.snl</c>. Each says in its comments what must happen: <c>{ in: 3 4 }</c> its input; <c>{
/// out: 1 2 }</c> lines it writes; <c>{ SNL201 @5 }</c> a diagnostic on this
/// line at column 5 (<c>@7:5</c>: on line 7); <c>{ fault: DivisionByZero }</c> what stops it on this line. There must be nothing else.
/// </summary>
internal sealed record TestProgram(string Name, SourceText Source, string Input, string Output, IReadOnlyList<string> Diagnostics,
    string Fault)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "programs");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.snl", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public bool Runs =>
        !Diagnostics.Any(d =>
        d.Contains("SNL1", StringComparison.Ordinal) || d.Contains("SNL2", StringComparison.Ordinal)
        || d.Contains("SNL3", StringComparison.Ordinal));

    public static TestProgram Load(string name)
    {
        var source = SourceText.FromFile(Path.Combine(Folder, name));
        var (input, output, fault) = ("", "", "");
        var diagnostics = new List<string>();
        var expectations = 0;
        foreach (var span in Lexer.Scan(source, new DiagnosticBag()).Comments)
        {
            var line = source.PositionOf(span.Start).Line;
            var text = source[span].ToString().Trim('{', '}', ' ', '\n', '\r');
            var colon = text.IndexOf(": ", StringComparison.Ordinal);
            var (key, value) = colon < 0 ? ("", text) : (text[..colon], text[(colon + 2)..].Trim());
            expectations++;
            switch (key)
            {
                case "in":
                    input += value + "\n";
                    break;
                case "out":
                    output += string.Concat(value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w + "\n"));
                    break;
                case "fault":
                    fault = $"{line} {value}";
                    break;
                default:
                    if (!value.StartsWith("SNL", StringComparison.Ordinal))
                    {
                        expectations--;
                        break;
                    }

                    foreach (var one in value.Split(", "))
                    {
                        var (code, place) = (one.Split(" @")[0], one.Split(" @")[1]);
                        diagnostics.Add($"{(place.Contains(':', StringComparison.Ordinal) ? place : $"{line}:{place}")} {code}");
                    }

                    break;
            }
        }

        Assert.True(expectations > 0, $"{name} expects nothing");
        return new(name, source, input, output, diagnostics, fault);
    }
}
