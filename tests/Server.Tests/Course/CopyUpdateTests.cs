using Qiansi.Documents;
using Qiansi.Server.Course;

namespace Qiansi.Server.Tests.Course;

public sealed class CopyUpdateTests
{
    private static Notebook Of(params (string Id, string Source)[] cells)
    {
        var notebook = new Notebook();
        notebook.Cells.AddRange(cells.Select(c => new Cell(CellKind.Code, c.Source) { Id = c.Id }));
        return notebook;
    }

    private static Notebook Copy(params (string Id, string Source)[] cells)
    {
        var copy = Of(cells);
        CopyUpdate.Begin(copy);
        return copy;
    }

    private static string[] Text(Notebook notebook) => [.. notebook.Cells.Select(c => $"{c.Id}: {c.Source}")];

    [Fact]
    public void What_the_student_has_not_touched_follows_the_chapter_and_the_rest_stays()
    {
        var work = Copy(("a", "old"), ("b", "stub"), ("c", "check"), ("d", "gone"), ("e", "gone too"));
        work.Cells[1].Source = "my answer";
        work.Cells[4].Source = "my notes in it";
        work.Cells.Insert(2, new(CellKind.Code, "my cell") { Id = "x" });
        work.Cells[0].Outputs = [new StreamOutput("stdout", "1")];
        work.Cells[1].Outputs = [new StreamOutput("stdout", "2")];

        Assert.True(CopyUpdate.Apply(work, Of(("n", "new"), ("a", "better"), ("b", "better stub"), ("c", "check"))));

        Assert.Equal(["n: new", "a: better", "b: my answer", "x: my cell", "c: check", "e: my notes in it"], Text(work));
        Assert.Empty(work.Cells[1].Outputs);
        Assert.Single(work.Cells[2].Outputs);
        Assert.False(CopyUpdate.Apply(work, Of(("n", "new"), ("a", "better"), ("b", "better stub"), ("c", "check"))));
    }

    [Fact]
    public void A_locked_check_is_always_the_chapters_and_a_deleted_cell_stays_deleted()
    {
        var work = Copy(("a", "1"), ("b", "2"), ("check", "old"));
        work.Cells.RemoveAt(0);
        work.Cells[1].Source = "altered";
        var chapter = Of(("a", "1"), ("b", "3"), ("check", "new"));
        chapter.Cells[2].Metadata["editable"] = false;

        Assert.True(CopyUpdate.Apply(work, chapter));
        Assert.Equal(["b: 3", "check: new"], Text(work));

        work.Cells.RemoveAt(1);
        chapter = Of(("b", "4"), ("check", "new"));
        chapter.Cells[1].Metadata["editable"] = false;
        Assert.True(CopyUpdate.Apply(work, chapter));
        Assert.Equal(["b: 4", "check: new"], Text(work));
    }

    [Fact]
    public void A_cell_that_was_moved_or_copied_is_there_once_more_than_never()
    {
        var work = Copy(("a", "1"), ("b", "2"));
        work.Cells.Reverse();
        work.Cells.Add(new(CellKind.Code, "mine") { Id = "a" }); // as some programs copy cells

        Assert.True(CopyUpdate.Apply(work, Of(("a", "1"), ("b", "3"))));
        Assert.Equal(["a: 1", "a: mine", "b: 3"], Text(work));
    }

    [Fact]
    public void A_notebook_that_is_no_copy_of_ours_is_left_alone()
    {
        var work = Of(("a", "1"));

        Assert.False(CopyUpdate.Apply(work, Of(("a", "2"))));
        Assert.Equal(["a: 1"], Text(work));
    }
}
