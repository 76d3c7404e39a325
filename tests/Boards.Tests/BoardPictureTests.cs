using System.Xml.Linq;
using Qiansi.Amazons;
using Qiansi.Drawing;

namespace Qiansi.Boards.Tests;

public sealed class BoardPictureTests
{
    [Fact]
    public void Text_and_drawing_say_the_same()
    {
        var picture = new BoardPicture(3, 2).Put(0, 0, "♕").Put(2, 1, "×").Arrow((0, 0), (2, 0))
            .Mark(1, 1, "free").WithCaption("a caption");
        Assert.Equal(" 2 · · ×\n 1 ♕ · ·\n   a b c\na1 → c1\nb2: free\na caption", picture.ToString());
        var label = XDocument.Parse(picture.ToSvg()).Root!.Attribute("aria-label")!.Value;
        Assert.Equal("a board of 3 by 2; a caption; ♕ on a1; × on c2", label);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(26, 26)]
    public void Every_size_is_a_drawing_of_its_size(int columns, int rows)
    {
        var svg = XDocument.Parse(new BoardPicture(columns, rows).ToHtml()).Root!;
        Assert.Equal(columns * rows, svg.Descendants().Count(e => e.Name.LocalName == "rect"));
        Assert.True((double)svg.Attribute("width")! >= 36 * columns);
    }

    [Fact]
    public void A_caption_wider_than_its_board_is_whole()
    {
        const string Caption = "You are White: click where the arrow comes down";
        var svg = XDocument.Parse(new BoardPicture(4, 4).WithCaption(Caption).ToSvg()).Root!;
        var middle = (double)svg.Descendants().Single(e => e.Value == Caption && e.Name.LocalName == "text").Attribute("x")! + 22;
        var half = TextWidth.Of(Caption, 13) / 2;
        Assert.InRange(middle, half, (double)svg.Attribute("width")! - half);
    }

    [Fact]
    public void A_full_board_stays_below_the_limit_of_an_output()
    {
        var picture = new BoardPicture(26, 26).Heat((x, y) => x - y, "difference");
        for (var i = 0; i < 26 * 26; i++) picture.Put(i % 26, i / 26, "♛");
        Assert.InRange(picture.ToHtml().Length, 10_000, 64 * 1024 * 3);
        Assert.InRange(Board.Start().ToPicture().Heat((x, y) => x * y, "product").ToHtml().Length, 1000, 64 * 1024);
    }

    [Fact]
    public void Heat_leaves_out_what_is_no_number_and_has_two_colours_where_signs_mix()
    {
        var picture = new BoardPicture(3, 1).Heat((x, _) => x == 1 ? double.NaN : x - 1, "sign");
        Assert.EndsWith("sign:\na1 -1 c1 1", picture.ToString());
        var fills = XDocument.Parse(picture.ToSvg()).Descendants().Where(e => e.Name.LocalName == "rect").Take(3)
            .Select(e => e.Attribute("fill")!.Value).ToList();
        Assert.Equal(3, fills.Distinct().Count());
    }

    [Fact]
    public void A_square_off_the_board_is_refused() =>
        Assert.Contains("(3, 0) is not on a board of 3 columns and 2 rows",
            Assert.Throws<ArgumentOutOfRangeException>(() => new BoardPicture(3, 2).Put(3, 0, "x")).Message);

    [Fact]
    public void A_position_shows_who_stands_where()
    {
        var board = Board.Start();
        var move = Move.Parse("d1-d7/g7");
        board.Play(move);
        var text = board.ToPicture(move).ToString();
        Assert.Contains(" 7 ♛ · · ♕ · · × · · ♛", text);
        Assert.Contains("d1 → d7\nd7 → g7\nd1: left\nBlack to move", text);
        Assert.EndsWith("White has won", Board.Parse("xxxx/4/xxxx/bxxw b").ToPicture().ToString());
    }
}
