using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.CSharp;

/// <summary>A type declared in a cell is one type to every later cell, and to the editor.</summary>
public sealed class TypeIdentityTests : SessionTest
{
    [Fact]
    public async Task A_variable_keeps_the_type_declared_beside_it()
    {
        await Run("public record Point(double X, double Y);\nvar p = new Point(1, 2);");
        await Run("public static class Ext { extension(Point q) { public double Twice => 2 * q.X; } }");

        Assert.Equal("2", await Run("Point same = p; same.Twice"));
    }

    [Fact]
    public async Task Completion_knows_extension_members_of_earlier_cells()
    {
        await Run("/// <summary>A place.</summary>\npublic record Point(double X, double Y);\nvar p = new Point(1, 2);");
        await Run("public static class Ext { extension(Point q) { public double Twice => 2 * q.X; } }");

        CompletionList list = await Session.CompleteAsync("p.", 2, TestContext.Current.CancellationToken);
        MimeBundle? page = await Session.InspectAsync("Point q;", 2, TestContext.Current.CancellationToken);

        Assert.Contains(list.Items, item => item.Text == "Twice");
        Assert.Contains("A place.", page!["text/plain"]);
    }

    [Fact]
    public async Task Asking_while_a_cell_compiles_leaves_its_types_whole()
    {
        Task<CompletionList>[] asked =
            [.. Enumerable.Range(0, 8).Select(_ => Session.CompleteAsync("Console.", 8, TestContext.Current.CancellationToken))];
        await Run("var numbers = new List<int> { 1, 2 };");
        await Task.WhenAll(asked);

        Assert.Equal("3", await Run("numbers.Where(n => n > 0).Sum()"));
        CompletionList list = await Session.CompleteAsync("numbers.Where(n => n.", 21, TestContext.Current.CancellationToken);
        Assert.Contains(list.Items, item => item.Text == "CompareTo");
    }
}
