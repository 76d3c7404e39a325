using Qiansi.Documents;

namespace Qiansi.Chapters.Lint;

/// <summary>One word for each term.</summary>
public sealed class GlossaryTests
{
    private static Glossary Course { get; } = Glossary.Parse(File.ReadAllText(Path.Combine(Chapter.Root, "notebooks", "glossary.md")));

    [Theory]
    [InlineData("an **epoch** (轮次) ends", "epoch is 周期 in the glossary, here 轮次")]
    [InlineData("## 3. Learning rate（步长）", "learning rate is 学习率 in the glossary, here 步长")]
    [InlineData("the logits (对数几率)", "logits is 得分")]
    [InlineData("mini-batches (批次) of 32", null)]
    [InlineData("two kernels (卷积核、模板)", "here 模板")]
    [InlineData("precision (查准率) and the batch (批次)", null)]
    [InlineData("a transposed convolution (转置卷积)", null)]
    [InlineData("a horse (马)", null)]
    [InlineData("an outlier (异常值) asks", "outlier is 离群值 in the glossary, here 异常值")]
    [InlineData("Schedules (学习率计划)", "schedule is 学习率调度")]
    [InlineData("the range test (学习率范围测试)", null)]
    [InlineData("the root of their moving average (滑动平均)", "moving average is 指数移动平均")]
    [InlineData("a mantissa (小数部分)", "mantissa is 尾数")]
    [InlineData("**subnormal** (非规格化数)", "subnormal is 次正规数")]
    [InlineData("Quantisation (量子化)", "quantisation is 量化")]
    [InlineData("Master weights (主要权重)", "master weights is 主权重")]
    [InlineData("one scale (比例) for all", "scale is 缩放因子")]
    public void A_term_with_another_word_is_found(string markdown, string? problem)
    {
        var problems = Course.Problems(new Notebook { Cells = { new Cell(CellKind.Markdown, markdown) } }).ToList();
        if (problem is null) Assert.Empty(problems);
        else Assert.Contains(problem, Assert.Single(problems));
    }

    [Fact]
    public void The_glossary_has_the_terms_of_the_course() => Assert.True(Course.Count > 60, $"{Course.Count} terms");

    [Theory]
    [MemberData(nameof(ChapterTests.All), MemberType = typeof(ChapterTests))]
    public void A_chapter_uses_the_words_of_the_glossary(string name) => Assert.Empty(Course.Problems(Chapter.Load(name).Notebook));
}
