using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Qiansi.Publishing.Formulas;

/// <summary>Turns formulas into MathML with KaTeX, which node runs; without it, into their TeX source in a readable style.</summary>
/// <param name="searchPath">Where node and npm are looked for, as in the environment's PATH.</param>
/// <param name="installationRoot">Folder that keeps KaTeX.</param>
public sealed class Typesetter(string? searchPath, string installationRoot)
{
    private static readonly TimeSpan RenderLimit = TimeSpan.FromMinutes(1);

    /// <summary>The typesetter of this user and machine.</summary>
    public static Typesetter Default => new(Environment.GetEnvironmentVariable("PATH"), KatexInstallation.DefaultRoot);

    /// <summary>HTML of each formula, in order.</summary>
    /// <param name="formulas">The formulas of a page, which share the macros they define.</param>
    /// <param name="warnings">Gets what could not be typeset, and why.</param>
    internal IReadOnlyList<string> Typeset(IReadOnlyList<Formula> formulas, List<string> warnings)
    {
        if (formulas.Count == 0) return [];
        try
        {
            var answers = Ask(formulas);
            return [.. formulas.Zip(answers, (formula, answer) => Html(formula, answer, warnings))];
        }
        catch (TypesettingException e)
        {
            var count = formulas.Count == 1 ? "The formula is" : $"The {formulas.Count} formulas are";
            warnings.Add($"{count} shown as TeX source: {e.Message}.");
            return [.. formulas.Select(f => TexSource(f, null))];
        }
    }

    private Answer[] Ask(IReadOnlyList<Formula> formulas)
    {
        var node = ChildProcess.Find("node", searchPath)
            ?? throw new TypesettingException(
                "node was not found, which typesets them; install Node.js 20 or later (with npm) and write the page again");
        var script = KatexInstallation.Ensure(installationRoot, ChildProcess.Find("npm", searchPath));
        var request = JsonSerializer.Serialize(
            [.. formulas.Select(f => new Question(f.Tex, f.Display))], TypesetterJson.Default.QuestionArray);
        var run = ChildProcess.Run(node, [script], request, Path.GetDirectoryName(script)!, RenderLimit);
        if (run.ExitCode != 0)
            throw new TypesettingException($"node ended with exit code {run.ExitCode} ({run.Error.Trim().Split('\n')[^1]}); "
                + $"delete {Path.GetDirectoryName(script)} and write the page again");
        var answers = JsonSerializer.Deserialize(run.Output, TypesetterJson.Default.AnswerArray);
        return answers?.Length == formulas.Count
            ? answers
            : throw new TypesettingException($"KaTeX answered {answers?.Length ?? 0} of {formulas.Count} formulas; "
                + $"delete {Path.GetDirectoryName(script)} and write the page again");
    }

    private static string Html(Formula formula, Answer answer, List<string> warnings)
    {
        if (answer.Mathml is { } mathml)
        {
            var drawn = BrowserMathml.From(mathml);
            return formula.Display ? $"<span class=\"formula\">{drawn}</span>" : InlineBreaks.Allow(drawn);
        }

        warnings.Add($"{formula.Place}: the formula {Excerpt(formula.Source)} is shown as TeX source: {answer.Error}");
        return TexSource(formula, answer.Error);
    }

    private static string TexSource(Formula formula, string? error)
    {
        var title = error is null ? "" : $" title=\"{WebUtility.HtmlEncode(error)}\"";
        var style = (formula.Display ? "tex tex-display" : "tex") + (error is null ? "" : " tex-error");
        return $"<code class=\"{style}\"{title}>{WebUtility.HtmlEncode(formula.Tex)}</code>";
    }

    private static string Excerpt(string source)
    {
        var line = source.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..57] + "…";
    }

    internal sealed record Question(string Tex, bool Display);

    internal sealed record Answer(string? Mathml, string? Error);
}

/// <summary>Source-generated: no reflection on the way to a page.</summary>
[JsonSerializable(typeof(Typesetter.Question[]))]
[JsonSerializable(typeof(Typesetter.Answer[]))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TypesetterJson : JsonSerializerContext;
