using System.Text.Json.Nodes;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

/// <summary>A chapter as a student meets it: a copy without solutions, checks of what is typed, a solution after a try.</summary>
[Collection(nameof(RunningLab))]
public sealed class ExerciseTests(RunningLab lab)
{
    private const string Check = """Exercise.Check("square", Expect.Equal("of three", 9, () => Square(3), hint: "Multiply."));""";

    private static string Grade(bool isCheck, string id) => new JsonObject
    {
        ["tags"] = isCheck ? new JsonArray() : new JsonArray("solution"),
        ["nbgrader"] =
            new JsonObject
            {
                ["grade"] = isCheck,
                ["solution"] = !isCheck,
                ["locked"] = isCheck,
                ["grade_id"] = id,
                ["points"] = 2,
                ["schema_version"] = 3,
                ["task"] = false
            },
    }.ToJsonString();

    [Fact]
    public async Task A_student_solves_an_exercise_in_a_copy_and_sees_a_solution_after_a_try()
    {
        Chromium.Require();
        var chapter = Notebook(
            Markdown("# Squares"),
            Code("int Square(int n) => Exercise.NotDone<int>();", """{"tags":["stub"]}"""),
            Code("int Square(int n) => n * n; // the teacher's", Grade(isCheck: false, "square")),
            Code(Check, Grade(isCheck: true, "square-check")));
        var file = await lab.WriteAsync("squares.ipynb", chapter);
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("squares.ipynb");
        await Microsoft.Playwright.Assertions.Expect(page.Cells).ToHaveCountAsync(3);
        Assert.Equal("int Square(int n) => Exercise.NotDone<int>();", await page.TextAsync(1));

        await page.CommandAsync("notebook:run-all-cells");
        await page.ExpectAsync(page.Output(2).First, "not done yet");
        await page.ExpectAsync(page.Output(2).First, "After a try, a solution can be shown here");

        await page.TypeAsync(1, "int Square(int n) => n + n;");
        await page.CommandAsync("notebook:run-all-cells");
        var box = page.Output(2).First;
        await page.ExpectAsync(box, "Expected 9, got 6");
        await page.ExpectAsync(box, "Hint: Multiply");
        await box.GetByText("Show a solution").ClickAsync();
        await page.ExpectAsync(box.Locator("pre"), "the teacher's");
        await page.PictureAsync("exercise");

        await page.TypeAsync(1, "int Square(int n) => n * n;");
        await page.CommandAsync("notebook:run-all-cells");
        await page.ExpectAsync(page.Output(2).First, "solved");
        await page.SaveAsync();

        var work = await File.ReadAllTextAsync(Path.Combine(lab.Folder, "my-work", "squares.ipynb"), TestContext.Current.CancellationToken);
        Assert.Contains("int Square(int n) => n * n;", work);
        Assert.Equal(chapter, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        await page.GoAsync("/");
        await page.PictureAsync("course");
        await page.ExpectAsync(page.Page.Locator("li", new() { HasText = "Squares" }), "done");
    }
}
