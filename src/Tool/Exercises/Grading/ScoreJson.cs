using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qiansi.Tool.Exercises.Rubrics;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>Scores as JSON, with all that the checks said.</summary>
internal static class ScoreJson
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole file: <c>{students: [{student, points, max_points, manual_points, notebooks: [{file, …, exercises: […], remarks,
    /// failure}]}]}</c>.</summary>
    public static string Of(IReadOnlyList<GradedNotebook> all) => new JsonObject
    {
        ["students"] = new JsonArray([.. all.GroupBy(g => g.Student).Select(s => (JsonNode)new JsonObject
        {
            ["student"] = s.Key,
            ["points"] = s.Sum(g => g.Points),
            ["max_points"] = s.Sum(g => g.MaxPoints),
            ["manual_points"] = s.Sum(g => g.ManualPoints),
            ["notebooks"] = new JsonArray([.. s.Select(OfNotebook)]),
        })]),
    }.ToJsonString(Readable) + "\n";

    private static JsonNode OfNotebook(GradedNotebook graded) => new JsonObject
    {
        ["file"] = graded.Path,
        ["points"] = graded.Points,
        ["max_points"] = graded.MaxPoints,
        ["manual_points"] = graded.ManualPoints,
        ["exercises"] = new JsonArray([.. graded.Exercises.Select(e => (JsonNode)new JsonObject
        {
            ["id"] = e.Id,
            ["status"] = e.Status,
            ["points"] = e.Points,
            ["max_points"] = e.MaxPoints,
            ["problems"] = Texts(e.Problems),
            ["checks"] = e.Checks?.DeepClone(),
            ["rubric"] = e.Rubric is null ? null : OfRubric(e, e.Rubric),
            ["written"] = new JsonArray([.. e.Written.Select(w => (JsonNode)new JsonObject
            {
                ["file"] = graded.Path,
                ["cell"] = w.Number,
                ["kind"] = w.Kind,
                ["title"] = w.Title,
            })]),
        })]),
        ["remarks"] = Texts(graded.Remarks),
        ["failure"] = graded.Failure,
    };

    private static JsonObject OfRubric(GradedExercise exercise, Rubric rubric) => new()
    {
        ["title"] = rubric.Title,
        ["rows"] = new JsonArray([.. rubric.Rows.Select((r, i) => (JsonNode)new JsonObject
        {
            ["what"] = r.What,
            ["max_points"] = r.Points,
            ["points"] = exercise.Given.ElementAtOrDefault(i)?.Points,
            ["comment"] = exercise.Given.ElementAtOrDefault(i)?.Comment,
        })]),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);
}
