using Qiansi.Tool.Exercises.Rubrics;

namespace Qiansi.Chapters.Lint;

/// <summary>Rubrics of chapters as <c>nb grade</c> reads them.</summary>
public sealed class RubricTests
{
    [Theory]
    [MemberData(nameof(ChapterTests.Lessons), MemberType = typeof(ChapterTests))]
    public void Every_chapter_has_an_open_exercise_whose_rubric_adds_up(string name)
    {
        var rubrics = RubricReader.Of(Chapter.Load(name).Notebook.Cells).Select(r => r.Rubric).ToList();

        Assert.NotEmpty(rubrics);
        foreach (var rubric in rubrics)
        {
            Assert.True(rubric.Rows.Count > 2, $"{rubric.Id} has {rubric.Rows.Count} rows");
            Assert.True(rubric.Stated is null || rubric.Stated == rubric.Points,
                $"{rubric.Id} says {rubric.Stated} points, its rows have {rubric.Points}");
            Assert.All(rubric.Rows, row => Assert.InRange(row.What.Length, 5, 300));
        }
    }
}
