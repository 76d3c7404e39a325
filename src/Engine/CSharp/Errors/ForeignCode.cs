using System.Text.RegularExpressions;
using Qiansi.Engine.Directives;

namespace Qiansi.Engine.CSharp.Errors;

/// <summary>Recognises lines of IPython, Python and F# in a cell that does not compile as C#.</summary>
internal static partial class ForeignCode
{
    private const string Python = "This reads as Python. For cells of Python: #!connect jupyter --kernel-spec python3 --kernel-name py, "
        + "then #!py as a cell's first line.";

    /// <summary>A sentence that helps; null when the cell reads as C#.</summary>
    public static string? Hint(string code)
    {
        if (Magic().Match(code) is { Success: true } magic)
        {
            return magic.Groups["name"].Value switch
            {
                "time" or "timeit" => "%time is IPython's; here #!time as the cell's first line measures it.",
                "who" or "whos" or "lsmagic" or "load" =>
                    $"%{magic.Groups["name"].Value} is IPython's; #!lsmagic lists the directives there are, #!whos the variables.",
                "pip" or "conda" => Packages,
                "matplotlib" => "%matplotlib is IPython's and not needed: charts are shown below their cell.",
                var other => $"%{other} is IPython's; #!lsmagic lists the directives of this kernel.",
            };
        }

        if (Shell().Match(code) is { Success: true } shell)
            return shell.Groups["name"].Value is "pip" or "conda" or "apt" or "dotnet" ? Packages
                : $"!{shell.Groups["name"].Value} is IPython's way to run a program; in C#: "
                    + $"System.Diagnostics.Process.Start(\"{shell.Groups["name"].Value}\"), and Directory, File and Path for files.";
        if (Question().IsMatch(code)) return "Documentation is shown by Shift+Tab behind a name.";
        if (PythonLine().IsMatch(code)) return Python;
        return FSharpLine().IsMatch(code) && !code.Contains("select", StringComparison.Ordinal)
            ? "This reads as F#. A cell in F# begins with the line #!fsharp." : null;
    }

    private const string Packages = "Packages come by a line of the cell: #r \"nuget: Name\".";

    [GeneratedRegex(@"^[ \t]*%%?(?<name>[a-z]+)\b", RegexOptions.Multiline)]
    private static partial Regex Magic();

    [GeneratedRegex(@"^!(?<name>[a-z]+)\b[^;]*$", RegexOptions.Multiline)]
    private static partial Regex Shell();

    [GeneratedRegex(@"^\s*(\?{1,2}[\w.]+|[\w.]+\?{1,2})\s*$")]
    private static partial Regex Question();

    [GeneratedRegex(
        @"^[ \t]*(import [\w.]+( as \w+)?|from [\w.]+ import .+|def \w+\(.*\).*:|(if|elif|for|while|with) [^(\r\n].*:|"
        + @"else:|try:|print [^(].*)[ \t]*\r?$",
        RegexOptions.Multiline)]
    private static partial Regex PythonLine();

    [GeneratedRegex(@"^[ \t]*(let (mutable |rec |inline )?\w+[^;{]*=|open [A-Z][\w.]*[ \t]*\r?$|printfn? "")", RegexOptions.Multiline)]
    private static partial Regex FSharpLine();
}
