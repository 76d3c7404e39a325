using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Contracts;
using Qiansi.Teaching;

namespace Qiansi.Tool.Libraries;

/// <summary>Results of exercises as boxes, as text, and as JSON for <c>nb grade</c>.</summary>
internal static class ExerciseBundle
{
    /// <summary>Media type of the JSON: <c>{id, status, points, max_points, checks: [{name, points, outcome, problem,
    /// hint}]}</c>.</summary>
    public const string MediaType = "application/vnd.qiansi.exercise+json";

    /// <summary>The renderings of a result. Colours are Okabe and Ito's; marks say the same.</summary>
    public static MimeBundle Of(ExerciseResult result) => new()
    {
        { MediaType, Json(result) },
        { "text/html", Html(result) },
        { "text/plain", result.ToString() },
    };

    private static string Html(ExerciseResult result)
    {
        var (colour, tint, mark) = result.Status switch
        {
            ExerciseStatus.Done => ("#009e73", "rgba(0,158,115,.08)", "✓"),
            ExerciseStatus.NotDone => ("#e69f00", "rgba(230,159,0,.09)", "○"),
            _ => ("#d55e00", "rgba(213,94,0,.08)", "✗"),
        };
        var html = new StringBuilder();
        html.Append($"<div role=\"status\" style=\"border-left:4px solid {colour};background:{tint};border-radius:0 6px 6px "
            + "0;padding:.6em 1em;margin:.3em 0;max-width:60em;line-height:1.5\">");
        html.Append($"<div><b style=\"color:{colour}\" aria-hidden=\"true\">{mark}</b> <b>{Encode(result.Headline)}</b></div>");
        html.Append("<ul style=\"list-style:none;margin:.3em 0 0;padding:0\">");
        foreach (var check in result.Checks) html.Append(Item(check));
        return html.Append("</ul></div>").ToString();
    }

    private static string Item(CheckResult check)
    {
        var (colour, mark, label) = check.Outcome switch
        {
            CheckOutcome.Holds => ("#009e73", "✓", "holds"),
            CheckOutcome.NotDone => ("#e69f00", "○", "not done"),
            _ => ("#d55e00", "✗", "wrong"),
        };
        var problem = check.Problem is null ? "" : $"<div style=\"margin:.1em 0 .2em\">{Encode(check.Problem)}</div>";
        var hint = check.Hint is null || check.Outcome != CheckOutcome.Wrong
            ? "" : $"<div style=\"margin:.1em 0 .2em;opacity:.8\"><i>Hint:</i> {Encode(check.Hint)}</div>";
        return "<li style=\"margin:.15em 0;padding-left:1.5em;text-indent:-1.5em\"><span "
            + $"style=\"display:inline-block;width:1.5em;text-indent:0;color:{colour}\" title=\"{label}\">{mark}</span>{Encode(check.Name)}"
            + (problem.Length + hint.Length > 0 ? $"<div style=\"text-indent:0\">{problem}{hint}</div>" : "") + "</li>";
    }

    private static string Json(ExerciseResult result) => new JsonObject([.. Ticket(result)])
    {
        ["id"] = result.Id,
        ["status"] = result.Status switch { ExerciseStatus.Done => "done", ExerciseStatus.NotDone => "not-done", _ => "wrong" },
        ["points"] = result.Points,
        ["max_points"] = result.MaxPoints,
        ["checks"] = new JsonArray([.. result.Checks.Select(c => (JsonNode)new JsonObject
        {
            ["name"] = c.Name,
            ["points"] = c.Points,
            ["outcome"] = c.Outcome switch { CheckOutcome.Holds => "holds", CheckOutcome.NotDone => "not-done", _ => "wrong" },
            ["problem"] = c.Problem,
            ["hint"] = c.Hint,
        })]),
    }.ToJsonString();

    /// <summary>Only a graded run has one.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Ticket(ExerciseResult result) => result.Ticket is { } ticket
        ? [new("ticket", ticket)] : [];

    private static string Encode(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
