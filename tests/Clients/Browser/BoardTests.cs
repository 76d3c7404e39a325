using Microsoft.Playwright;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

/// <summary>Boards that are clicked.</summary>
[Collection(nameof(RunningLab))]
public sealed class BoardTests(RunningLab lab)
{
    [Fact]
    public async Task Clicks_and_keys_change_a_board_and_tell_what_went_wrong()
    {
        Chromium.Require();
        await using var page = await OpenAsync("board.ipynb", Code(
            "var p = new BoardPicture(3, 3);\np.Show((x, y) => { Console.WriteLine($\"{x}, {y}\"); return p.Put(x, y, \"♕\"); })"));
        await page.RunAsync();
        var board = page.Output(0).Locator("[data-qiansi-board]");
        await board.Locator("[data-qiansi-square='2 0']").ClickAsync();
        await Assertions.Expect(board.GetByText("♕")).ToHaveCountAsync(1);
        // The square has kept the focus; keys go on from it, and JupyterLab's own shortcuts rest.
        foreach (var key in (string[])["ArrowLeft", "ArrowRight", "ArrowUp", "Enter"]) await page.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(board.GetByText("♕")).ToHaveCountAsync(2);
        await page.ExpectAsync(page.Output(0).Last, "2, 0\\n2, 1");
        await page.PictureAsync("board");

        await page.Page.EvaluateAsync("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()");
        await board.Locator("[data-qiansi-square='0 0']").ClickAsync();
        await page.ExpectAsync(page.Page.Locator(".Toastify__toast"), "this board is of an earlier run; run its cell again");
    }

    [Fact]
    public async Task The_Amazons_are_played_against_the_engine()
    {
        Chromium.Require();
        await using var page = await OpenAsync("amazons.ipynb", Code(
            "using Qiansi.Amazons;\nvar game = Board.Start(6);\ngame.PlayAgainst(new TreeSearch(), seconds: 0.1)"), Code("game.FreeCount"));
        await page.RunAsync();
        var board = page.Output(0).Locator("[data-qiansi-board]");
        await page.ExpectAsync(board, "You are White: click an amazon");
        var amazon = board.Locator("[data-qiansi-square]").Filter(new() { HasText = "b1" });
        await amazon.ClickAsync();
        await page.ExpectAsync(board, "click where it goes");
        await board.Locator("[data-qiansi-square='1 1']").ClickAsync();
        await page.ExpectAsync(board, "click where its arrow comes down");
        await page.PictureAsync("amazons");
        await board.Locator("[data-qiansi-square='1 2']").ClickAsync();
        await page.ExpectAsync(board, "You are White: click an amazon");
        await page.Cells.Nth(1).Locator(".cm-content").ClickAsync();
        await page.RunAsync();
        await page.ExpectAsync(page.Output(1).Last, "26");
    }

    private async Task<LabPage> OpenAsync(string name, params System.Text.Json.Nodes.JsonObject[] cells)
    {
        await lab.WriteAsync(name, Notebook(cells));
        var page = await lab.OpenAsync();
        await page.OpenNotebookAsync(name);
        return page;
    }
}
