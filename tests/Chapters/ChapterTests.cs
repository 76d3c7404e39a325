using Qiansi.Chapters.Lint;

namespace Qiansi.Chapters;

/// <summary>Every notebook of the course, as it is committed.</summary>
public sealed class ChapterTests
{
    public static TheoryData<string> All => [.. Chapter.Names];

    public static TheoryData<string> Lessons => [.. Chapter.Lessons];

    [Theory]
    [MemberData(nameof(All))]
    public void A_notebook_keeps_to_the_rules(string name)
    {
        var chapter = Chapter.Load(name);
        Assert.Empty(ChapterLint.Problems(chapter.Notebook, chapter.Bytes));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Lessons))]
    public void A_chapter_has_all_a_chapter_has(string name) => Assert.Empty(LessonLint.Problems(Chapter.Load(name).Notebook));

    [Theory]
    [MemberData(nameof(All))]
    public void A_chapter_is_short_enough(string name) => Assert.Empty(ShapeLint.Problems(Chapter.Load(name).Notebook));
}
