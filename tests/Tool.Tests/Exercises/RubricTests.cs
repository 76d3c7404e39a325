using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Tool.Exercises.Grading;
using Qiansi.Tool.Exercises.Rubrics;

namespace Qiansi.Tool.Tests.Exercises;

public sealed class RubricTests : IDisposable
{
    private const string Open = """
        ## Exercises without a check

        **Exercise 8 ★★ Experiment.** Is one enough?
        <details><summary>Hint</summary>Two (2).</details>
        <details><summary>Rubric (10 points)</summary>Only `f(2)` changes, as said (3);
        rates tuned (3.5); seeds and spread (3.5).</details>

        ### Open project ★★★: eight bits

        Train it. *Rubric:* the format, tested on
        all patterns (4 points); what failed (2).

        Not of the rubric (7).
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rubrics_are_read_in_both_forms_with_rows_points_and_titles()
    {
        var rubrics = RubricReader.Of([Text(Open)]).Select(r => r.Rubric).ToList();

        Assert.Equal(["exercise-8", "open-project"], rubrics.Select(r => r.Id));
        Assert.Equal(["Exercise 8 Experiment", "Open project : eight bits"], rubrics.Select(r => r.Title));
        Assert.Equal(
            [new("Only f(2) changes, as said", 3), new("rates tuned", 3.5), new("seeds and spread", 3.5)], rubrics[0].Rows);
        Assert.Equal([new("the format, tested on all patterns", 4), new("what failed", 2)], rubrics[1].Rows);
        Assert.Equal((10, 10.0, null), (rubrics[0].Points, rubrics[0].Stated!.Value, rubrics[1].Stated));
    }

    [Fact]
    public void A_table_with_points_in_its_last_column_is_a_rubric()
    {
        var rubric = Assert.Single(RubricReader.Of([Text("""
            ### Exercise 10 (★★★, open project): a `repeat`

            | optimiser | steps |
            |---|---|
            | none | 7 |

