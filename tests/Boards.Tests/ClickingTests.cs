using System.Text.Json;
using System.Xml.Linq;
using Qiansi.Amazons;
using Qiansi.Boards.Clicking;
using Qiansi.Boards.Drawing;
using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.Boards.Tests;

public sealed class ClickingTests
{
    [Fact]
    public async Task A_click_changes_the_board_until_its_cell_runs_again()
    {
        BoardsExtension.Register();
        using var session = new Session(openLibraries: ["Qiansi.Boards"]);
        var sink = new RecordingSink();
        const string Cell =
            "var p = new BoardPicture(3, 2); p.Show((x, y) => { Console.WriteLine($\"{x} {y}\"); return p.Put(x, y, \"♕\"); });";
        await session.ExecuteAsync(Cell, sink, new() { Id = "cell" });
        var shown = XElement.Parse(Assert.Single(sink.Displays)["text/html"]!);
        var id = shown.Attribute("data-qiansi-board")!.Value;
        var squares = shown.Descendants().Select(e => e.Attribute("data-qiansi-square")?.Value).OfType<string>();
        Assert.Equal(["0 1", "1 1", "2 1", "0 0", "1 0", "2 0"], squares);

        ShownBoard.Answer(Question(id, 2, 0));
        Assert.Equal(" 2 · · ·\n 1 · · ♕\n   a b c", sink.Displays[^1]["text/plain"]);
        Assert.Equal("2 0\n", sink.Output);
        var outside = Assert.Throws<ArgumentOutOfRangeException>(() => ShownBoard.Answer(Question(id, 3, 0)));
        Assert.Contains("(3, 0) is not on a board of 3 columns and 2 rows", outside.Message);

        await session.ExecuteAsync(Cell, new RecordingSink(), new() { Id = "cell" });
        var late = Assert.Throws<InvalidOperationException>(() => ShownBoard.Answer(Question(id, 0, 0)));
        Assert.Equal("this board is of an earlier run; run its cell again", late.Message);
    }

    [Fact]
    public void What_lies_under_a_square_is_said_over_it()
    {
        var picture = new BoardPicture(2, 1).Heat((x, _) => x / 2.0).Mark(1, 0, "free");
        var titles = XDocument.Parse(BoardDrawing.Of(picture, isClicked: true).ToFile()).Descendants()
            .Where(e => e.Attribute("data-qiansi-square") is not null).Select(e => e.Value);
        Assert.Equal(["a1: 0", "b1: 0.5: free"], titles);
    }

    [Fact]
    public void A_move_is_three_clicks_and_the_engine_answers()
    {
        var board = Board.Start(6);
        var game = new AmazonsGame(board, new TreeSearch(), new(Nodes: 50), Side.White);
        var move = board.Moves()[0];
        Assert.EndsWith("You are White: click an amazon", game.ToPicture().ToString());
        Assert.EndsWith("You are White: click where it goes", Click(move.From));
        Assert.EndsWith("click an amazon", Click(move.From)); // taken back
        Click(move.From);
        var chosen = Click(move.To);
        Assert.Contains($"{move.From} → {move.To}", chosen);
        Assert.Contains($"{move.Arrow}: it can shoot here", chosen);
        Assert.EndsWith("click where its arrow comes down", chosen);
        Assert.EndsWith("You are White: click an amazon", Click(move.Arrow));
        Assert.True(board.IsArrow(move.Arrow) && board.ToMove == Side.White && board.FreeCount == 36 - 8 - 2);

        string Click(Square square) => game.Click(square.X, square.Y).ToString();
    }

    [Fact]
    public void A_game_is_played_to_its_end_with_either_side()
    {
        foreach (var you in Enum.GetValues<Side>())
        {
            var board = Board.Start(4);
            var game = new AmazonsGame(board, new TreeSearch(), new(Nodes: 20), you);
            while (!board.IsOver)
            {
                Assert.Equal(you, board.ToMove);
                var move = board.Moves()[^1];
                foreach (var square in (Square[])[move.From, move.To, move.Arrow]) game.Click(square.X, square.Y);
            }

            var end = game.ToPicture().ToString();
            Assert.EndsWith(board.ToMove == you ? "tree search has won" : "You have won", end);
            Assert.Equal(end, game.Click(0, 0).ToString());
        }
    }

    private static string Question(string board, int x, int y) =>
        JsonSerializer.Serialize(new { board, square = new[] { x, y } });
}