            | | points |
            |---|---|
            | both parsers, equal trees (of ten) | 3 |
            | the `grammar` | 2.5 |
            """)])).Rubric;

        Assert.Equal("exercise-10", rubric.Id);
        Assert.Equal([new("both parsers, equal trees (of ten)", 3), new("the grammar", 2.5)], rubric.Rows);
    }

    [Fact]
    public void Two_rubrics_of_one_title_have_two_ids_and_a_wrong_sum_is_remarked_on()
    {
        const string one = "### Project\n\n<details><summary>What a good answer has (5 points)</summary>All (2). More (1).</details>";
        var notebook = ExerciseNotebook.Of(Text(one), Text(one));

        var projects = OpenProjects.Of(notebook, [], [], Places(notebook));

        Assert.Equal(["project", "project-2"], projects.Exercises.Select(e => e.Id));
        Assert.Equal("the rubric of project says 5 points, its rows have 3", projects.Remarks[0]);
    }

    [Fact]
    public void Cells_behind_an_exercise_and_those_that_name_it_are_its_answer()
    {
        var (open, next, answer) = (Text(Open), Text("## Questions"), ExerciseNotebook.Solution("step", "1"));
        Cell[] own = [Text("My report"), ExerciseNotebook.Code("// exercise 8: the sweep"), ExerciseNotebook.Code("Draw()")];
        var notebook = ExerciseNotebook.Of(own[1], own[2], open, own[0], next, answer);
        var parts = Tool.Exercises.GradeMetadata.OfAll(notebook, "x");

        var projects = OpenProjects.Of(notebook, parts, [.. own, answer], Places(notebook));

        Assert.Equal([1, 2, 4], projects.Exercises[0].Written.Select(w => w.Number));
        Assert.Equal([new(4, "markdown", "My report")], projects.Exercises[1].Written);
        Assert.All(projects.Exercises, e => Assert.Equal("manual", e.Status));
        Assert.Equal("not-done", OpenProjects.Of(notebook, parts, [answer], Places(notebook)).Exercises[0].Status);
    }

    [Fact]
    public void The_teacher_sees_the_rows_and_where_to_look()
    {
        Assert.Equal(
            ["in/anna.ipynb: 0 of 0 points, 10 more for a person to give", "  ? exercise-8    to be read, 10 points",
                "      Exercise 8 Experiment", "      1. Only f(2) changes, as said (3)", "      2. rates tuned (3.5)",
                "      3. seeds and spread (3.5)", "      in cell 2 (code): // exercise 8", "  ○ open-project  nothing written, 6 points"],
            ScoreText.Lines(Graded("anna")));
        var exercise = JsonNode.Parse(ScoreJson.Of([Graded("anna")]))!["students"]![0]!["notebooks"]![0]!["exercises"]![0]!;
        Assert.Equal(3.5, (double)exercise["rubric"]!["rows"]![1]!["max_points"]!);
        Assert.Equal(2, (int)exercise["written"]![0]!["cell"]!);
        Assert.Equal("in/anna.ipynb", (string?)exercise["written"]![0]!["file"]);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    public void Points_that_are_entered_in_the_form_are_summed(char separator)
    {
        var all = new[] { Graded("anna"), Graded("=ben") };
        var lines = RubricForm.Of(all).TrimEnd().Split("\r\n");
        Assert.Equal(7, lines.Length); // the head, and three rows a student: nothing was written for the other project
        Assert.Equal("anna,anna.ipynb,exercise-8,1,\"Only f(2) changes, as said\",3,,,cell 2", lines[1]);
        // Anna gets all; of Ben's rows one is read.
        lines = [lines[0], lines[1].Replace("3,,,", "3,3,\"so, fine\","), lines[2].Replace("3.5,,,", "3.5,3.5,,"),
            lines[3].Replace("3.5,,,", "3.5,1,,"), lines[4].Replace("3,,,", "3,2,,"), .. lines[5..]];
        var text = string.Join('\n', lines.Select(l => separator == ';' ? l.Replace("\"so, fine\"", "so fine")
            .Replace("changes, as", "changes as").Replace("\"", "").Replace(',', ';') : l));
        var points = new RubricPoints(Saved("\uFEFF" + text));

        var given = all.Select(points.Apply).ToArray();

        Assert.Equal([7.5, 2], given.Select(g => g.Points));
        Assert.Equal([10, 10], given.Select(g => g.MaxPoints));
        Assert.Equal([0, 0], given.Select(g => g.ManualPoints));
        var said = ScoreText.Lines(given[0]).ToList();
        Assert.Contains("  • exercise-8    7.5 of 10", said);
        Assert.Contains(said, l => l.StartsWith("      1. Only f(2) changes, as said (3 of 3): so", StringComparison.Ordinal));
        Assert.Contains("  • exercise-8    2 of 10  1 of 3 rows have points", ScoreText.Lines(given[1]));
        Assert.StartsWith("student,points,max_points,percent,manual_points,exercise-8,open-project,remarks\r\nanna,7.5,10,75,0,7.5,,",
            ScoreCsv.Of(given));
    }

    [Theory]
    [InlineData("student,notebook,exercise,row\n", "has no column 'points'")]
    [InlineData("anna,anna.ipynb,exercise-8,1,4\n", "line 2: 4 points for row 1 of exercise-8, which is worth 3")]
    [InlineData("anna,anna.ipynb,exercise-8,9,1\n", "line 2: exercise-8 has 3 rows, there is no row 9")]
    [InlineData("anna,anna.ipynb,exercise-9,1,1\n", "it has exercise-8, open-project")]
    [InlineData("anna,anna.ipynb,exercise-8,1,much\n", "line 2: the points are 'much'")]
    [InlineData("anna,anna.ipynb,exercise-8,1,-1\n", "line 2: the points are '-1'")]
    [InlineData("anna,anna.ipynb,exercise-8,one,1\n", "line 2: the row is 'one'")]
    [InlineData("anna,anna.ipynb,exercise-8,1,1\nanna,anna.ipynb,exercise-8,1,1\n", "line 3: row 1 of exercise-8 is there twice")]
    public void A_mistake_in_the_points_is_told_with_its_line(string text, string told)
    {
        if (!text.StartsWith("student", StringComparison.Ordinal)) text = "student,notebook,exercise,row,points\n" + text;
        var path = Saved(text);

        var error = Assert.Throws<CommandException>(() => new RubricPoints(path).Apply(Graded("anna")));

        Assert.Contains(told, error.Message);
    }

    [Fact]
    public void Students_who_are_not_graded_now_may_be_in_the_file()
    {
        var points = new RubricPoints(Saved("student,notebook,exercise,row,points\nzoe,zoe.ipynb,exercise-1,1,50\n"));

        Assert.Equal("manual", points.Apply(Graded("anna")).Exercises[0].Status);
    }

    private string Saved(string text)
    {
        File.WriteAllText(_folder["points.csv"], text);
        return _folder["points.csv"];
    }

    private static GradedNotebook Graded(string student)
    {
        var own = ExerciseNotebook.Code("// exercise 8");
        var notebook = ExerciseNotebook.Of(Text(Open), own);
        return new(student, $"in/{student}.ipynb") { Exercises = OpenProjects.Of(notebook, [], [own], Places(notebook)).Exercises };
    }

    private static Cell Text(string markdown) => new(CellKind.Markdown, markdown);

    private static Dictionary<Cell, int> Places(Notebook notebook) => notebook.Cells.Index().ToDictionary(c => c.Item, c => c.Index + 1);
}
